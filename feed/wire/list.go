package wire

import (
	"strings"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// listEnd is the line behind the list that begins on line i, i where none
// does. Lines that are indented deeper go on with the item above. One item
// alone is a list where its mark is used for nothing else.
func (p *parser) listEnd(i, to int) int {
	kind, n := p.markAt(i)
	if n == 0 {
		return i
	}
	items, j := 1, i+1
	base := line.Indent(p.lines[i])
	for j < to {
		if k := p.nextItem(j, to, kind); k >= 0 {
			items, j = items+1, k+1
			continue
		}
		if line.Blank(p.lines[j]) || !p.goesOn(j, base) {
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
var pairedMarks = words.Set("1. 1) – + ※")

func (p *parser) markAt(i int) (kind string, n int) {
	return line.ItemMark(strings.TrimLeft(line.Head(p.lines[i], 64), " \t\u3000\u00a0"))
}

// nextItem is the line of the next item of a list, j or, behind a blank line,
// j+1; -1 where there is none.
func (p *parser) nextItem(j, to int, kind string) int {
	if line.Blank(p.lines[j]) {
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
	if line.Indent(p.lines[k]) > base {
		return true
	}
	prev := p.lines[k-1]
	return line.StartsLower(p.lines[k]) && !line.EndsSentence(prev) && line.Cells(prev) >= wrapCells
}
