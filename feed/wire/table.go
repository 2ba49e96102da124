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
	if !strings.Contains(line, "  ") && strings.IndexByte(line, '\t') < 0 && strings.IndexByte(line, '|') < 0 && !strings.Contains(line, boxLow) && !strings.Contains(line, boxHigh) {
		return false
	}
	l := strings.TrimSpace(line)
	return l != "" && (gaps(l) > 0 || strings.Count(l, "|") >= 2 || isBox(l))
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

// isBox reports whether l draws a box: lines and corners, or text between bars.
func isBox(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return r >= 0x2500 && r <= 0x257f
}

// tableEnd is the line behind the table that begins on line i, i where none
// does. A table is two lines in columns of numbers, or three in at least
// three columns, or two with bars or box lines; rules belong to it.
func (p *parser) tableEnd(i, to int) int {
	if i < p.noTable {
		return i
	}
	if !isColumns(p.lines[i]) && !(isRule(strings.TrimSpace(head(p.lines[i], 201))) && i+1 < to && isColumns(p.lines[i+1])) {
		return i
	}
	rows, numbers, wide, boxes := 0, 0, 0, 0
	j, end := i, i
	for ; j < to; j++ {
		l := strings.TrimSpace(head(p.lines[j], tableBytes+1))
		if l == "" || len(l) > tableBytes {
			break
		}
		switch {
		case isBox(l) || strings.Count(l, "|") >= 2:
			boxes++
		case isRule(l):
			continue
		case gaps(l) > 0:
			rows++
			if endsInNumber(l) {
				numbers++
			}
			if gaps(l) > 1 {
				wide++
			}
		default:
			l = ""
		}
		if l == "" {
			break
		}
		end = j + 1
	}
	for end < j && end < to && isRule(strings.TrimSpace(head(p.lines[end], 201))) {
		end++
	}
	if boxes >= 2 || rows >= 2 && numbers*2 >= rows && numbers > 0 || rows >= 3 && wide*3 >= rows*2 {
		return end
	}
	p.noTable = j // what is no table from its first line on is not looked at again
	return i
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
