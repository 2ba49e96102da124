package line

import (
	"strings"
	"unicode/utf8"
)

// IsRule reports whether s is a line that parts sections: "___", "* * *".
func IsRule(s string) bool {
	return len(s) <= 200 && len(s) >= 3 && strings.Trim(s, "_-=*~·. ─━═—–") == "" && strings.ContainsAny(s, "_-=*~─━═—–")
}

const TableBytes = 400 // a longer line is in no table

// boxLow and boxHigh begin the characters that draw boxes, U+2500 to U+257F.
const boxLow, boxHigh = "\xe2\x94", "\xe2\x95"

// IsColumns reports whether line is set in columns: gaps of two spaces or tabs
// that are no space behind a sentence, bars, or box lines.
func IsColumns(line string) bool {
	if len(line) > TableBytes {
		return false
	}
	if !MayHaveColumns(line) {
		return false
	}
	l := strings.TrimSpace(line)
	return l != "" && (gaps(l) > 0 || strings.Count(l, "|") >= 2 || IsBox(l))
}

// MayHaveColumns reports whether s has what parts columns.
func MayHaveColumns(s string) bool {
	return strings.Contains(s, "  ") || strings.IndexByte(s, '\t') >= 0 || strings.IndexByte(s, '|') >= 0 || strings.Contains(s, boxLow) || strings.Contains(s, boxHigh)
}

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

// IsBox reports whether l draws a box: lines and corners, or text between bars.
func IsBox(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return r >= 0x2500 && r <= 0x257f
}

// Columns counts the rows of what may be a table.
type Columns struct {
	rows    int // with gaps
	numbers int // of these, ending in a number
	wide    int // of these, with at least three columns
	boxes   int // with bars, or drawn
}

// Add counts the row l; false where it is none.
func (c *Columns) Add(l string) bool {
	if l == "" || len(l) > TableBytes {
		return false
	}
	if IsBox(l) || strings.Count(l, "|") >= 2 {
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

// IsTable decides: two rows that mostly end in numbers, or three of which most
// have at least three columns, or two with bars or box lines.
func (c *Columns) IsTable() bool {
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
	_, size := Digit(last)
	return size > 0
}
