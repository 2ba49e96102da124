package headlines

import (
	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/intent"
)

// Result is what a search says of the rows that it found.
type Result struct {
	Hits   func(text string) []term.Span // the hits in a line
	Ranked bool                          // best first: the order of the rows is not that of their keys
}

// found is a result and what is known of its rows.
type found struct {
	Result
	serial   int
	titles   map[story.ID][]term.Span // the hits in headlines
	snippets map[story.ID]snippet
	asked    bool // for snippets; no answer yet
}

// snippet is the part of a story that is below its row.
type snippet struct {
	text string
	hits []term.Span
	n    int // the length that was asked for, in characters
}

// Snippet is the answer to intent.Snippets for one story.
type Snippet struct {
	ID   story.ID
	Text string
	Hits []term.Span // in Text
}

// Place is a list as the reader left it.
type Place struct{ listing listing }

// Loaded reports whether the list was shown.
func (at Place) Loaded() bool { return at.listing.loaded }

// Leave returns the list for Restore.
func (p *Page) Leave() Place { return Place{p.listing} }

// Restore shows a list as the reader left it. Answers that are due for another
// list are dropped.
func (p *Page) Restore(at Place) {
	p.gen++
	p.listing, p.owed, p.asked, p.sought = at.listing, 0, false, false
	if p.found != nil {
		p.found.asked = false
	}
	p.keepVisible()
}

// ShowFound shows the rows that a search found, with the cursor on the one that the
// answer names, or else on the first.
func (p *Page) ShowFound(r Result, ans Rows) {
	p.gen++
	p.serial++
	old := p.found
	p.listing, p.owed, p.asked = listing{}, 0, false
	p.found = &found{
		Result: r, serial: p.serial,
		titles: map[story.ID][]term.Span{}, snippets: old.keep(ans.Rows),
	}
	p.take(ans)
	p.touched = ans.Cursor != ""
	p.cursor = p.index(ans.Cursor, ans.CursorKey)
	p.top = max(0, p.cursor-p.h/6)
	p.keepVisible()
}

// keep returns the snippets of rows. They are shown until those of another search
// come. F may be nil.
func (f *found) keep(rows []story.Row) map[story.ID]snippet {
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

// Whole returns the number of rows; ok is false if the window does not hold the
// whole list.
func (p *Page) Whole() (n int, ok bool) { return len(p.rows), p.loaded && p.atTop && p.atEnd }

// Wanting asks for what the screen lacks: the snippets of its rows, or the number
// of rows above them.
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

const (
	together = 8 // snippets that are asked for at a time
	shortest = 8 // characters of a snippet that is worth showing
)

// lacking returns the rows on the screen without a snippet of n characters.
func (p *Page) lacking(n int) []story.ID {
	var ids []story.ID
	for i := p.top; i <= p.lastShown(p.top)+1 && i < len(p.rows) && len(ids) < together; i++ {
		if s, ok := p.found.snippets[p.rows[i].ID]; !ok || s.n != n {
			ids = append(ids, p.rows[i].ID)
		}
	}
	return ids
}

// AddSnippets takes the answer to intent.Snippets. It drops one for another
// result.
func (p *Page) AddSnippets(serial, n int, list []Snippet) {
	if p.found == nil || p.found.serial != serial {
		return
	}
	p.found.asked = false
	for _, s := range list {
		p.found.snippets[s.ID] = snippet{text: s.Text, hits: s.Hits, n: n}
	}
}

// Located takes the answer to intent.Locate: n rows are above the one at key.
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
