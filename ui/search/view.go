package search

import (
	"strings"

	"dateline/ui/cell"
)

// hints are what stands at the end of the line, the longest that fits.
var hints = []string{
	"? what can be typed  ·  Enter keeps  ·  Esc goes back ",
	"? manual  ·  Enter keeps  ·  Esc back ",
	"? manual ",
	"",
}

// View draws the line in exactly its cells. At its end stands what is wrong
// with the text, else the hints.
func (p *Page) View() string {
	end, style := p.end(), p.theme.Status
	if p.problem != "" {
		style = p.theme.StatusError
	}
	line, _ := p.line.View(p.theme, p.w-cell.Width(end)-1)
	gap := max(0, p.w-cell.Width(line)-cell.Width(end))
	return line + strings.Repeat(" ", gap) + style.Render(end)
}

// Cursor returns the cell of the cursor in the line.
func (p *Page) Cursor() (x, y int, ok bool) {
	_, x = p.line.View(p.theme, p.w-cell.Width(p.end())-1)
	return x, 0, true
}

// end is the text at the end of the line.
func (p *Page) end() string {
	typed := cell.Width(p.Text()) + 2
	if p.problem != "" {
		return cell.Cut(cell.Cut(p.problem, max(p.w/2, p.w-typed-2))+" ", p.w)
	}
	for _, hint := range hints {
		if typed+2+cell.Width(hint) <= p.w {
			return hint
		}
	}
	return ""
}
