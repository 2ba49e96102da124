package article

import (
	"dateline/ui/bidi"
	"dateline/ui/prose"
)

// keepPlace scrolls to the reader's place. Near the end of the story the screen
// begins above the place, which stays for the next size.
func (p *Page) keepPlace() {
	if p.doc != nil {
		line := p.doc.LineOf(p.at)
		if p.headed(line - 1) {
			line--
		}
		p.top = min(line, p.lastTop())
		p.moveTo()
	}
}

// scrollTo scrolls to line and sets the reader's place there.
func (p *Page) scrollTo(line int) {
	if p.doc != nil {
		p.top = min(max(line, 0), p.lastTop())
		p.at = p.doc.At(p.firstLine())
		p.ended = p.ended || p.top+p.h >= p.textLines()
		p.moveTo()
	}
}

// lastTop returns the last line that can be the first on the screen.
func (p *Page) lastTop() int {
	if p.doc == nil {
		return 0
	}
	return max(0, p.doc.Len()-p.h)
}

// AtEnd reports whether the last line is on the screen.
func (p *Page) AtEnd() bool { return p.top >= p.lastTop() }

// moveTo is called after the lines on the screen have changed. It deselects a link
// that is off the screen.
func (p *Page) moveTo() {
	p.readOn = 0
	if p.link > 0 && (p.link > len(p.targets) || !p.onScreen(p.link)) {
		p.link = 0
	}
}

func (p *Page) onScreen(link int) bool {
	first, last := p.doc.LinkLine(link)
	return last >= p.firstLine() && first < p.top+p.h
}

// headed reports whether a screen with line top at its top has the head line in the
// place of that line: the headline has been scrolled away.
func (p *Page) headed(top int) bool {
	return !p.split && top > 0 && p.h > 1 && len(p.items) > 1 && p.doc.LineOf(prose.Place{Item: 1}) <= top+1
}

// firstLine returns the first line of the text on the screen.
func (p *Page) firstLine() int {
	if p.headed(p.top) {
		return p.top + 1
	}
	return p.top
}

// textLines returns the number of lines above the end of the story's text.
func (p *Page) textLines() int {
	if p.textEnd >= len(p.items) {
		return p.doc.Len()
	}
	return p.doc.LineOf(prose.Place{Item: p.textEnd}) - p.items[p.textEnd].Space
}

// Cursor returns the cell where the selected link begins, else the current hit on the screen,
// else the text on the screen.
func (p *Page) Cursor() (x, y int, ok bool) {
	if p.doc == nil {
		return 0, 0, false
	}
	line := p.lineOfCursor()
	y = line - p.top
	if p.split {
		y++
	}
	x = p.margin + p.doc.Column(line, prose.Paint{Link: p.link, Hits: p.find.hits, Current: p.find.current, Visual: !bidi.ByTerminal()})
	return x, y, true
}

// lineOfCursor returns the line that the cursor is on.
func (p *Page) lineOfCursor() int {
	first, end := p.firstLine(), min(p.top+p.h, p.doc.Len())
	if p.link > 0 {
		line, _ := p.doc.LinkLine(p.link)
		return max(line, first)
	}
	if h := p.find.hits; p.find.current < len(h) {
		if line := p.doc.LineOf(prose.Place{Item: h[p.find.current].Item, Offset: h[p.find.current].Start}); line >= first && line < end {
			return line
		}
	}
	if p.readOn > 0 {
		return p.readOn
	}
	for line := first; line < end; line++ {
		if p.doc.Line(line, prose.Paint{}) != "" {
			return line
		}
	}
	return first
}
