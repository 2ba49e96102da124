package headlines

import (
	"dateline/feed"
	"dateline/feed/story"
)

// Takes are the takes that a row stands for besides its own, in list order.
type Takes struct {
	Rows  []story.Row
	Marks int // the number of marks that they include
}

// folds reports whether r stands for other takes too.
func (p *Page) folds(r *story.Row) bool { return p.scope == feed.Stories && r.Takes > 1 }

// takesOf returns the takes shown below row i, and the number of those that there is no
// room for: they have at most half the lines of the list.
func (p *Page) takesOf(i int) (shown []story.Row, more int) {
	r := &p.rows[i]
	all := p.unfolded[r.ID].Rows
	if len(all)+1 != r.Takes || !p.folds(r) { // it has other takes by now
		return nil, 0
	}
	if room := p.body() / 2; len(all) > room {
		n := max(0, room-1)
		return all[:n], len(all) - n
	}
	return all, 0
}

// takeLines returns the number of lines below row i.
func (p *Page) takeLines(i int) int {
	if len(p.unfolded) == 0 {
		return 0
	}
	shown, more := p.takesOf(i)
	return len(shown) + min(more, p.body()/2, 1)
}

// steps returns the number of takes shown below row i.
func (p *Page) steps(i int) int {
	if len(p.unfolded) == 0 {
		return 0
	}
	shown, _ := p.takesOf(i)
	return len(shown)
}

// takeAt returns take k below row i, counted from 1, with its marks.
func (p *Page) takeAt(i, k int) story.Row {
	t := p.unfolded[p.rows[i].ID]
	r := t.Rows[k-1]
	p.marks.Apply(&r, t.Marks)
	return r
}
