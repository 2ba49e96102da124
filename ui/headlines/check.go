package headlines

import (
	"maps"
	"slices"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
)

// Check is the rows of the list and the takes below them, read again.
type Check struct {
	Rows    map[story.ID]story.Row
	Removed map[story.ID]bool // the stories that are no longer in the archive
	Marks   int               // the number of marks that Rows include
	Counts  feed.Counts       // of the whole archive
}

// gone returns the label of a row whose story is no longer in the archive.
func gone() string { return locale.In("label").T("gone") }

// Replace updates rows in place. No row moves: one whose key has changed gets only its new
// marks.
func (p *Page) Replace(c Check) {
	for i := range p.rows {
		r := p.row(i)
		n, ok := c.Rows[r.ID]
		switch {
		case ok && n.Key() == r.Key():
			if n.Takes != r.Takes {
				p.fold(r.ID)
			}
			p.rows[i] = n
			continue
		case ok:
			n = r.WithMarks(&n)
			r = &n
		}
		p.rows[i] = *r
		if !ok && c.Removed[r.ID] {
			p.rows[i].Problem = gone()
		}
	}
	p.marked = c.Marks
	// Stories that came since are not shown yet.
	p.counts.Unread, p.counts.Starred = min(c.Counts.Unread, p.counts.Stories), min(c.Counts.Starred, p.counts.Stories)
	p.replaceTakes(c)
}

// replaceTakes updates the marks of the takes below rows. Snapshots keep the old ones.
func (p *Page) replaceTakes(c Check) {
	p.unfolded = maps.Clone(p.unfolded)
	for id, t := range p.unfolded {
		t.Rows = slices.Clone(t.Rows)
		for i := range t.Rows {
			p.marks.Apply(&t.Rows[i], t.Marks)
			if n, ok := c.Rows[t.Rows[i].ID]; ok {
				t.Rows[i] = t.Rows[i].WithMarks(&n)
			}
		}
		t.Marks = c.Marks
		p.unfolded[id] = t
	}
}

// Rows returns a copy of the rows in the window.
func (p *Page) Rows() []story.Row { return slices.Clone(p.rows) }

// Unfolded returns the IDs of the takes below rows.
func (p *Page) Unfolded() (ids []story.ID) {
	for _, t := range p.unfolded {
		for i := range t.Rows {
			ids = append(ids, t.Rows[i].ID)
		}
	}
	return ids
}
