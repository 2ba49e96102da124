package article

import (
	"fmt"
	"slices"

	"dateline/ui/intent"
	"dateline/ui/prose"
)

// find is what is looked for in the story.
type find struct {
	query   string
	hits    []prose.Hit
	current int
	from    prose.Place // where the reader was when the search began
}

// BeginFind starts a search at the present place; the hits of the last one
// are gone.
func (p *Page) BeginFind() { p.find = find{from: p.at} }

// hits is what the search finds in the story's own words.
func (p *Page) hits() []prose.Hit {
	if p.find.query == "" || p.doc == nil {
		return nil
	}
	return slices.DeleteFunc(p.doc.Find(p.find.query), func(h prose.Hit) bool { return p.told[h.Item] })
}

// Find shows what query finds, at the first hit from the place on where the
// search began, else the first of all. An empty query finds nothing.
func (p *Page) Find(query string) {
	f := &p.find
	f.query, f.current = query, 0
	f.hits = p.hits()
	if len(f.hits) == 0 {
		p.returnTo(f.from)
		return
	}
	for i, h := range f.hits {
		if h.Item > f.from.Item || h.Item == f.from.Item && h.Start >= f.from.Offset {
			f.current = i
			break
		}
	}
	p.showHit()
}

func (p *Page) returnTo(at prose.Place) {
	p.at = at
	p.hold()
}

// EndFind ends the search: keep holds on to the hits, else the reader is back
// where the search began.
func (p *Page) EndFind(keep bool) {
	if keep && len(p.find.hits) > 0 {
		return
	}
	from := p.find.from
	p.find = find{}
	p.returnTo(from)
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
