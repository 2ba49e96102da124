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
	Scope        feed.Scope   // whether a row stands for a story or for a take
	Above        int          // number of rows above the first of Rows; -1 if not counted
	AtTop, AtEnd bool         // Rows include the first, the last row of the list
	Cursor       story.ID     // the row to put the cursor on; "" to keep it
	CursorKey    story.Key    // the key of that row, in case the row is gone
	Counts       feed.Counts  // of the whole archive
	Changes      feed.Changes // the changes that Rows include
	Marks        int          // the number of marks that Rows include
}

// Load returns a request for the window around the selected row, or for the top of
// the list if the reader has not moved.
func (p *Page) Load() intent.Load {
	if row, ok := p.At(); ok && p.touched {
		return p.LoadFor(row)
	}
	return p.load(intent.Top, story.Key{})
}

// LoadFor returns a request for the window around the row for a story.
func (p *Page) LoadFor(row story.Row) intent.Load {
	in := p.LoadAt(row.Key())
	in.Story = row.ID
	return in
}

// News returns a request for the window after stories were added, which it will
// mark as new. The cursor keeps its row, except at the top of the list, where it
// moves to the newest row.
func (p *Page) News() intent.Load {
	p.news = true
	if p.atTop && p.cursor == 0 && !p.blur {
		p.touched = false
	}
	return p.Load()
}

// LoadAt returns a request for the window around key.
func (p *Page) LoadAt(key story.Key) intent.Load {
	p.touched = true
	return p.load(intent.Around, key)
}

// Reach returns the number of rows to request on each side of the cursor.
func (p *Page) Reach() int { return max(reach, 2*p.frame.h) }

func (p *Page) load(edge intent.Edge, key story.Key) intent.Load {
	p.gen++
	p.loading = false
	return intent.Load{Edge: edge, Key: key, N: p.Reach(), Gen: p.gen}
}

// Show shows the answer to a Load, unless it is out of date. The selected row stays
// on its line of the screen if it still exists.
func (p *Page) Show(ans Rows) {
	if ans.Gen != p.gen {
		return
	}
	line := p.line(p.cursor)
	if !p.loaded {
		line = p.frame.h / 3
	}
	if ans.Cursor == "" {
		if row, ok := p.At(); ok && p.touched {
			ans.Cursor, ans.CursorKey = row.ID, row.Key()
		}
	}
	if p.news {
		p.news, p.fresh = false, p.added(ans.Rows)
	}
	old, take := story.ID(""), p.take
	if row, ok := p.At(); ok {
		old = row.ID
	}
	p.setWindow(ans)
	p.cursor, p.take = p.index(ans.Cursor, ans.CursorKey), 0
	if row, ok := p.At(); ok && row.ID == old {
		p.take = min(take, p.steps(p.cursor))
	}
	p.putAt(p.cursor, line)
	p.keepVisible()
	p.stepPending()
}

// added returns those of rows that the present window would hold if they had been
// in the archive when it was read.
func (p *Page) added(rows []story.Row) map[story.ID]bool {
	old := make(map[story.ID]bool, len(p.rows))
	for i := range p.rows {
		old[p.rows[i].ID] = true
	}
	out := map[story.ID]bool{}
	for i := range rows {
		k := rows[i].Key()
		above := len(p.rows) > 0 && !p.atTop && k.Before(p.rows[0].Key())
		below := len(p.rows) > 0 && !p.atEnd && p.rows[len(p.rows)-1].Key().Before(k)
		if !old[rows[i].ID] && !above && !below {
			out[rows[i].ID] = true
		}
	}
	return out
}

// setWindow replaces the window with the rows of ans.
func (p *Page) setWindow(ans Rows) {
	p.rows, p.scope, p.above, p.atTop, p.atEnd = ans.Rows, ans.Scope, ans.Above, ans.AtTop, ans.AtEnd
	p.counts, p.shown, p.marked, p.loaded, p.counting = ans.Counts, ans.Changes, ans.Marks, true, false
}

// index returns the index of the row id in the window. If that row is gone, it is
// the index of the next row.
func (p *Page) index(id story.ID, key story.Key) int {
	if id == "" && key.IsZero() {
		return 0
	}
	near := len(p.rows) - 1
	if p.ranked() { // the key does not give the position
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

// Append adds the answer to an Extend below the window.
func (p *Page) Append(ans Rows) {
	if ans.Gen != p.gen {
		return
	}
	p.loading = false
	p.rows, p.atEnd = append(p.rows, ans.Rows...), ans.AtEnd
	p.marked = min(p.marked, ans.Marks)
	if over := min(len(p.rows)-maxRows, p.top-margin); over > 0 {
		p.rows = append([]story.Row(nil), p.rows[over:]...)
		p.cursor, p.top, p.atTop = p.cursor-over, p.top-over, false
		if p.above != unknown {
			p.above += over
		}
	}
	p.stepPending()
}

// Prepend adds the answer to an Extend above the window.
func (p *Page) Prepend(ans Rows) {
	if ans.Gen != p.gen {
		return
	}
	p.loading = false
	n := len(ans.Rows)
	p.rows, p.atTop = append(ans.Rows, p.rows...), ans.AtTop
	p.marked = min(p.marked, ans.Marks)
	p.cursor, p.top = p.cursor+n, p.top+n
	if p.above != unknown {
		p.above = max(0, p.above-n)
	}
	if len(p.rows) > maxRows {
		if keep := max(maxRows, p.cursor+p.frame.h+margin); keep < len(p.rows) {
			p.rows, p.atEnd = p.rows[:keep], false
		}
	}
	p.stepPending()
}

// Select puts the cursor on row. If row is not in the window, Select returns a
// request for the window around it.
func (p *Page) Select(row story.Row) intent.Intent {
	p.touched = true
	for i := range p.rows {
		if p.rows[i].ID == row.ID {
			p.put(i)
			p.keepVisible()
			return p.More()
		}
	}
	return p.LoadFor(row)
}

// stepPending makes the pending steps.
func (p *Page) stepPending() {
	n := p.pending
	p.pending = 0
	p.step(n)
}

func (p *Page) ranked() bool { return p.result != nil && p.result.Ranked }
