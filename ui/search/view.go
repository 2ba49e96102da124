package search

import (
	"strings"

	"dateline/ui/cell"
	"dateline/ui/theme"
)

// hints are what stands at the end of the line, the longest that fits.
var hints = []string{
	"? what can be typed  ·  Enter keeps  ·  Esc goes back ",
	"? manual  ·  Enter keeps  ·  Esc back ",
	"? manual ",
	"",
}

// View draws the line in exactly w cells and returns the column of the cursor.
// At its end stands what is wrong with the text, else what can be done.
func (p *Page) View(th *theme.Theme, w int) (line string, cursor int) {
	typed := cell.Width(p.Text()) + 2
	end, style := "", th.Status
	if p.problem != "" {
		end, style = cell.Cut(p.problem, max(w/2, w-typed-2))+" ", th.StatusError
	} else {
		for _, end = range hints {
			if typed+2+cell.Width(end) <= w {
				break
			}
		}
	}
	end = cell.Cut(end, w)
	line, cursor = p.line.View(th, w-cell.Width(end)-1)
	gap := max(0, w-cell.Width(line)-cell.Width(end))
	return line + strings.Repeat(" ", gap) + style.Render(end), cursor
}
