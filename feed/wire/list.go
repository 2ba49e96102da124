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
	kind, n := p.markAt(i)
	if n == 0 {
		return i
	}
	items, j := 1, i+1
	base := indent(p.lines[i])
	for j < to {
		if k := p.nextItem(j, to, kind); k >= 0 {
			items, j = items+1, k+1
			continue
		}
		if blank(p.lines[j]) || !p.goesOn(j, base) {
			break
		}
		j++
	}
	if items < 2 && (pairedMarks[kind] || kind == "*" && j > i+1) {
		return i
	}
	return j
}

// pairedMarks are the marks that begin a list only where two items have them.
var pairedMarks = set("1. 1) – + ※")

func (p *parser) markAt(i int) (kind string, n int) {
	return itemMark(strings.TrimLeft(head(p.lines[i], 64), " \t\u3000\u00a0"))
}

// nextItem is the line of the next item of a list, j or, behind a blank line,
// j+1; -1 where there is none.
func (p *parser) nextItem(j, to int, kind string) int {
	if blank(p.lines[j]) {
		j++
	}
	if j >= to {
		return -1
	}
	if same, n := p.markAt(j); n == 0 || same != kind {
		return -1
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
