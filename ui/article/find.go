package article

import (
	"slices"

	"dateline/feed/locale"
	"dateline/feed/term"
	"dateline/ui/intent"
	"dateline/ui/prose"
)

// find is a search of the story and its hits.
type find struct {
	query   string
	match   func(text string) []term.Span // used instead of query for the search of the list
	before  *find                         // the search that Esc restores, or nil
	hits    []prose.Hit
	current int
	from    prose.Place // the place where the search began
}

// BeginFind starts a search at the current place. It drops the hits of the last
// search. If they were the hits of the search of the list, Esc restores them.
func (p *Page) BeginFind() {
	before := p.find.before
	if p.find.match != nil {
		listFind := p.find
		before = &listFind
	}
	p.find = find{from: p.at, before: before}
}

// Found highlights the hits of the search of the list. If first is true, it scrolls
// to the first hit.
func (p *Page) Found(match func(text string) []term.Span, first bool) {
	p.find = find{match: match, from: p.at}
	p.find.hits = p.hits()
	if first && len(p.find.hits) > 0 {
		p.showHit()
	}
}

// hits returns the hits of the search in the text of the story.
func (p *Page) hits() []prose.Hit {
	switch {
	case p.doc == nil:
		return nil
	case p.find.match != nil:
		return p.matched(p.find.match)
	case p.find.query == "":
		return nil
	}
	return slices.DeleteFunc(p.doc.Find(p.find.query), func(h prose.Hit) bool { return p.generated[h.Item] })
}

// matched returns the matches in the text of the story. It skips related headlines,
// which are text of other stories.
func (p *Page) matched(match func(text string) []term.Span) []prose.Hit {
	var hits []prose.Hit
	for i := range p.doc.Items() {
		if p.generated[i] || p.items[i].Link != 0 {
			continue
		}
		for _, s := range match(p.doc.Item(i).Text) {
			hits = append(hits, prose.Hit{Item: i, Start: s.Start, End: s.End})
		}
	}
	return hits
}

// Find searches for query and shows the first hit after the place where the search
// began, or if there is none, the first hit of the story. An empty query has no
// hits.
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
	p.keepPlace()
}

// EndFind ends the search. If keep is true and there are hits, they stay; otherwise
// it returns to the place where the search began.
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

// Hits returns the number of the current hit and the number of hits: "3 of 17". It
// returns "" if there is no search.
func (p *Page) Hits() string {
	switch f := &p.find; {
	case f.query == "" && (f.match == nil || len(f.hits) == 0):
		return ""
	case len(f.hits) == 0:
		return locale.T("not in this story")
	default:
		return locale.F("%d of %d", f.current+1, len(f.hits))
	}
}

func (p *Page) nextHit() intent.Intent     { return p.stepHit(1) }
func (p *Page) previousHit() intent.Intent { return p.stepHit(-1) }

// stepHit goes to the next or previous hit. The hit after the last is the first.
// Without hits it goes to the next or previous unread story.
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

// showHit scrolls to the current hit if it is off the screen, and puts it a third of
// the screen below the top.
func (p *Page) showHit() {
	h := p.find.hits[p.find.current]
	first := p.doc.LineOf(prose.Place{Item: h.Item, Offset: h.Start})
	last := p.doc.LineOf(prose.Place{Item: h.Item, Offset: max(h.Start, h.End-1)})
	if first < p.firstLine() || last >= p.top+p.h {
		p.scrollTo(first - p.h/3)
	}
}
