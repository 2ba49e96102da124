package article

import (
	"fmt"
	"slices"

	"dateline/feed/term"
	"dateline/ui/intent"
	"dateline/ui/prose"
)

// find is a search in the story.
type find struct {
	query   string
	match   func(text string) []term.Span // set instead of query for a search of the list
	before  *find                         // the search that Esc returns to; nil for none
	hits    []prose.Hit
	current int
	from    prose.Place // the reader's place when the search began
}

// BeginFind starts a search at the reader's place. It drops the hits of the last
// search; if that was a search of the list, Esc restores them.
func (p *Page) BeginFind() {
	before := p.find.before
	if p.find.match != nil {
		list := p.find
		before = &list
	}
	p.find = find{from: p.at, before: before}
}

// Found marks the hits of a search of the list. If first is set, it shows the
// first of them.
func (p *Page) Found(match func(text string) []term.Span, first bool) {
	p.find = find{match: match, from: p.at}
	p.find.hits = p.hits()
	if first && len(p.find.hits) > 0 {
		p.showHit()
	}
}

// hits returns the hits of the search in the story's own words.
func (p *Page) hits() []prose.Hit {
	switch {
	case p.doc == nil:
		return nil
	case p.find.match != nil:
		return p.matched(p.find.match)
	case p.find.query == "":
		return nil
	}
	return slices.DeleteFunc(p.doc.Find(p.find.query), func(h prose.Hit) bool { return p.told[h.Item] })
}

// matched returns the matches in the story's own words. Related headlines are
// the words of other stories.
func (p *Page) matched(match func(text string) []term.Span) []prose.Hit {
	var hits []prose.Hit
	for i := range p.doc.Items() {
		if p.told[i] || p.items[i].Link != 0 {
			continue
		}
		for _, s := range match(p.doc.Item(i).Text) {
			hits = append(hits, prose.Hit{Item: i, Start: s.Start, End: s.End})
		}
	}
	return hits
}

// Find searches for query and shows the first hit after the place where the
// search began, or else the first hit of the story. An empty query finds nothing.
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

// EndFind ends the search. It keeps the hits if keep is set and there are any;
// otherwise it returns to the place where the search began.
func (p *Page) EndFind(keep bool) {
	if keep && len(p.find.hits) > 0 {
		return
	}
	from := p.find.from
	if before := p.find.before; before != nil {
		p.find = *before
	} else {
		p.find = find{}
	}
	p.returnTo(from)
}

// Hits is the number of the current hit and of all: "3 of 17". Without a search
// it is "".
func (p *Page) Hits() string {
	switch f := &p.find; {
	case f.query == "" && (f.match == nil || len(f.hits) == 0):
		return ""
	case len(f.hits) == 0:
		return "not in this story"
	default:
		return fmt.Sprintf("%d of %d", f.current+1, len(f.hits))
	}
}

func (p *Page) nextHit() intent.Intent     { return p.stepHit(1) }
func (p *Page) previousHit() intent.Intent { return p.stepHit(-1) }

// stepHit goes to the next or previous hit, from the last one to the first.
// Without hits it asks for the next or previous unread story.
func (p *Page) stepHit(step int) intent.Intent {
	f := &p.find
	if len(f.hits) == 0 {
		return intent.NextUnread{Back: step < 0}
	}
	old := p.top
	f.current = (f.current + step + len(f.hits)) % len(f.hits)
	p.showHit()
	return p.moved(old)
}

// showHit scrolls to the current hit if it is off the screen; the hit is then a
// third from the top.
func (p *Page) showHit() {
	h := p.find.hits[p.find.current]
	first := p.doc.LineOf(prose.Place{Item: h.Item, Offset: h.Start})
	last := p.doc.LineOf(prose.Place{Item: h.Item, Offset: max(h.Start, h.End-1)})
	if first < p.top || last >= p.top+p.h {
		p.scrollTo(first - p.h/3)
	}
}
