// Package headlines is the list page: a window of rows around a cursor. The
// rows are those of the archive, newest first under their days, or those that
// a search found, with a snippet below each. The list may have any number of
// rows; the page holds a few screens of them and asks the root for more when the
// cursor comes near an end. The cost of a frame is that of the rows on the
// screen.
package headlines

import (
	"slices"
	"time"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/mark"
	"dateline/ui/theme"
)

const (
	reach  = 128  // rows asked for on either side of the cursor
	margin = 64   // if fewer rows are left, more are asked for
	most   = 1024 // rows that the window keeps
)

// Page is the list. It must be made with New.
type Page struct {
	Now     func() time.Time
	Empty   string // the text of an empty list
	Heading string // the line above the rows that a search found

	keys  keys.List
	theme *theme.Theme
	marks *mark.Marks
	w, h  int
	blur  bool // the story beside the list has the keys

	listing
	owed   int // steps that wait for rows
	counts feed.Counts
	gen    int
	asked  bool
	sought bool // the number of rows above the window; no answer yet
	serial int  // of the result shown
}

// listing is the rows that the page shows, and where the reader is in them.
type listing struct {
	rows            []story.Row // a window of the list, in list order, as they were read
	marked          int         // the number of marks that rows include
	above           int         // rows of the list above rows[0]; unknown until they are counted
	atTop, atEnd    bool        // the window reaches the first, the last row
	cursor, top     int         // indices in rows: the selected row, the first on the screen
	bare            bool        // the day of the first row on the screen is above the screen
	loaded, touched bool        // the first answer has come; the reader has left the top of the list
	shown           feed.Changes
	found           *found // the result of a search; nil for the archive's own list
}

// unknown is a number of rows that was not counted.
const unknown = -1

// New returns an empty list.
func New(th *theme.Theme, now func() time.Time) *Page {
	p := &Page{Now: now, theme: th}
	p.keys = bindings(p)
	return p
}

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

// SetMarks sets the marks that are applied to rows when they are drawn.
func (p *Page) SetMarks(m *mark.Marks) { p.marks = m }

// Resize gives the page a box of w by h cells.
func (p *Page) Resize(w, h int) {
	p.w, p.h = w, h
	p.keepVisible()
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// SetBlur says whether the story beside the list has the keys.
func (p *Page) SetBlur(blur bool) { p.blur = blur }

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
func (p *Page) Show(a Rows) {
	if a.Gen != p.gen {
		return
	}
	line := p.line(p.cursor)
	if !p.loaded {
		line = p.h / 3
	}
	if a.Cursor == "" {
		if row, ok := p.Selected(); ok && p.touched {
			a.Cursor, a.CursorKey = row.ID, row.Key()
		}
	}
	p.take(a)
	p.cursor = p.index(a.Cursor, a.CursorKey)
	p.top, p.bare = p.topWith(p.cursor, line)
	p.keepVisible()
	p.payOwed()
}

// take replaces the window by the rows of an answer.
func (p *Page) take(a Rows) {
	p.rows, p.above, p.atTop, p.atEnd = a.Rows, a.Above, a.AtTop, a.AtEnd
	p.counts, p.shown, p.marked, p.loaded, p.sought = a.Counts, a.Changes, a.Marks, true, false
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
func (p *Page) Append(a Rows) {
	if a.Gen != p.gen {
		return
	}
	p.asked = false
	p.rows, p.atEnd = append(p.rows, a.Rows...), a.AtEnd
	p.marked = min(p.marked, a.Marks)
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
func (p *Page) Prepend(a Rows) {
	if a.Gen != p.gen {
		return
	}
	p.asked = false
	n := len(a.Rows)
	p.rows, p.atTop = append(a.Rows, p.rows...), a.AtTop
	p.marked = min(p.marked, a.Marks)
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

// Selected is the selected row; ok is false in an empty list.
func (p *Page) Selected() (row story.Row, ok bool) {
	if p.cursor < 0 || p.cursor >= len(p.rows) {
		return story.Row{}, false
	}
	return *p.row(p.cursor), true
}

// Neighbour moves the cursor by n rows and returns the row under it; ok is false,
// and the cursor stays, where the list ends.
func (p *Page) Neighbour(n int) (row story.Row, ok bool) {
	i := p.cursor + n
	if i < 0 || i >= len(p.rows) {
		return story.Row{}, false
	}
	p.step(n)
	return p.Selected()
}

// Marked updates the counts after a mark was made on a row of the list. Old is the
// row before the mark.
func (p *Page) Marked(old story.Row) {
	if cur, ok := p.Row(old.ID); ok {
		p.counts.Unread += count(old.Read) - count(cur.Read)
		p.counts.Starred += count(cur.Starred) - count(old.Starred)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Shown is the changes of the archive that the list includes.
func (p *Page) Shown() feed.Changes { return p.shown }

// Rows returns a copy of the rows in the window.
func (p *Page) Rows() []story.Row { return slices.Clone(p.rows) }

// gone is the label of a row whose story is no longer in the archive.
const gone = "gone"

// Renew updates rows in place: cur has their new contents by ID, left those that
// are gone. No row moves; one whose key has changed stays as it is.
func (p *Page) Renew(cur map[story.ID]story.Row, left map[story.ID]bool) {
	for i := range p.rows {
		r := &p.rows[i]
		if n, ok := cur[r.ID]; ok && n.Key() == r.Key() {
			n.Read, n.Starred = r.Read, r.Starred
			*r = n
		} else if left[r.ID] {
			r.Problem = gone
		}
	}
}

// Row returns the row with an ID; ok is false if the window does not hold it.
func (p *Page) Row(id story.ID) (row story.Row, ok bool) {
	for i := range p.rows {
		if p.rows[i].ID == id {
			return *p.row(i), true
		}
	}
	return story.Row{}, false
}

// Touched reports whether the reader has left the top of the list.
func (p *Page) Touched() bool { return p.touched }

// Loaded reports whether the first answer has come.
func (p *Page) Loaded() bool { return p.loaded }

// Counts is the counts of the whole archive.
func (p *Page) Counts() feed.Counts { return p.counts }

// Position is the number of the selected row in the list, from 1; 0 in an empty
// list and if the number is unknown.
func (p *Page) Position() int {
	if len(p.rows) == 0 || p.above == unknown {
		return 0
	}
	return p.above + p.cursor + 1
}
