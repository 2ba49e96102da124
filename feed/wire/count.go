package wire

import (
	"strings"

	"dateline/feed/wire/line"
)

// counts are the numbers on which formOf bases its decision. A pair is two lines without a
// blank line between them; it is open if its upper line does not end a sentence.
type counts struct {
	base       int                   // the smallest indent
	indent     int                   // the smallest indent, beyond base, that begins a paragraph
	texts      int                   // lines that are not blank
	long       int                   // lines of more than longCells
	pairs      int                   // pairs of lines
	ends       int                   // pairs whose upper line ends a sentence
	open       [longCells + 1]uint16 // the open pairs, by the width of the upper line
	closed     [longCells + 1]uint16 // the other pairs, by the width of the upper line
	gaps       int                   // blank lines between texts
	continued  int                   // open pairs whose lower line may continue a sentence
	indents    int                   // pairs whose lower line is indented
	indentEnds int                   // these, if the upper line ends a sentence or one of the lines is a row of figures
	joints     [longCells + 1]uint16 // the other ones whose lower line begins with no small letter, by the width with its first word
	flush      int                   // pairs whose lower line is not indented
	wraps      [longCells + 1]uint16 // the open ones of these, by the width with the first word of the lower line
	starts     int                   // lines below a blank one that are indented
	small      struct {              // pairs whose lower line begins with a small letter
		indents, flush int
	}
}

// count counts lines, except those of lists, tables and quotes. Columns reports whether
// there may be tables.
func (c *counts) count(lines []string, columns bool) {
	c.measure(lines)
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
		if len(l) > longCells && (len(l) > line.MostBytes*longCells || line.Cells(l) > longCells) {
			c.long++
		}
		if above != "" {
			c.pair(above, l)
		} else if line.Indent(l)-c.base >= c.indent {
			c.starts++
		}
		above = l
	}
}

// measure finds the indents of lines. If paragraphs are indented by three or more, a line
// with one space too many does not begin a paragraph.
func (c *counts) measure(lines []string) {
	var found [2*maxIndent + 1]int // the lines by indent
	c.base = len(found)
	for _, l := range lines {
		in := line.Indent(l)
		if in < c.base && line.Blank(l) {
			continue
		}
		c.base = min(c.base, in)
		if in < len(found) {
			found[in]++
		}
	}
	c.indent = 1
	for in := c.base + 1; in < len(found); in++ {
		if found[in] > found[c.base+c.indent] {
			c.indent = in - c.base
		}
	}
	if c.indent >= 3 {
		c.indent = 2
	}
}

// pair counts the pair of the lines a and b.
func (c *counts) pair(a, b string) {
	c.pairs++
	first := strings.TrimSpace(line.Head(b, 64))
	ends := (line.EndsSentence(a) || endsInGroup(a)) && !line.StartsLower(first)
	w := min(line.Cells(strings.TrimSpace(line.Head(a, 3*longCells+3))), longCells)
	if ends {
		c.ends++
		c.closed[w]++
	} else {
		c.open[w]++
		if line.StartsLower(first) || !line.HasCase(line.Head(first, 12)) || line.Indent(a) > c.base && line.Indent(b) == c.base || w >= fullCells && line.IsUpper(first) && line.IsUpper(line.Head(a, longCells)) {
			c.continued++
		}
	}
	in := line.Indent(b) - c.base
	room := min(w+line.Indent(a)-c.base+1+line.Cells(line.FirstWord(first)), longCells)
	if in < c.indent || in > maxIndent {
		c.flush++
		if line.StartsLower(first) {
			c.small.flush++
		}
		if !ends {
			c.wraps[room]++
		}
		return
	}
	c.indents++
	if line.StartsLower(first) {
		c.small.indents++
	}
	switch {
	case line.EndsSentence(a), ends, isRow(a), isRow(b):
		c.indentEnds++
	case !line.StartsLower(first):
		c.joints[room]++
	}
}

// widest returns the width of the widest wrapped line, 0 if there is none.
func (c *counts) widest() int {
	for w := maxCells; w >= 0; w-- {
		if c.open[w]+c.closed[w] > 0 {
			return w
		}
	}
	return 0
}

// beginnings counts the pairs whose lower line is indented and begins a paragraph: the
// upper line ends a sentence, or the first word of the lower line had room on it. In a
// file whose other lines are wrapped and some begin with small letters, all indented lines
// begin paragraphs if none of them does.
func (c *counts) beginnings() int {
	width := c.widest()
	if room := sum(c.wraps[:max(width-raggedCells, 0)]); room*2 > sum(c.wraps[:]) || c.isWide() {
		return c.indentEnds
	}
	if c.small.indents == 0 && c.small.flush > 0 {
		return c.indents
	}
	return c.indentEnds + sum(c.joints[:width+1])
}

// isWide reports whether some lines are too wide for wrapped text.
func (c *counts) isWide() bool {
	return sum(c.open[maxCells+1:])+sum(c.closed[maxCells+1:]) > 0
}

func sum(list []uint16) (n int) {
	for _, k := range list {
		n += int(k)
	}
	return n
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
	if c.long > 0 || c.continued == 0 && c.gaps < 2 && !c.isPair() {
		return false
	}
	widest, near := 0, 0
	for w := longCells; w >= 0; w-- {
		n := int(c.open[w] + c.closed[w])
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
	if c.isPair() {
		return true
	}
	return c.continued > 0 && c.pairs >= 3 && near*10 >= c.pairs*9 || parted && near*2 >= c.pairs
}

// isPair reports whether the text has only one pair of lines, which may be a wrapped
// paragraph above another one: the upper line ends no sentence and is full.
func (c *counts) isPair() bool {
	return c.pairs == 1 && c.gaps > 0 && c.texts > 2 && sum(c.open[fullCells+raggedCells:maxCells+1]) == 1
}

// endsInGroup reports whether s ends with a sentence followed by text in brackets, such
// as the credit of a caption.
func endsInGroup(s string) bool {
	_, rest, ok := line.LastGroup(line.Tail(s, 160))
	return ok && line.EndsSentence(rest)
}

// full counts the open lines that are about as wide as their median, or wider.
func (c *counts) full() int {
	all := sum(c.open[:])
	middle, seen := 0, 0
	for w, n := range c.open {
		if seen += int(n); seen*2 > all {
			middle = w
			break
		}
	}
	return sum(c.open[max(minCells, middle-raggedCells):longCells])
}

// isOther reports whether line belongs to a list, a quote or a note, or to a table if
// columns is true. Such lines do not show how paragraphs are set.
func isOther(s string, columns bool) bool {
	if line.StartsWithLetter(s) { // no list, no quote and no rule does
		return columns && line.IsColumns(s) || isNote(strings.TrimSpace(line.Head(s, 80)))
	}
	l := line.Fold(line.Head(s, 80))
	if l == "" {
		return false
	}
	if _, n := line.ItemMark(l); n > 0 {
		return true
	}
	return l[0] == '>' || line.IsRule(l) || columns && line.IsColumns(s) || isNote(l)
}
