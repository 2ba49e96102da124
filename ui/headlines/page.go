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
