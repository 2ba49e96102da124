package facets

import (
	"strings"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/hint"
	"dateline/ui/theme"
)

const (
	width = 46 // of the panel on a wide screen
	wide  = 72 // smallest screen width at which the list stays visible
)

// Width returns the width of the panel on a screen of w cells.
func Width(w int) int {
	if w < wide {
		return w
	}
	return width
}

// View draws the panel with its frame.
func (p *Page) View() string {
	th, inner := p.theme, p.w-4
	p.scroll(max(0, p.h-5))
	title := th.Title.Render(cell.Fit(p.Title, inner))
	if p.counting {
		counting := " " + locale.T("counting …")
		title = th.Title.Render(cell.Fit(p.Title, inner-cell.Width(counting))) + th.Faint.Render(counting)
	}
	lines := make([]string, 0, max(0, p.h))
	lines = append(lines, title, spaces(inner))
	for i := p.top; i < len(p.rows) && i < p.top+p.shown; i++ {
		lines = append(lines, p.row(th, i, inner))
	}
	if len(p.rows) == 0 && p.shown > 0 {
		lines = append(lines, th.Faint.Render(cell.Fit(p.emptyText(), inner)))
	}
	for len(lines) < p.h-3 {
		lines = append(lines, spaces(inner))
	}
	return th.Frame(append(lines, p.foot(inner)), p.w)
}

// Cursor returns the cell of the cursor in the open filter line, or where the selected row
// begins.
func (p *Page) Cursor() (x, y int, ok bool) {
	if p.line == nil {
		return 4, 3 + p.cursor - p.top, true
	}
	_, x = p.line.View(p.theme, p.w-4)
	return x + 2, p.h - 2, true
}

// scroll scrolls a panel of h rows to the selected row. If the row above it is the
// heading of its group, the heading is shown too.
func (p *Page) scroll(h int) {
	if h != p.shown {
		p.top = max(0, p.cursor-h/2)
	}
	p.shown = h
	first := p.cursor
	if first > 0 && p.rows[first-1].value == heading {
		first--
	}
	p.top = min(p.top, first)
	p.top = max(p.top, p.cursor-p.shown+1, 0)
	p.top = max(0, min(p.top, len(p.rows)-p.shown))
}

// emptyText returns the text of a panel without rows.
func (p *Page) emptyText() string {
	switch {
	case p.counting:
		return locale.T("Counting …")
	case p.filter != "":
		return locale.T("No values match.")
	}
	return locale.T("There is nothing to narrow.")
}

func (p *Page) row(th *theme.Theme, i, w int) string {
	r := p.rows[i]
	g := &p.groups[r.group]
	switch r.value {
	case blank:
		return spaces(w)
	case heading:
		return th.Section.Render(cell.Fit(locale.T(g.name), w))
	}
	label, n := locale.F(allOf[g.many], locale.Count(g.all)), ""
	if r.value >= 0 {
		v := &g.values[r.value]
		label = v.label
		if v.n >= 0 {
			n = locale.Count(v.n)
		}
	}
	text, count := bidi.Visual(cell.Fit("  "+label, w-len(n)-2), false), " "+n+" "
	switch {
	case i == p.cursor:
		return th.Pens.Selected.Draw(text + count)
	case r.value == more:
		return th.Pens.Faint.Draw(text + count)
	}
	return th.Pens.Text.Draw(text) + th.Pens.Faint.Draw(count)
}

// hints returns the hints at the foot of the panel. If they do not fit into w cells,
// it shortens the first ones to the key.
func (p *Page) hints(w int) string {
	hints := p.keys.Hints(narrow, exclude, filter, closePanel)
	if r, ok := p.selected(); ok && r.group == appliedGroup {
		hints = append([]hint.Hint{p.keys.Hint(narrow, locale.In("hint").T("take away"))}, hints[2:]...)
	}
	parts := make([]string, len(hints))
	for i, h := range hints {
		parts[i] = h.String()
	}
	for i := range parts {
		if s := strings.Join(parts, "  "); cell.Width(s) <= w {
			return s
		}
		parts[i], _, _ = strings.Cut(parts[i], " ")
	}
	return strings.Join(parts, "  ")
}

func (p *Page) foot(w int) string {
	if p.line != nil {
		line, _ := p.line.View(p.theme, w)
		return line + spaces(w-cell.Width(line))
	}
	hint := p.hints(w)
	if p.filter != "" {
		hint = "/" + p.filter + "  " + locale.T("Esc shows all again")
	}
	return p.theme.Faint.Render(cell.Fit(hint, w))
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }
