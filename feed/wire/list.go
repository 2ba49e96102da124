package wire

import (
	"strings"

	"dateline/feed/wire/line"
)

// listEnd returns the line after the list that begins on line i, or i if there is none. A
// line that is indented deeper continues the item above it. A single item is a list if
// its mark has no other use.
func (sh *sheet) listEnd(i, to int) int {
	kind, n := sh.markAt(i)
	if n == 0 {
		return i
	}
	items, j := 1, i+1
	base := line.Indent(sh.lines[i])
	for j < to {
		if k := sh.nextItem(j, to, kind); k >= 0 {
			items, j = items+1, k+1
			continue
		}
		if line.Blank(sh.lines[j]) || !sh.continues(j, base) {
			break
		}
		j++
	}
	if items < 2 && (pairedMarks[kind] || kind == "*" && j > i+1) {
		return i
	}
	return j
}

// pairedMarks are marks that make a list only if two items have them.
var pairedMarks = map[string]bool{"1.": true, "1)": true, "–": true, "+": true, "※": true}

func (sh *sheet) markAt(i int) (kind string, n int) {
	return line.ItemMark(strings.TrimLeft(line.Head(sh.lines[i], 64), " \t\u3000\u00a0"))
}

// nextItem returns the line of the next item of a list, j or, after a blank line,
// j+1; -1 if there is none.
func (sh *sheet) nextItem(j, to int, kind string) int {
	if line.Blank(sh.lines[j]) {
		j++
	}
	if j >= to {
		return -1
	}
	if same, n := sh.markAt(j); n == 0 || same != kind {
		return -1
	}
	return j
}

// continues reports whether line k continues the item above it, which is indented by
// base.
func (sh *sheet) continues(k, base int) bool {
	if line.Indent(sh.lines[k]) > base {
		return true
	}
	prev := sh.lines[k-1]
	return line.StartsLower(sh.lines[k]) && !line.EndsSentence(prev) && line.Cells(prev) >= wrapCells
}
