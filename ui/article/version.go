package article

import (
	"dateline/feed/story"
)

// Story is the story shown, nil for none.
func (p *Page) Story() *story.Story { return p.st }

// Problem reports whether the story could not be shown.
func (p *Page) Problem() bool { return p.problem != "" }

// Reading reports whether a scan was running when the links were looked up.
func (p *Page) Reading() bool { return p.st != nil && p.around.Reading }

// Refresh replaces the stories around this one. If that would move a line on the
// screen, it changes nothing and returns false. The selected link stays.
func (p *Page) Refresh(around Around) bool {
	old, before := p.around, p.onLines()
	p.surround(around)
	if p.steady(before) {
		return true
	}
	p.surround(old)
	return false
}

// surround lays the story out with the stories around it.
func (p *Page) surround(around Around) {
	at, old := p.Place(), p.selected()
	p.around = around
	p.build()
	p.lay()
	p.goTo(at)
	p.link = 0
	for i, t := range p.targets {
		if old.headline != "" && t.headline == old.headline {
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

// onLine is the content of a line of the screen. Its text is empty if it is the
// program's, which may change in place.
type onLine struct {
	text   string
	offset int
}

func (p *Page) onLines() []onLine {
	if p.doc == nil {
		return nil
	}
	lines := make([]onLine, 0, p.h)
	for i := p.top; i < min(p.top+p.h, p.doc.Len()); i++ {
		at := p.doc.At(i)
		if it := &p.items[at.Item]; p.told[at.Item] {
			lines = append(lines, onLine{})
		} else {
			lines = append(lines, onLine{it.Text, at.Offset})
		}
	}
	return lines
}

// steady reports whether the lines of the screen are still those of before.
func (p *Page) steady(before []onLine) bool {
	cur := p.onLines()
	if len(cur) < len(before) {
		return false
	}
	for i := range before {
		if cur[i] != before[i] {
			return false
		}
	}
	return true
}

// Renew shows a newer version of the story. The text at the top of the screen
// stays there if the new version still has it.
func (p *Page) Renew(row story.Row, st *story.Story, around Around) {
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

// sameBlock is the block of cur with the text of block i of old, the nearest if
// there are several, or i if there is none.
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
