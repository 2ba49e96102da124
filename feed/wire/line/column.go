package line

import (
	"strings"
	"unicode/utf8"
)

// IsRule reports whether s is a line between sections: "___", "* * *".
func IsRule(s string) bool {
	if len(s) < 3 || len(s) > 200 || s[0] < utf8.RuneSelf && strings.IndexByte("_-=*~. ", s[0]) < 0 {
		return false
	}
	return strings.Trim(s, "_-=*~·. ─━═—–") == "" && strings.ContainsAny(s, "_-=*~─━═—–")
}

// TableBytes is the length of the longest line of a table.
const TableBytes = 400

// boxLow and boxHigh begin the characters that draw boxes, U+2500 to U+257F.
const boxLow, boxHigh = "\xe2\x94", "\xe2\x95"

// IsColumns reports whether line is set in columns: it has tabs, bars, box lines, or
// gaps of two spaces that do not follow a sentence.
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

// MayHaveColumns reports, as a quick test, whether s has the characters between columns.
func MayHaveColumns(s string) bool {
	return hasGap(s) || strings.IndexByte(s, '\t') >= 0 || strings.IndexByte(s, '|') >= 0 || strings.Contains(s, boxLow) || strings.Contains(s, boxHigh)
}

// gaps counts the gaps between the columns of l, which has no space around it. Gaps of
// two spaces between pieces of several words are not columns: some people type them in
// prose.
func gaps(l string) int {
	n, narrow, last := 0, 0, 0
	for i := 1; i < len(l)-1; i++ {
		from := i
		switch {
		case l[i] == '\t':
		case l[i] == ' ' && l[i+1] == ' ':
			if strings.IndexByte(".?!\")", l[i-1]) >= 0 && (i+2 >= len(l) || l[i+2] != ' ') {
				i++
				continue
			}
		default:
			continue
		}
		n++
		i = skipSpace(l, i)
		if l[from:i] == "  " {
			narrow++
		}
		last = i
	}
	if n > 0 && n == narrow && strings.Count(l, " ")-n >= proseWords*(n+1)-1 && strings.IndexByte(l[last:], ' ') > 0 {
		return 0
	}
	return n
}

// proseWords is the number of words between two gaps, on average, of a line of prose.
const proseWords = 4

// Cut cuts l, which has no space around it, at tabs and at two spaces or more.
func Cut(l string) (cells []string) {
	from := 0
	for i := 0; i < len(l); i++ {
		if l[i] == '\t' || strings.HasPrefix(l[i:], "  ") {
			cells = append(cells, l[from:i])
			from = skipSpace(l, i)
			i = from - 1
		}
	}
	return append(cells, l[from:])
}

// skipSpace returns the index after the spaces and tabs at l[i:].
func skipSpace(l string, i int) int {
	for i < len(l) && (l[i] == '\t' || l[i] == ' ') {
		i++
	}
	return i
}

// IsBox reports whether l draws a box: lines and corners, or text between bars.
func IsBox(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return r >= 0x2500 && r <= 0x257f
}

// Columns counts the rows of a possible table.
type Columns struct {
	rows    int // rows with gaps
	numbers int // rows with gaps that end in a number
	wide    int // rows with gaps and at least three columns
	boxes   int // rows with bars or box lines
}

// Add counts the row l. It returns false if l is not a row.
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

// IsTable reports whether the rows are a table: two rows with bars or box lines, two
// rows if half of them end in numbers, or three if most have three columns.
func (c *Columns) IsTable() bool {
	return c.boxes >= 2 || c.rows >= 2 && c.numbers*2 >= c.rows && c.numbers > 0 || c.rows >= 3 && c.wide*3 >= c.rows*2
}

// endsInNumber reports whether the last column of l is a number, a percentage or a dash
// instead of one.
func endsInNumber(l string) bool {
	i := strings.LastIndexAny(l, " \t") + 1
	last := strings.Trim(l[i:], "+-–%$€£¥(),.*")
	if last == "" {
		return true
	}
	_, size := Digit(last)
	return size > 0
}
