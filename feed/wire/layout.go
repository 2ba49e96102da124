package wire

// layout is how the paragraphs of a file are set.
type layout int

const (
	onePerLine layout = iota // each line is a paragraph
	wrapped                  // blank lines part paragraphs
	indented                 // a paragraph begins with an indent, as in ANPA copy
)

const (
	longCells   = 170 // a line of more is not wrapped by hand
	sampleLines = 600 // lines that are looked at
)

// layoutOf decides how the paragraphs of lines are set. It looks at each pair
// of lines that no blank line parts: in copy with a paragraph a line the first
// of them ends a sentence, in wrapped copy it does so by chance only, and a
// word more would not have had room in it.
func layoutOf(lines []string) layout {
	if len(lines) > sampleLines {
		lines = lines[:sampleLines]
	}
	c := count(lines)
	switch {
	case c.pairs == 0:
		return wrapped
	case c.indents > 0 && c.flush > 0 && c.indentEnds*10 >= c.indents*7:
		return indented
	case c.indents > 0 && c.flush == 0 && c.indentEnds*10 >= c.indents*7 && c.short*2 >= c.pairs:
		return indented
	case c.long*4 > c.texts:
		return onePerLine
	case c.ends*10 >= c.pairs*6 && c.full*2 < c.pairs:
		return onePerLine
	case c.ends*10 >= c.pairs*8:
		return onePerLine
	case c.pairs <= 2 && c.full == 0:
		return onePerLine
	}
	return wrapped
}

// counts are what layoutOf looks at.
type counts struct {
	texts      int // lines that are not blank
	long       int // lines that nobody wraps
	pairs      int // lines directly below another
	ends       int // the upper line of a pair ends a sentence
	full       int // the upper line had no room for the next word, its sentence going on
	indents    int // the lower line of a pair is indented more than the file
	indentEnds int // and the line above it ends a sentence
	flush      int // the lower line of a pair is not
	short      int // the upper line of a pair is shorter than two thirds of the widest
}

func count(lines []string) counts {
	var c counts
	base, width := measure(lines)
	for i, l := range lines {
		if blank(l) || isOther(l) {
			continue
		}
		c.texts++
		if len(l) > longCells && cells(l) > longCells {
			c.long++
		}
		if i == 0 || blank(lines[i-1]) || isOther(lines[i-1]) {
			continue
		}
		c.pair(lines[i-1], l, base, width)
	}
	return c
}

func (c *counts) pair(a, b string, base, width int) {
	c.pairs++
	ends := endsSentence(a)
	if ends {
		c.ends++
	} else if w := cells(a); w <= longCells && (w+1+cells(firstWord(fold(head(b, 64)))) > width-12 || startsLower(fold(head(b, 64)))) {
		c.full++
	}
	if cells(a)*3 < width*2 {
		c.short++
	}
	if in := indent(b) - base; in >= 1 && in <= 10 {
		c.indents++
		if ends {
			c.indentEnds++
		}
		return
	}
	c.flush++
}

// measure is the least indent of lines and the width at which they are
// wrapped, where they are: the widest that nobody would call long.
func measure(lines []string) (base, width int) {
	base = 1 << 20
	for _, l := range lines {
		if blank(l) {
			continue
		}
		base = min(base, indent(l))
		if len(l) <= 3*longCells {
			if w := cells(l); w <= longCells {
				width = max(width, w)
			}
		}
	}
	return base, width
}

// isOther reports whether line belongs to a list, a table or a quote, which
// tell nothing of how paragraphs are set.
func isOther(line string) bool {
	l := fold(head(line, 80))
	if l == "" {
		return false
	}
	if _, n := itemMark(l); n > 0 {
		return true
	}
	return l[0] == '>' || isRule(l) || isColumns(line)
}

// paragraphEnd is the line behind the paragraph that begins on line i.
func (p *parser) paragraphEnd(i, to int, form layout) int {
	j := i + 1
	if form == onePerLine {
		return j
	}
	base := indent(p.lines[i])
	for ; j < to && !blank(p.lines[j]); j++ {
		if form == indented && indent(p.lines[j]) > 0 && (indent(p.lines[j]) >= base || base == 0) {
			break
		}
		if p.interrupts(j, to) {
			break
		}
	}
	return j
}

// interrupts reports whether a list, table or rule begins on line j, directly
// below a line of a paragraph.
func (p *parser) interrupts(j, to int) bool {
	line := p.lines[j]
	l := fold(head(line, 80))
	if _, n := itemMark(l); n > 0 {
		k := p.listEnd(j, min(to, j+4))
		prev := fold(tail(p.lines[j-1], 80))
		return k > j+1 && endsSentence(prev) || k > j && prev != "" && prev[len(prev)-1] == ':'
	}
	return isRule(fold(head(line, 200))) || isColumns(line) && p.tableEnd(j, to) > j
}
