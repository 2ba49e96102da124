package headlines

import (
	"slices"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/intent"
)

// Result describes the rows that a search found.
type Result struct {
	Hits   func(text string) []term.Span // returns the hits in a line
	Ranked bool                          // the rows are ordered by rank, not by key
}

// result is a Result with the hits and snippets of its rows.
type result struct {
	Result
	serial    int
	titles    map[story.ID][]term.Span // the hits in headlines
	snippets  map[story.ID]snippet
	facets    feed.Facets
	requested bool // a request for snippets has no answer yet
}

// snippet is the excerpt of a story below its row.
type snippet struct {
	text string
	hits []term.Span
	n    int // the requested length in characters
}

// Snippet is the answer to intent.Snippets for one story.
type Snippet struct {
	ID   story.ID
	Text string
	Hits []term.Span // in Text
}

// Snapshot is the state of a list that Restore returns to. The zero Snapshot is a
// list that has not been loaded.
type Snapshot struct{ listing listing }

// Loaded reports whether the list had been loaded.
func (s Snapshot) Loaded() bool { return s.listing.loaded }

// Snapshot returns the state of the list.
func (p *Page) Snapshot() Snapshot { return Snapshot{p.listing} }

// Restore shows the list in the state s. Answers that are still due for the
// current list will be dropped.
func (p *Page) Restore(s Snapshot) {
	p.gen++
	p.listing, p.pending, p.loading, p.counting = s.listing, 0, false, false
	if p.result != nil {
		p.result.requested = false
	}
	p.keepVisible()
}

// ShowResult shows the rows of a search result. The cursor is on ans.Cursor, or on
// the first row if ans has none.
func (p *Page) ShowResult(res Result, ans Rows) {
	p.gen++
	p.serial++
	old := p.result
	p.listing, p.pending, p.loading = listing{}, 0, false
	p.result = &result{
		Result: res, serial: p.serial,
		titles: map[story.ID][]term.Span{}, snippets: old.keep(ans.Rows),
	}
	p.setWindow(ans)
	p.touched = ans.Cursor != ""
	p.cursor = p.index(ans.Cursor, ans.CursorKey)
	p.top, p.skip = max(0, p.cursor-p.frame.h/6), 0
	p.keepVisible()
}

// keep returns the snippets that r has for rows. They are shown until the new ones
// arrive. r may be nil.
func (r *result) keep(rows []story.Row) map[story.ID]snippet {
	out := map[story.ID]snippet{}
	for i := range rows {
		if r == nil {
			break
		}
		if s, ok := r.snippets[rows[i].ID]; ok {
			s.n = 0
			out[rows[i].ID] = s
		}
	}
	return out
}

// Whole returns the number of rows in the window; ok reports whether they are the
// whole list.
func (p *Page) Whole() (n int, ok bool) { return len(p.rows), p.loaded && p.atTop && p.atEnd }

// Folded reports whether a row of the window stands for several takes.
func (p *Page) Folded() bool {
	return slices.ContainsFunc(p.rows, func(r story.Row) bool { return p.folds(&r) })
}

// Missing returns the intent that loads data missing on the screen: snippets, or
// the number of rows above the window.
func (p *Page) Missing() intent.Intent {
	if p.result == nil || len(p.rows) == 0 || p.frame.h <= 0 {
		return nil
	}
	if p.above == unknown && !p.counting {
		p.counting = true
		return intent.Locate{Key: p.rows[0].Key(), Gen: p.gen}
	}
	n := p.snippetChars()
	if p.result.requested || n < minSnippet {
		return nil
	}
	ids := p.missingSnippets(n)
	if len(ids) == 0 {
		return nil
	}
	p.result.requested = true
	return intent.Snippets{IDs: ids, N: n, Found: p.result.serial}
}

const (
	snippetBatch = 8 // snippets per request
	minSnippet   = 8 // characters; a shorter snippet is not shown
)

// missingSnippets returns rows on the screen that have no snippet of n characters,
// at most snippetBatch of them.
func (p *Page) missingSnippets(n int) []story.ID {
	var ids []story.ID
	for i := p.top; i <= p.lastShown()+1 && i < len(p.rows) && len(ids) < snippetBatch; i++ {
		if s, ok := p.result.snippets[p.rows[i].ID]; !ok || s.n != n {
			ids = append(ids, p.rows[i].ID)
		}
	}
	return ids
}

// AddSnippets adds the answer to intent.Snippets. An answer for another result is
// dropped.
func (p *Page) AddSnippets(serial, n int, list []Snippet) {
	if p.result == nil || p.result.serial != serial {
		return
	}
	p.result.requested = false
	for _, s := range list {
		p.result.snippets[s.ID] = snippet{text: s.Text, hits: s.Hits, n: n}
	}
}

// Located handles the answer to intent.Locate: there are n rows above key.
func (p *Page) Located(gen int, key story.Key, n int) {
	if gen != p.gen {
		return
	}
	p.counting = false
	for i := range p.rows {
		if p.rows[i].Key() == key {
			p.above = max(0, n-i)
			return
		}
	}
}
