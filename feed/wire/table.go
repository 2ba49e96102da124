package wire

import (
	"strings"
	"unicode/utf8"
)

const tableBytes = 400 // a longer line is in no table

// boxLow and boxHigh begin the characters that draw boxes, U+2500 to U+257F.
const boxLow, boxHigh = "\xe2\x94", "\xe2\x95"

// isColumns reports whether line is set in columns: gaps of two spaces or tabs
// that are no space behind a sentence, bars, or box lines.
func isColumns(line string) bool {
	if len(line) > tableBytes {
		return false
	}
	if !mayHaveColumns(line) {
		return false
	}
	l := strings.TrimSpace(line)
	return l != "" && (gaps(l) > 0 || strings.Count(l, "|") >= 2 || isBox(l))
}

// mayHaveColumns reports whether s has what parts columns.
func mayHaveColumns(s string) bool {
	return strings.Contains(s, "  ") || strings.IndexByte(s, '\t') >= 0 || strings.IndexByte(s, '|') >= 0 || strings.Contains(s, boxLow) || strings.Contains(s, boxHigh)
}

// isColumns is isColumns for line i.
func (p *parser) isColumns(i int) bool { return p.columns && isColumns(p.lines[i]) }

// gaps counts the gaps between columns of l, which is trimmed.
func gaps(l string) int {
	n := 0
	for i := 1; i < len(l)-1; i++ {
		switch {
		case l[i] == '\t':
			n++
			for i < len(l) && (l[i] == '\t' || l[i] == ' ') {
				i++
			}
		case l[i] == ' ' && l[i+1] == ' ':
			if strings.IndexByte(".?!\")", l[i-1]) < 0 || i+2 < len(l) && l[i+2] == ' ' {
				n++
			}
			for i < len(l) && (l[i] == '\t' || l[i] == ' ') {
				i++
			}
		}
	}
	return n
}

// isBox reports whether l draws a box: lines and corners, or text between bars.
func isBox(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return r >= 0x2500 && r <= 0x257f
}

// tableEnd is the line behind the table that begins on line i, i where none
// does. Rules belong to it.
func (p *parser) tableEnd(i, to int) int {
	if i < p.noTable || !p.isColumns(i) && (!isRule(p.cell(i)) || i+1 >= to || !p.isColumns(i+1)) {
		return i
	}
	var c columns
	j, end := i, i
	for ; j < to; j++ {
		l := p.cell(j)
		if isRule(l) && !isBox(l) {
			continue
		}
		if !c.add(l) {
			break
		}
		end = j + 1
	}
	for end < j && isRule(p.cell(end)) {
		end++
	}
	if c.isTable() {
		return end
	}
	p.noTable = j // what is no table from its first line on is not looked at again
	return i
}

// cell is line i trimmed, cut where it is too long for a table.
func (p *parser) cell(i int) string {
	return strings.TrimSpace(head(p.lines[i], tableBytes+1))
}

// columns counts the rows of what may be a table.
type columns struct {
	rows    int // with gaps
	numbers int // of these, ending in a number
	wide    int // of these, with at least three columns
	boxes   int // with bars, or drawn
}

// add counts the row l; false where it is none.
func (c *columns) add(l string) bool {
	if l == "" || len(l) > tableBytes {
		return false
	}
	if isBox(l) || strings.Count(l, "|") >= 2 {
		c.boxes++
		return true
	}
	n := gaps(l)
	if n == 0 {
		return false
	}
	c.rows++
	if endsInNumber(l) {
		c.numbers++
	}
	if n > 1 {
		c.wide++
	}
	return true
}

// isTable decides: two rows that mostly end in numbers, or three of which most
// have at least three columns, or two with bars or box lines.
func (c *columns) isTable() bool {
	return c.boxes >= 2 || c.rows >= 2 && c.numbers*2 >= c.rows && c.numbers > 0 || c.rows >= 3 && c.wide*3 >= c.rows*2
}

// endsInNumber reports whether the last column of l is a number, a share or a
// blank that stands for one.
func endsInNumber(l string) bool {
	i := strings.LastIndexAny(l, " \t") + 1
	last := strings.Trim(l[i:], "+-–%$€£¥(),.*")
	if last == "" {
		return true
	}
	_, size := digit(last)
	return size > 0
}
