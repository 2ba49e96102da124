package headlines

import (
	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/intent"
)

// Result is what a search tells of the rows that it found.
type Result struct {
	Hits   func(text string) []term.Span // what it found in a line
	Ranked bool                          // best first: keys do not tell what stands above what
}

// found is a result and what has been learned of its rows.
type found struct {
	Result
	serial   int
	titles   map[story.ID][]term.Span // the hits in headlines
	snippets map[story.ID]snippet
	asked    bool // snippets are on their way
}

// snippet is the part of a story that stands below its row.
type snippet struct {
	text string
	hits []term.Span
	n    int // as many characters were asked for
}

// Snippet is an answer to intent.Snippets: one story's.
type Snippet struct {
	ID   story.ID
	Text string
	Hits []term.Span // in Text
}

// Place is a list as the reader left it.
type Place struct{ listing listing }

// Loaded reports whether the place is that of a list that was shown.
func (a Place) Loaded() bool { return a.listing.loaded }

// Leave returns what Restore needs to show the list again as it is now.
func (p *Page) Leave() Place { return Place{p.listing} }

// Restore shows a list as it was left; what is on its way for another is
// dropped.
func (p *Page) Restore(at Place) {
	p.gen++
	p.listing, p.owed, p.asked, p.sought = at.listing, 0, false, false
	if p.found != nil {
		p.found.asked = false
	}
	p.keepVisible()
}

// ShowFound shows what a search found, at the row that a names, else from the
// first row on.
func (p *Page) ShowFound(r Result, a Rows) {
	p.gen++
	p.serial++
	was := p.found
	p.listing, p.owed, p.asked = listing{}, 0, false
	p.found = &found{
		Result: r, serial: p.serial,
		titles: map[story.ID][]term.Span{}, snippets: was.old(a.Rows),
	}
	p.take(a)
	p.touched = a.Cursor != ""
	p.cursor = p.index(a.Cursor, a.CursorKey)
	p.top = max(0, p.cursor-p.h/6)
	p.keepVisible()
}

// old is the snippets of some rows for another search: they stand there until
// the new ones come. F may be nil.
func (f *found) old(rows []story.Row) map[story.ID]snippet {
	out := map[story.ID]snippet{}
	for i := range rows {
		if f == nil {
			break
		}
		if s, ok := f.snippets[rows[i].ID]; ok {
			s.n = 0
			out[rows[i].ID] = s
		}
	}
	return out
}

func (p *Page) ranked() bool { return p.found != nil && p.found.Ranked }

// Whole reports whether the window holds the whole list, and how many rows
// that is.
func (p *Page) Whole() (n int, ok bool) { return len(p.rows), p.loaded && p.atTop && p.atEnd }

// Wanting asks for what the rows on the screen lack: their snippets, or the
// number of rows above them.
func (p *Page) Wanting() intent.Intent {
	if p.found == nil || len(p.rows) == 0 || p.h <= 0 {
		return nil
	}
	if p.above == unknown && !p.sought {
		p.sought = true
		return intent.Locate{Key: p.rows[0].Key(), Gen: p.gen}
	}
	n := newFoundColumns(p.w).ask
	if p.found.asked || n < shortest {
		return nil
	}
	ids := p.lacking(n)
	if len(ids) == 0 {
		return nil
	}
	p.found.asked = true
	return intent.Snippets{IDs: ids, N: n, Found: p.found.serial}
}

// together is how many snippets are asked for at a time, and shortest the
// fewest characters that one is of use with.
const (
	together = 8
	shortest = 8
)

// lacking is the rows on the screen that have no snippet of n characters.
func (p *Page) lacking(n int) []story.ID {
	var ids []story.ID
	for i := p.top; i <= p.lastShown(p.top)+1 && i < len(p.rows) && len(ids) < together; i++ {
		if s, ok := p.found.snippets[p.rows[i].ID]; !ok || s.n != n {
			ids = append(ids, p.rows[i].ID)
		}
	}
	return ids
}

// AddSnippets takes the answer to intent.Snippets; one for another result is
// dropped.
func (p *Page) AddSnippets(serial, n int, list []Snippet) {
	if p.found == nil || p.found.serial != serial {
		return
	}
	p.found.asked = false
	for _, s := range list {
		p.found.snippets[s.ID] = snippet{text: s.Text, hits: s.Hits, n: n}
	}
}

// Located takes the answer to intent.Locate: n rows stand above the one at key.
func (p *Page) Located(gen int, key story.Key, n int) {
	if gen != p.gen {
		return
	}
	p.sought = false
	for i := range p.rows {
		if p.rows[i].Key() == key {
			p.above = max(0, n-i)
			return
		}
	}
}
