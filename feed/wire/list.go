package wire

import (
	"strings"
	"unicode/utf8"
)

// itemMark reads the mark of an item of a list: "- ", "* ", "• ", "1. ", "(1) ".
// Kind is the mark without its number, n its length.
func itemMark(s string) (kind string, n int) {
	if s == "" {
		return "", 0
	}
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '▲', '△', '◇', '◆', '○', '●', '■', '□', '▶', '·', '※', '☞', '‣', '◦', '▪':
		return s[:size], size
	case '-', '*', '–', '+':
		rest := strings.TrimLeft(s[size:], "-")
		if rest == "" && len(s) <= 2 {
			return "-", len(s)
		}
		if r == '-' && len(s)-len(rest) > 2 || !strings.HasPrefix(rest, " ") {
			return "", 0
		}
		return string(r), len(s) - len(rest) + 1
	}
	open := strings.TrimPrefix(s, "(")
	_, rest, ok := leadingNumber(open)
	if !ok || len(open)-len(rest) > 2 {
		return "", 0
	}
	if len(rest) < 2 || rest[0] != '.' && rest[0] != ')' || rest[1] != ' ' {
		return "", 0
	}
	return "1" + rest[:1], len(s) - len(rest) + 2
}

// listEnd is the line behind the list that begins on line i, i where none
// does. Lines that are indented deeper go on with the item above. One item
// alone is a list where its mark is used for nothing else.
func (p *parser) listEnd(i, to int) int {
	kind, n := itemMark(strings.TrimLeft(head(p.lines[i], 64), " \t\u3000\u00a0"))
	if n == 0 {
		return i
	}
	items, j := 1, i+1
	base := indent(p.lines[i])
	for j < to {
		k := j
		if blank(p.lines[k]) {
			if k+1 >= to || blank(p.lines[k+1]) {
				break
			}
			k++
		}
		l := strings.TrimLeft(head(p.lines[k], 64), " \t\u3000\u00a0")
		same, m := itemMark(l)
		if m > 0 && same == kind {
			items++
			j = k + 1
			continue
		}
		if k > j || !p.goesOn(k, base) {
			break
		}
		j++
	}
	if items < 2 && (kind == "1." || kind == "1)" || kind == "–" || kind == "+" || kind == "※" || kind == "*" && j > i+1) {
		return i
	}
	return j
}

// goesOn reports whether line k goes on with the item above it, which is
// indented by base.
func (p *parser) goesOn(k, base int) bool {
	if indent(p.lines[k]) > base {
		return true
	}
	prev := p.lines[k-1]
	return startsLower(p.lines[k]) && !endsSentence(prev) && cells(prev) >= wrapCells
}
