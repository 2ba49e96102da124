// Package headlines is the list page. It shows either the stories of the archive,
// newest first, or the stories that a search found, each with a snippet below it.
// Below the stories of the archive is the peek: what the selected row has no room
// for. The list can have any number of rows: the page holds a
// window of a few screens around the cursor and requests more rows when the
// cursor gets near an end of the window. The cost of a frame depends only on the
// rows on the screen.
package headlines

import (
	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/keys"
	"dateline/ui/mark"
	"dateline/ui/theme"
)

const (
	reach   = 128  // rows requested on each side of the cursor
	margin  = 64   // if fewer rows are left, more are requested
	maxRows = 1024 // rows that the window keeps
)

// Page is the list page. Use New to create one.
type Page struct {
	Empty      string   // the text of an empty list
	NoMatches  string   // the text of a result without rows
	Summary    []string // of the archive, for the head line: the first that fits
	Heading    string   // the head line of a search result
	HeadingEnd []string // its right end: the first that fits

	keys  keys.List
	theme *theme.Theme
	marks *mark.Marks
	set   Settings
	frame frame
	split bool // the story is beside the list
	blur  bool // another pane has the focus
	lines map[story.ID]wrapped
	fresh map[story.ID]bool // the rows that the last News added
	lede  Lede

	listing
	pending   int // steps of the cursor that need more rows
	counts    feed.Counts
	news      bool // the next window will show what was added
	gen       int  // of the last request; answers to earlier ones are dropped
	unfolding int  // the number of the last press of the key that unfolds
	loading   bool // an Extend has no answer yet
	counting  bool // a Locate has no answer yet
	serial    int  // of the result shown
}

// listing is a window of rows and the reader's position in it.
type listing struct {
	rows            []story.Row        // in list order, as the store returned them
	scope           feed.Scope         // whether a row stands for a story or for a take
	marked          int                // number of marks that the rows include
	above           int                // number of rows above rows[0], or unknown
	atTop, atEnd    bool               // the window includes the first, the last row of the list
	cursor, top     int                // indices in rows: the selected row, the first on the screen
	skip            int                // lines of the first row and its rule that are above the screen
	take            int                // the selected take below the selected row, counted from 1; 0 is the row
	unfolded        map[story.ID]Takes // the takes below rows
	loaded, touched bool               // the first rows have arrived; the reader has left the top of the list
	shown           feed.Changes
	result          *result // nil for the list of the whole archive
}

// unknown stands for a number of rows that has not been counted.
const unknown = -1

// New returns an empty list page.
func New(th *theme.Theme) *Page {
	p := &Page{theme: th, set: Defaults(), lines: map[story.ID]wrapped{}}
	p.keys = bindings(p)
	return p
}

// SetSettings sets what the reader has chosen. Resize follows.
func (p *Page) SetSettings(s Settings) { p.set = s }

// SetMarks sets the marks that are added to rows when they are drawn.
func (p *Page) SetMarks(m *mark.Marks) { p.marks = m }

// Resize sets the size of the page in cells.
func (p *Page) Resize(w, h int) {
	if f := newFrame(w, h, p.split, p.theme.Words, p.set); f != p.frame {
		p.frame = f
		clear(p.lines)
		p.skip = min(p.skip, p.rule(p.top))
	}
	if len(p.rows) > 0 {
		p.take = min(p.take, p.steps(p.cursor))
	}
	p.keepVisible()
}

// SetSplit sets whether the story is beside the list.
func (p *Page) SetSplit(split bool) {
	p.split = split
	p.Resize(p.frame.w, p.frame.h)
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// SetBlur sets whether another pane has the focus.
func (p *Page) SetBlur(blur bool) { p.blur = blur }

// At returns the row of the list that the cursor is on, also if it is on a take below
// that; ok is false in an empty list.
func (p *Page) At() (row story.Row, ok bool) {
	if p.cursor < 0 || p.cursor >= len(p.rows) {
		return story.Row{}, false
	}
	return *p.row(p.cursor), true
}

// Selected returns the selected row, or the row of the selected take; ok is false in an
// empty list.
func (p *Page) Selected() (row story.Row, ok bool) {
	if row, ok = p.At(); ok && p.take > 0 {
		row = p.takeAt(p.cursor, p.take)
	}
	return row, ok
}

// Neighbour moves the cursor by n rows and returns the row under it. If the window
// has no such row, it does not move the cursor and returns false.
func (p *Page) Neighbour(n int) (row story.Row, ok bool) {
	if _, _, rest := p.walk(n); rest != 0 {
		return story.Row{}, false
	}
	p.step(n)
	return p.Selected()
}

// Mark calls set, which sets marks, and updates the counts by what that changes in the
// window.
func (p *Page) Mark(set func()) {
	read, starred := p.marksShown()
	set()
	nowRead, nowStarred := p.marksShown()
	p.counts.Unread += read - nowRead
	p.counts.Starred += nowStarred - starred
}

// marksShown counts the rows of the window that are read, and those that are starred.
func (p *Page) marksShown() (read, starred int) {
	for i := range p.rows {
		r := p.row(i)
		if r.Read {
			read++
		}
		if r.Starred {
			starred++
		}
	}
	return read, starred
}

// Shown returns the changes of the archive that the list includes.
func (p *Page) Shown() feed.Changes { return p.shown }

// Row returns the row with the given ID; ok is false if it is not in the window.
func (p *Page) Row(id story.ID) (row story.Row, ok bool) {
	for i := range p.rows {
		if p.rows[i].ID == id {
			return *p.row(i), true
		}
	}
	return story.Row{}, false
}

// Unread reports whether the row that stands for a group of takes is unread; false if it
// is not in the window.
func (p *Page) Unread(group story.ID) bool {
	for i := range p.rows {
		if r := &p.rows[i]; p.folds(r) && r.Group == group {
			return !p.row(i).Read
		}
	}
	return false
}

// Touched reports whether the reader has left the top of the list.
func (p *Page) Touched() bool { return p.touched }

// Loaded reports whether the first rows have arrived.
func (p *Page) Loaded() bool { return p.loaded }

// Counts returns the counts of the whole archive.
func (p *Page) Counts() feed.Counts { return p.counts }

// Position returns the number of the selected row in the list, counted from 1. It
// is 0 if the list is empty or the number is unknown.
func (p *Page) Position() int {
	if len(p.rows) == 0 || p.above == unknown {
		return 0
	}
	return p.above + p.cursor + 1
}
