package headlines

import (
	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
)

// Rows is the answer to a Load or an Extend.
type Rows struct {
	Gen          int
	Rows         []story.Row
	Above        int          // rows of the list above the first of Rows; -1 if not counted
	AtTop, AtEnd bool         // Rows reaches the first, the last row of the list
	Cursor       story.ID     // the row to put the cursor on; "" to keep it
	CursorKey    story.Key    // where that row was, in case it is gone
	Counts       feed.Counts  // of the whole archive
	Changes      feed.Changes // that Rows include
	Marks        int          // the number of marks that Rows include
}

// Load asks for the window around the selected row, or for the top of the list if
// the reader has not moved.
func (p *Page) Load() intent.Load {
	if row, ok := p.Selected(); ok && p.touched {
		return p.load(intent.Around, row.Key())
	}
	return p.load(intent.Top, story.Key{})
}

// News asks for a window with the news of the archive. The cursor keeps its row,
// except at the top of the list: a reader who is there wants the newest row.
func (p *Page) News() intent.Load {
	if p.atTop && p.cursor == 0 && !p.blur {
		p.touched = false
	}
	return p.Load()
}

// LoadAt asks for the window around key, where the last run of the program ended.
func (p *Page) LoadAt(key story.Key) intent.Load {
	p.touched = true
	return p.load(intent.Around, key)
}

// Reach is the number of rows that the list asks for on either side.
func (p *Page) Reach() int { return max(reach, 2*p.h) }

func (p *Page) load(edge intent.Edge, key story.Key) intent.Load {
	p.gen++
	p.asked = false
	return intent.Load{Edge: edge, Key: key, N: p.Reach(), Gen: p.gen}
}

// Show takes the answer to a Load. It drops one that was overtaken. The selected
// row stays on its line of the screen if it is still there.
func (p *Page) Show(ans Rows) {
	if ans.Gen != p.gen {
		return
	}
	line := p.line(p.cursor)
	if !p.loaded {
		line = p.h / 3
	}
	if ans.Cursor == "" {
		if row, ok := p.Selected(); ok && p.touched {
			ans.Cursor, ans.CursorKey = row.ID, row.Key()
		}
	}
	p.take(ans)
	p.cursor = p.index(ans.Cursor, ans.CursorKey)
	p.top, p.bare = p.topWith(p.cursor, line)
	p.keepVisible()
	p.payOwed()
}

// take replaces the window by the rows of an answer.
func (p *Page) take(ans Rows) {
	p.rows, p.above, p.atTop, p.atEnd = ans.Rows, ans.Above, ans.AtTop, ans.AtEnd
	p.counts, p.shown, p.marked, p.loaded, p.sought = ans.Counts, ans.Changes, ans.Marks, true, false
}

// index is the index of row id in the window, or of the row in its place.
func (p *Page) index(id story.ID, key story.Key) int {
	if id == "" && key.IsZero() {
		return 0
	}
	near := len(p.rows) - 1
	if p.ranked() { // its key does not say where it was
		near = min(p.cursor, near)
	}
	for i := range p.rows {
		if p.rows[i].ID == id {
			return i
		}
		if near == len(p.rows)-1 && !p.ranked() && key.Before(p.rows[i].Key()) {
			near = i
		}
	}
	return max(0, near)
}

// Append takes the answer to an Extend below the window.
func (p *Page) Append(ans Rows) {
	if ans.Gen != p.gen {
		return
	}
	p.asked = false
	p.rows, p.atEnd = append(p.rows, ans.Rows...), ans.AtEnd
	p.marked = min(p.marked, ans.Marks)
	if over := min(len(p.rows)-most, p.top-margin); over > 0 {
		p.rows = append([]story.Row(nil), p.rows[over:]...)
		p.cursor, p.top, p.atTop = p.cursor-over, p.top-over, false
		if p.above != unknown {
			p.above += over
		}
	}
	p.payOwed()
}

// Prepend takes the answer to an Extend above the window.
func (p *Page) Prepend(ans Rows) {
	if ans.Gen != p.gen {
		return
	}
	p.asked = false
	n := len(ans.Rows)
	p.rows, p.atTop = append(ans.Rows, p.rows...), ans.AtTop
	p.marked = min(p.marked, ans.Marks)
	p.cursor, p.top = p.cursor+n, p.top+n
	if p.above != unknown {
		p.above = max(0, p.above-n)
	}
	if len(p.rows) > most {
		if keep := max(most, p.cursor+p.h+margin); keep < len(p.rows) {
			p.rows, p.atEnd = p.rows[:keep], false
		}
	}
	p.payOwed()
}

// Select puts the cursor on row. If the window does not hold it, Select asks for
// the window around it.
func (p *Page) Select(row story.Row) intent.Intent {
	p.touched = true
	for i := range p.rows {
		if p.rows[i].ID == row.ID {
			p.cursor = i
			p.keepVisible()
			return p.More()
		}
	}
	return p.load(intent.Around, row.Key())
}

func (p *Page) payOwed() {
	n := p.owed
	p.owed = 0
	p.step(n)
}
