package facets

import (
	"slices"
	"strings"
)

// row is a line of the panel. Its value is an index in the values of the group or
// one of the constants below.
type row struct {
	group, value int
	text         string // of the value
}

const (
	blank   = -1 // an empty line
	heading = -2 // the name of the group
	more    = -3 // the row that opens the group
)

// arrange rebuilds the rows. Once a key was pressed, the cursor stays on its value.
// If the value is gone, the cursor goes to the first value of the group or, if that
// is gone too, of the next one.
func (p *Page) arrange() {
	old, ok := p.selected()
	p.rows = p.rows[:0]
	for i := range p.groups {
		p.rows = p.appendGroup(p.rows, i)
	}
	if !ok || !p.touched {
		old = row{group: savedGroup}
	}
	p.cursor = slices.IndexFunc(p.rows, func(r row) bool {
		return r.group == old.group && r.text == old.text && (r.value >= 0 || r.value == old.value)
	})
	if p.cursor < 0 {
		p.cursor = slices.IndexFunc(p.rows, func(r row) bool { return r.group >= old.group && r.value >= 0 })
	}
	if p.cursor < 0 {
		p.cursor = max(0, len(p.rows)-1)
	}
	p.skip(1)
}

// appendGroup appends the rows of group i. If no value is shown, it appends none.
func (p *Page) appendGroup(rows []row, i int) []row {
	g := &p.groups[i]
	shown := p.shownValues(g)
	if len(shown) == 0 {
		return rows
	}
	if len(rows) > 0 {
		rows = append(rows, row{i, blank, ""})
	}
	rows = append(rows, row{i, heading, ""})
	g.all = len(shown)
	short := p.filter == "" && !g.open && len(shown) > g.few+1
	if short {
		shown = shown[:g.few]
	}
	for _, j := range shown {
		rows = append(rows, row{i, j, g.values[j].text})
	}
	if short {
		rows = append(rows, row{i, more, ""})
	}
	return rows
}

// shownValues returns the indexes of the values of g that pass the filter.
func (p *Page) shownValues(g *group) []int {
	filter := strings.ToLower(p.filter)
	var shown []int
	for j := range g.values {
		v := &g.values[j]
		if (filter != "" || !v.deep) && strings.Contains(v.fold, filter) {
			shown = append(shown, j)
		}
	}
	return shown
}

// selected returns the row under the cursor; ok is false in an empty panel.
func (p *Page) selected() (r row, ok bool) {
	if p.cursor < 0 || p.cursor >= len(p.rows) {
		return row{}, false
	}
	return p.rows[p.cursor], true
}
