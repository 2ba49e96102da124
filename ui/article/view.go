package article

import (
	"fmt"
	"strings"

	"dateline/ui/cell"
	"dateline/ui/prose"
)

// View draws the page. It has exactly as many lines as the box, and no line is wider
// than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	lines := make([]string, 0, p.h)
	if p.doc != nil {
		lines = p.text(lines)
	}
	for len(lines) < p.h {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

func (p *Page) text(lines []string) []string {
	paint := prose.Paint{Theme: p.theme, Link: p.link, Hits: p.find.hits, Current: p.find.current}
	if p.blur {
		paint.Link = 0
	}
	left := strings.Repeat(" ", p.margin)
	for i := p.top; i < p.doc.Len() && len(lines) < p.h; i++ {
		line := p.doc.Line(i, paint)
		if line != "" {
			line = left + line
		}
		lines = append(lines, line)
	}
	return lines
}

// Progress returns how much of the text the reader has seen, without the lists of
// links, and the time to read the rest: "text 42% · 3 min left". It leaves out a time
// under two minutes, or one that does not fit into w cells.
func (p *Page) Progress(w int) string {
	if p.doc == nil || p.st == nil {
		return ""
	}
	lines := p.textLines()
	switch shown := p.top + p.h; {
	case p.top == 0 && p.AtEnd():
		return "all"
	case p.AtEnd():
		return "end"
	case shown >= lines:
		return "read"
	default:
		share := float64(shown) / float64(lines)
		percent := fmt.Sprintf("text %d%%", int(share*100))
		left := int(float64(p.words) * (1 - share))
		if long := percent + " · " + readingTime(left) + " left"; left >= twoMinutes && cell.Width(long) <= w {
			return long
		}
		return percent
	}
}

// textLines returns the number of lines down to the end of the text.
func (p *Page) textLines() int {
	if p.textEnd >= len(p.items) {
		return p.doc.Len()
	}
	return p.doc.LineOf(prose.Place{Item: p.textEnd}) - p.items[p.textEnd].Space
}

// Marks returns the star of a starred story and "unread" for an unread one.
func (p *Page) Marks() string {
	switch row := p.row(); {
	case row.Starred && !row.Read:
		return "★ unread"
	case row.Starred:
		return "★"
	case !row.Read:
		return "unread"
	}
	return ""
}
