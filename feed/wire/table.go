package wire

import (
	"strings"

	"dateline/feed/wire/line"
)

// isColumns is isColumns for line i.
func (p *parser) isColumns(i int) bool { return p.columns && line.IsColumns(p.lines[i]) }

// tableEnd is the line behind the table that begins on line i, i where none
// does. Rules belong to it.
func (p *parser) tableEnd(i, to int) int {
	if i < p.noTable || !p.isColumns(i) && (!line.IsRule(p.cell(i)) || i+1 >= to || !p.isColumns(i+1)) {
		return i
	}
	var c line.Columns
	j, end := i, i
	for ; j < to; j++ {
		l := p.cell(j)
		if line.IsRule(l) && !line.IsBox(l) {
			continue
		}
		if !c.Add(l) {
			break
		}
		end = j + 1
	}
	for end < j && line.IsRule(p.cell(end)) {
		end++
	}
	if c.IsTable() {
		return end
	}
	p.noTable = j // what is no table from its first line on is not looked at again
	return i
}

// cell is line i trimmed, cut where it is too long for a table.
func (p *parser) cell(i int) string {
	return strings.TrimSpace(line.Head(p.lines[i], line.TableBytes+1))
}
