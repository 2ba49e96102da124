package search

import (
	"strings"

	"dateline/ui/hint"

	"dateline/ui/cell"
)

// hints returns the hints at the end of the line: as many as fit in room cells.
func (p *Page) hints(room int) string {
	parts := p.keys.Hints(choose, keepSearch, complete, manual, older, leave)
	for n := len(parts); n > 0; n-- {
		if s := hint.Join(parts[:n], " · ") + " "; cell.Width(s) <= room {
			return s
		}
	}
	return ""
}

// View draws the line. At its end is the error in the text, or the hints.
func (p *Page) View() string {
	end, style := p.end(), p.theme.Status
	if p.problem != "" {
		style = p.theme.StatusError
	}
	line, _ := p.line.View(p.theme, p.w-cell.Width(end)-1)
	gap := max(0, p.w-cell.Width(line)-cell.Width(end))
	return line + strings.Repeat(" ", gap) + style.Render(end)
}

// Cursor returns the cell of the cursor.
func (p *Page) Cursor() (x, y int, ok bool) {
	_, x = p.line.View(p.theme, p.w-cell.Width(p.end())-1)
	return x, 0, true
}

// end returns the text at the end of the line.
func (p *Page) end() string {
	typed := cell.Width(p.Text()) + 2
	if p.problem != "" {
		return cell.Cut(cell.Cut(p.problem, max(p.w/2, p.w-typed-2))+" ", p.w)
	}
	return p.hints(p.w - typed - 2)
}
