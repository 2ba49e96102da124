package wire

import (
	"strings"

	"dateline/feed/wire/line"
)

// layout is how the paragraphs of a file are set.
type layout int

const (
	onePerLine layout = iota // each line is a paragraph
	wrapped                  // blank lines part paragraphs
	indented                 // a paragraph begins with an indent, as in ANPA copy
)

const (
	longCells   = 170 // a wider line is not wrapped
	minCells    = 34  // nor is a text of narrower lines: verse, names, scores
	maxCells    = 110 // the widest lines of a wrapped text
	raggedCells = 14  // the widths of wrapped lines differ by less
	sampleLines = 600 // the lines that layoutOf looks at
)

// layoutOf decides how the paragraphs of the lines [from, to) are set. It looks at pairs
// of lines without a blank line between them. In copy with a paragraph a line, the upper
// line ends a sentence. In wrapped copy it does so only by chance, and the lines that
// end no sentence have about the same width.
func (sh *sheet) layoutOf(from, to int) layout {
	lines := sh.lines[from:to]
	if len(lines) > sampleLines {
		lines = lines[:sampleLines]
	}
	var c counts
	c.count(lines, sh.columns)
	open := c.pairs - c.ends
	full := c.full()
	switch {
	case c.pairs == 0:
		return wrapped
	case c.indents > 0 && c.indentEnds*10 >= c.indents*7 && (c.flush > 0 || full*2 < c.pairs), c.hung():
		return indented
	case c.even():
		return wrapped
	case c.long*4 > c.texts, c.ends*10 >= c.pairs*8, c.ends*10 >= c.pairs*6 && full*2 < c.pairs, full*2 < open, c.continued*3 < open:
		return onePerLine
	}
	return wrapped
}

// counts are the numbers on which layoutOf bases its decision.
type counts struct {
	texts      int                // lines that are not blank
	long       int                // lines of more than longCells
	pairs      int                // pairs of lines without a blank line between them
	ends       int                // pairs whose upper line ends a sentence
	open       [longCells + 1]int // the other pairs, by the width of the upper line
	closed     [longCells + 1]int // the pairs in ends, by the width of the upper line
	gaps       int                // blank lines between texts
	continued  int                // open pairs whose lower line may continue a sentence
	indents    int                // pairs whose lower line is indented more than the file
	indentEnds int                // pairs in indents whose upper line ends a sentence
	flush      int                // pairs whose lower line is not indented
	starts     int                // lines below a blank one that are indented more than the file
}

// count counts lines, except those of lists, tables and quotes. Columns reports whether
// there may be tables.
func (c *counts) count(lines []string, columns bool) {
	base := minIndent(lines)
	above := "" // the line above, if it is text
	for _, l := range lines {
		if line.Blank(l) || isOther(l, columns) {
			if above != "" {
				c.gaps++
			}
			above = ""
			continue
		}
		c.texts++
		if len(l) > longCells && line.Cells(l) > longCells {
			c.long++
		}
		if above != "" {
			c.pair(above, l, base)
		} else if line.Indent(l) > base {
			c.starts++
		}
		above = l
	}
}

func (c *counts) pair(a, b string, base int) {
	c.pairs++
	first := strings.TrimSpace(line.Head(b, 64))
	ends := (line.EndsSentence(a) || endsInGroup(a)) && !line.StartsLower(first)
	w := min(line.Cells(strings.TrimSpace(line.Head(a, 3*longCells+3))), longCells)
	if ends {
		c.ends++
		c.closed[w]++
	} else {
		c.open[w]++
		if line.StartsLower(first) || !line.HasCase(line.Head(first, 12)) || line.Indent(a) > base && line.Indent(b) == base {
			c.continued++
		}
	}
	if in := line.Indent(b) - base; in >= 1 && in <= 10 {
		c.indents++
		if ends {
			c.indentEnds++
		}
		return
	}
	c.flush++
}

