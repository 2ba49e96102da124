package article

import (
	"fmt"

	"dateline/feed"
	"dateline/ui/intent"
	"dateline/ui/prose"
)

// find is what is looked for in the story.
type find struct {
	query   string
	hits    []prose.Hit
	current int
	from    feed.Place // where the reader was when the search began
	top     int
}

// again looks for the same text in a document that has changed.
func (f *find) again(d *prose.Doc) {
	if f.query == "" || d == nil {
		return
	}
	f.hits = d.Find(f.query)
	f.current = min(f.current, max(0, len(f.hits)-1))
}

// BeginFind starts a search at the present place.
func (p *Page) BeginFind() { p.find.from, p.find.top = p.Place(), p.top }

// Find shows what query finds, at the first hit from the place on where the
// search began, else the first of all. An empty query finds nothing.
func (p *Page) Find(query string) {
	f := &p.find
	f.query, f.hits, f.current = query, nil, 0
	if p.doc == nil {
		return
	}
	if query != "" {
		f.hits = p.doc.Find(query)
	}
	if len(f.hits) == 0 {
		p.scrollTo(f.top)
		return
	}
	for i, h := range f.hits {
		if p.doc.LineOf(prose.Place{Item: h.Item, Offset: h.Start}) >= f.top {
			f.current = i
			break
		}
	}
	p.showHit()
}

// EndFind ends the search: keep holds on to the hits, else the reader is back
// where the search began.
func (p *Page) EndFind(keep bool) {
	if keep && len(p.find.hits) > 0 {
		return
	}
	top := p.find.top
	p.find = find{}
	p.scrollTo(top)
}

// Hits tells how far the search is: "3 of 17"; "" when there is none.
func (p *Page) Hits() string {
	switch f := &p.find; {
	case f.query == "":
		return ""
	case len(f.hits) == 0:
		return "not in this story"
	default:
		return fmt.Sprintf("%d of %d", f.current+1, len(f.hits))
	}
}

// nextHit goes to the next or previous hit, round the end of the story; with
// no search it asks for the next unread story.
func (p *Page) nextHit(step int) intent.Intent {
	f := &p.find
	if len(f.hits) == 0 {
		return intent.NextUnread{Back: step < 0}
	}
	was := p.top
	f.current = (f.current + step + len(f.hits)) % len(f.hits)
	p.showHit()
	return p.moved(was)
}

// showHit brings the current hit onto the screen, a third from its top where
// it was not on it.
func (p *Page) showHit() {
	h := p.find.hits[p.find.current]
	first := p.doc.LineOf(prose.Place{Item: h.Item, Offset: h.Start})
	last := p.doc.LineOf(prose.Place{Item: h.Item, Offset: max(h.Start, h.End-1)})
	if first < p.top || last >= p.top+p.h {
		p.scrollTo(first - p.h/3)
	}
}
