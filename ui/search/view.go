package search

import (
	"dateline/ui/cell"
	"dateline/ui/hint"
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
	line, _ := p.line.Beside(p.theme, p.w, p.end())
	return line
}

// Cursor returns the cell of the cursor.
func (p *Page) Cursor() (x, y int, ok bool) {
	_, x = p.line.Beside(p.theme, p.w, p.end())
	return x, 0, true
}

// end returns the hints at the end of the line.
func (p *Page) end() string {
	return p.hints(p.line.Room(p.w))
}