// hung reports whether every line below a blank one is indented and the lines below
// those are not.
func (c *counts) hung() bool {
	return c.starts >= 2 && c.starts == c.texts-c.pairs && c.flush > 0
}

// even reports whether the lines are wrapped, regardless of how they end. Either their widths
// are alike and sentences continue in the next line, or blank lines separate most of the
// text and some sentence continues in the next line.
func (c *counts) even() bool {
	if c.continued == 0 && c.gaps < 2 || c.long > 0 {
		return false
	}
	widest, near := 0, 0
	for w := longCells; w >= 0; w-- {
		n := c.open[w] + c.closed[w]
		if n > 0 && widest == 0 {
			widest = w
		}
		if w >= widest-raggedCells {
			near += n
		}
	}
	if widest < minCells || widest > maxCells {
		return false
	}
	parted := c.gaps >= 2 && c.gaps*2 >= c.pairs && (c.continued > 0 || c.pairs > c.ends && c.gaps >= c.pairs)
	return c.continued > 0 && c.pairs >= 3 && near*10 >= c.pairs*9 || parted && near*2 >= c.pairs
}

// endsInGroup reports whether s ends with a sentence followed by text in brackets, such
// as the credit of a caption.
func endsInGroup(s string) bool {
	_, rest, ok := line.LastGroup(line.Tail(s, 160))
	return ok && line.EndsSentence(rest)
}

// full counts the open lines that are about as wide as their median, or wider.
func (c *counts) full() int {
	all := 0
	for _, n := range c.open {
		all += n
	}
	middle, seen := 0, 0
	for w, n := range c.open {
		if seen += n; seen*2 > all {
			middle = w
			break
		}
	}
	n := 0
	for w := max(minCells, middle-raggedCells); w < longCells; w++ {
		n += c.open[w]
	}
	return n
}

// minIndent returns the smallest indent of the lines that are not blank.
func minIndent(lines []string) int {
	base := 1 << 20
	for _, l := range lines {
		if base > 0 && !line.Blank(l) {
			base = min(base, line.Indent(l))
		}
	}
	return base
}

// isOther reports whether line belongs to a list, a quote or a note, or to a table if
// columns is true. Such lines do not show how paragraphs are set.
func isOther(s string, columns bool) bool {
	l := line.Fold(line.Head(s, 80))
	if l == "" {
		return false
	}
	if _, n := line.ItemMark(l); n > 0 {
		return true
	}
	return l[0] == '>' || line.IsRule(l) || columns && line.IsColumns(s) || isNote(l)
}

// paragraphEnd returns the line after the paragraph that begins on line i.
func (sh *sheet) paragraphEnd(i, to int, form layout) int {
	j := i + 1
	if form == onePerLine {
		return j
	}
	base := line.Indent(sh.lines[i])
	for ; j < to && !line.Blank(sh.lines[j]); j++ {
		if form == indented && line.Indent(sh.lines[j]) > 0 && (line.Indent(sh.lines[j]) >= base || base == 0) {
			break
		}
		if sh.interrupts(j, to) {
			break
		}
	}
	return j
}

// interrupts reports whether a list, a table, a rule or a marked line begins on line j, which is
// directly below a line of a paragraph.
func (sh *sheet) interrupts(j, to int) bool {
	s := sh.lines[j]
	if isCaret(s) {
		return true
	}
	l := line.Fold(line.Head(s, 80))
	if _, n := line.ItemMark(l); n > 0 {
		k := sh.listEnd(j, min(to, j+4))
		prev := line.Fold(line.Tail(sh.lines[j-1], 80))
		return k > j+1 && line.EndsSentence(prev) || k > j && prev != "" && prev[len(prev)-1] == ':'
	}
	return line.IsRule(line.Fold(line.Head(s, 200))) || sh.isColumns(j) && sh.tableEnd(j, to) > j
}
