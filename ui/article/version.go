package article

import (
	"dateline/feed/story"
)

// Story is the story shown; nil when there is none.
func (p *Page) Story() *story.Story { return p.st }

// Problem reports whether the story could not be shown.
func (p *Page) Problem() bool { return p.problem != "" }

// Reading reports whether the links were looked up before the archive had been
// read to its end.
func (p *Page) Reading() bool { return p.st != nil && p.around.Reading }

// Refresh takes what the archive knows of the story now, unless a line on the
// screen would move for it: then nothing changes, and it returns false. The
// selected link stays.
func (p *Page) Refresh(a Around) bool {
	was, before := p.around, p.onLines()
	p.surround(a)
	if p.steady(before) {
		return true
	}
	p.surround(was)
	return false
}

// surround lays the story out with what the archive knows of it.
func (p *Page) surround(a Around) {
	at, was := p.Place(), p.selected()
	p.around = a
	p.build()
	p.lay()
	p.goTo(at)
	p.link = 0
	for i, t := range p.targets {
		if was.headline != "" && t.headline == was.headline {
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

// onLine is what stands on a line of the screen; text is empty where it is
// the program's and may change in its place.
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

// steady reports whether what stood on the lines of the screen still does.
func (p *Page) steady(before []onLine) bool {
	now := p.onLines()
	if len(now) < len(before) {
		return false
	}
	for i := range before {
		if now[i] != before[i] {
			return false
		}
	}
	return true
}

// Renew shows a newer version of the story. What stood at the top of the
// screen stays there where the story still has it.
func (p *Page) Renew(row story.Row, st *story.Story, a Around) {
	at := p.Place()
	if i := at.Block - 1; i >= 0 && i < len(p.st.Body) {
		at.Block = 1 + sameBlock(p.st, st, i)
	}
	match := p.find.match
	p.Show(row, st, a, at)
	if match != nil {
		p.Found(match, false)
	}
}

// sameBlock is which block of now has the text of block i of was, the nearest
// of several; i itself where none has.
func sameBlock(was, now *story.Story, i int) int {
	text := was.Body[i].Text
	for d := range max(len(now.Body), i+1) {
		for _, j := range [2]int{i - d, i + d} {
			if j >= 0 && j < len(now.Body) && now.Body[j].Text == text {
				return j
			}
		}
	}
	return i
}
