package wire

import (
	"strings"

	"dateline/feed/wire/line"
)

const ruleBytes = 8 // a shorter rule does not close a table

// isColumns reports whether line i is set in columns.
func (sh *sheet) isColumns(i int) bool { return sh.columns && line.IsColumns(sh.lines[i]) }

// tableEnd returns the line after the table that begins on line i, or i if there is none.
// Rules belong to the table.
func (sh *sheet) tableEnd(i, to int) int {
	if i < sh.noTable || !sh.isColumns(i) && (!line.IsRule(sh.cell(i)) || i+1 >= to || !sh.isColumns(i+1)) {
		return i
	}
	var c line.Columns
	j, end := i, i
	for ; j < to; j++ {
		l := sh.cell(j)
		if line.IsRule(l) && !line.IsBox(l) {
			continue
		}
		if !c.Add(l) {
			break
		}
		end = j + 1
	}
	for end < j && line.IsRule(sh.cell(end)) && len(sh.cell(end)) >= ruleBytes {
		end++
	}
	if c.IsTable() {
		return end
	}
	sh.noTable = j // so that no line is examined twice
	return i
}

// cell returns line i without space around it. A line that is too long for a table is cut.
func (sh *sheet) cell(i int) string {
	return strings.TrimSpace(line.Head(sh.lines[i], line.TableBytes+1))
}
