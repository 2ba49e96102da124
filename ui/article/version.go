package article

import (
	"dateline/feed"
	"dateline/feed/story"
)

// Story returns the story on the page, nil for none.
func (p *Page) Story() *story.Story { return p.st }

// Around returns the stories around the story.
func (p *Page) Around() Around { return p.around }

// Version returns a number that changes whenever the story or the stories around it
// change.
func (p *Page) Version() int { return p.version }

// Problem reports whether the story could not be shown.
func (p *Page) Problem() bool { return p.problem != "" }

// Reading reports whether a scan was running when the links were looked up.
func (p *Page) Reading() bool { return p.st != nil && p.around.Reading }

// Pending reports whether the stories around the story are still to be looked up.
func (p *Page) Pending() bool { return p.st != nil && p.around.Pending }

// Complete sets the stories around a story that was shown at the place start without
// them.
func (p *Page) Complete(around Around, start feed.Place) {
	moved := p.at != p.placeOf(start)
	p.setAround(around)
	if !moved {
		p.goTo(start)
	}
}

// Remark shows the marks of the story and the stories around it as they are now. The reader's
// place, the selected link and the hits stay.
func (p *Page) Remark(row story.Row, around Around) {
	p.setRow(row)
	p.setAround(around)
}

// Refresh replaces the stories around the story. If that would move a line on the
// screen, Refresh changes nothing and returns false. The selected link stays.
func (p *Page) Refresh(around Around) bool {
	old, lines := p.around, p.screenLines()
	p.setAround(around)
	if p.sameLines(lines) {
		return true
	}
	p.setAround(old)
	return false
}

// setAround sets the stories around the story and lays it out.
func (p *Page) setAround(around Around) {
	p.around = around
	p.rebuild()
}

// Unveil shows the text of the story if its embargo has ended or was lifted.
func (p *Page) Unveil() {
	if p.veil.on && p.Held(p.st) == "" {
		p.rebuild()
	}
}

// rebuild creates the items again. The reader's place, the selected link and the hits stay.
func (p *Page) rebuild() {
	at, old := p.Place(), p.selected()
	p.build()
	p.lay()
	p.goTo(at)
	p.link = 0
	for i, t := range p.targets {
		if old.headline != "" && t.headline == old.headline && t.inText == old.inText {
			p.link = i + 1
		}
	}
	p.find.hits = p.hits()
	p.find.current = min(p.find.current, max(0, len(p.find.hits)-1))
}

func (p *Page) selected() target {
	if p.link < 1 || p.link > len(p.targets) {
		return target{}
	}
	return p.targets[p.link-1]
}

// screenLine is the content of a line on the screen. The text is empty if the program
// wrote it: such a line may change in place.
type screenLine struct {
	text   string
	offset int
}

func (p *Page) screenLines() []screenLine {
	if p.doc == nil {
		return nil
	}
	lines := make([]screenLine, 0, p.h)
	for i := p.top; i < min(p.top+p.h, p.doc.Len()); i++ {
		at := p.doc.At(i)
		if it := &p.items[at.Item]; p.generated[at.Item] {
			lines = append(lines, screenLine{})
		} else {
			lines = append(lines, screenLine{it.Text, at.Offset})
		}
	}
	return lines
}

// sameLines reports whether the screen still has the lines of old.
func (p *Page) sameLines(old []screenLine) bool {
	cur := p.screenLines()
	if len(cur) < len(old) {
		return false
	}
	for i := range old {
		if cur[i] != old[i] {
			return false
		}
	}
	return true
}

// Replace shows a newer version of the story. The text at the top of the screen stays
// there if the new version still has it.
func (p *Page) Replace(row story.Row, st *story.Story, around Around) {
	at := p.Place()
	if i := at.Block - 1; i >= 0 && i < len(p.st.Body) {
		at.Block = 1 + sameBlock(p.st, st, i)
	}
	match := p.find.match
	p.Show(row, st, around, at)
	if match != nil {
		p.Found(match, false)
	}
}

// sameBlock returns the block of cur that has the text of block i of old. If there
// are several, it returns the nearest; if there is none, i.
func sameBlock(old, cur *story.Story, i int) int {
	text := old.Body[i].Text
	for d := range max(len(cur.Body), i+1) {
		for _, j := range [2]int{i - d, i + d} {
			if j >= 0 && j < len(cur.Body) && cur.Body[j].Text == text {
				return j
			}
		}
	}
	return i
}
