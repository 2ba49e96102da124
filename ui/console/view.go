package console

import (
	"strconv"
	"strings"

	"dateline/ui/cell"
	"dateline/ui/hint"
)

// View draws the line. At its end is why the text is no command, or what can be typed.
func (p *Page) View() string {
	line, _ := p.line.Beside(p.theme, p.w, p.end())
	return line
}

// Cursor returns the cell of the cursor.
func (p *Page) Cursor() (x, y int, ok bool) {
	_, x = p.line.Beside(p.theme, p.w, p.end())
	return x, 0, true
}

// end returns the hints at the end of the line, cut to the room beside the text typed.
func (p *Page) end() string {
	parts, room := p.help(), p.line.Room(p.w)
	for n := len(parts); n > 0; n-- {
		if s := strings.Join(parts[:n], " · ") + " "; cell.Width(s) <= room {
			return s
		}
	}
	return ""
}

// help returns what the number in the line does, and the hints of the line.
func (p *Page) help() (parts []string) {
	if n, ok := p.number(); ok {
		parts = append(parts, p.unit+" "+strconv.Itoa(n))
	}
	for _, h := range p.keys.Hints(complete, run, older, leave) {
		parts = append(parts, hint.Join([]hint.Hint{h}, ""))
	}
	return parts
}
