// Package web finds how the stories of a catalog are connected: which stories a
// story's related headlines lead to, which stories lead to it, which are takes of it,
// and which are about the same. Every function takes a catalog and a story. A related headline
// that names a story by identifier, address or path leads there, else to one with the headline.
//
// A time line has the stories of one course of events. It begins with one story, and
// the story with the strongest ties to those in it joins next: by headlines that one lists,
// by other stories that list both, by a slug, by words. Each but the first must be tied by
// more than one weak tie, and from a few stories on to two of them. A tie counts less the
// farther the other is from the first story, so that a line does not drift to other
// subjects.
//
// Stories are alike if they share words that few stories have, of the headline, the
// names or the beginning of one. Few means: so few that chance would not bring these
// words together in any story of the archive. The words are the reason that is shown.
package web

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// finder finds the targets of headlines. It keeps what it read of the catalog, because the
// same headline is often looked up for several stories.
type finder struct {
	cat   *catalog.Catalog
	about story.Date // most stories that list the headlines are near this date; may be unknown
	same  map[lookup]*pool
	near  map[lookup]*pool
	wide  map[string]*pool // by title: within twice link.Days of about; nil if these are too many
	runs  map[string]*run  // by title, of those that many stories have; nil for a cut one
	named map[naming]*pool
}

// naming is the key of a kept pool: what a link names in one way, and the time of the story
// that has the link, or 0 if the time does not matter.
type naming struct {
	story.Target

	by   link.By
	unix int64
}

// lookup is the key of a kept pool: the title of a headline and the time of the story
// that lists it, or 0 if the time does not matter.
type lookup struct {
	title string
	unix  int64
}

func newFinder(cat *catalog.Catalog, about story.Date) *finder {
	return &finder{
		cat: cat, about: about, same: map[lookup]*pool{}, near: map[lookup]*pool{}, wide: map[string]*pool{}, runs: map[string]*run{},
		named: map[naming]*pool{},
	}
}

// found is where a related headline leads.
type found struct {
	rows  []story.Row // none if match is None; several if they match equally well
	match link.Match
	by    link.By
}

// targets returns the stories that r, listed by from, leads to: those that it names, or else
// those that its headline matches.
func (f *finder) targets(ctx context.Context, r *story.Related, from link.Candidate) (found, error) {
	for _, by := range link.Ways(&r.Target) {
		p, err := f.naming(ctx, &r.Target, by, from.Date)
		if err != nil {
			return found{match: link.None}, err
		}
		if rows := p.named(&r.Target, by, from); len(rows) > 0 {
			return found{rows, link.Exact, by}, nil
		}
	}
	rows, match, err := f.matches(ctx, r.Headline, from)
	return found{rows: rows, match: match}, err
}

// naming returns the stories that t may name in one way, or those nearest to date if there are
// too many.
func (f *finder) naming(ctx context.Context, t *story.Target, by link.By, date story.Date) (*pool, error) {
	for _, unix := range [...]int64{0, date.Unix()} {
		if p, ok := f.named[naming{*t, by, unix}]; ok {
			return p, nil
		}
	}
	rows, all, err := f.cat.Named(ctx, t, by, date)
	if err != nil {
		return nil, err
	}
	q := naming{Target: *t, by: by}
	if !all {
		q.unix = date.Unix()
	}
	f.named[q] = newPool(rows)
	return f.named[q], nil
}

// matches returns the stories that headline, listed by from, leads to.
func (f *finder) matches(ctx context.Context, headline story.Headline, from link.Candidate) ([]story.Row, link.Match, error) {
	p, err := f.sameOrCut(ctx, headline, from.Date)
	if err != nil {
		return nil, link.None, err
	}
	if targets, match := p.pick(headline, from); match != link.None {
		return targets, match, nil
	}
	if p, err = f.nearby(ctx, headline.Title, from.Date); err != nil {
		return nil, link.None, err
	}
	targets, match := p.pick(headline, from)
	return targets, match, nil
}

// nearby returns the candidates that have most words of title: those within link.Days of
// date, and maybe others.
func (f *finder) nearby(ctx context.Context, title string, date story.Date) (*pool, error) {
	if within(date, f.about) {
		p, ok := f.wide[title]
		if !ok {
			rows, all, err := f.cat.Near(ctx, title, f.about, 2*link.Days)
			if err != nil {
				return nil, err
			}
			if all {
				p = newPool(rows)
			}
			f.wide[title] = p
		}
		if p != nil {
			return p, nil
		}
	}
	q := lookup{title, date.Unix()}
	p, ok := f.near[q]
	if !ok {
		rows, _, err := f.cat.Near(ctx, title, date, link.Days)
		if err != nil {
			return nil, err
		}
		p = newPool(rows)
		f.near[q] = p
	}
	return p, nil
}

// within reports whether two dates are known and at most link.Days apart.
func within(a, b story.Date) bool {
	const most = link.Days * 86400
	return a.Known() && b.Known() && a.Unix()-b.Unix() <= most && b.Unix()-a.Unix() <= most
}

// sameOrCut returns the candidates that share the headline's key or a part of it, or those
// nearest to date if there are too many.
func (f *finder) sameOrCut(ctx context.Context, headline story.Headline, date story.Date) (*pool, error) {
	if p := f.kept(headline.Title, date); p != nil {
		return p, nil
	}
	around := date
	if f.about.Known() {
		p, asked := f.same[lookup{headline.Title, f.about.Unix()}]
		if asked {
			p, err := f.inRun(ctx, headline.Title, p, date)
			if p != nil || err != nil {
				return p, err
			}
		} else {
			around = f.about // other stories will ask
		}
	}
	rows, all, err := f.cat.Targets(ctx, headline, around)
	if err != nil {
		return nil, err
	}
	q := lookup{headline.Title, around.Unix()}
	if all {
		q.unix = 0
	}
	f.same[q] = newPool(rows)
	if p := f.kept(headline.Title, date); p != nil {
		return p, nil
	}
	return f.sameOrCut(ctx, headline, date)
}

// inRun returns the candidates of a title near date out of the run of the title, which it reads, or
// reads on, if need be. It returns nil if date is too far away, and for a cut title, which has no run;
// p has the candidates around f.about.
func (f *finder) inRun(ctx context.Context, title string, p *pool, date story.Date) (*pool, error) {
	if len(p.rows) == 0 || link.Key(p.rows[0].Headline.Title) != link.Key(title) {
		f.runs[title] = nil
		return nil, nil
	}
	const shortest, longest = 3 * catalog.MaxSame, 12 * catalog.MaxSame // on each side of f.about
	for n := shortest; n <= longest; n *= 4 {
		if r := f.runs[title]; r != nil && r.reach >= n {
			continue // kept looked there
		}
		rows, err := f.cat.Namesakes(ctx, title, f.about, n)
		if err != nil {
			return nil, err
		}
		newer := older(rows, f.about)
		r := &run{pool: pool{rows: rows}, reach: n, newest: newer < n, oldest: len(rows)-newer < n}
		f.runs[title] = r
		if p := r.around(date); p != nil {
			return p, nil
		}
	}
	return nil, nil
}

// kept returns the kept candidates of a title for a story of date, nil if there are none. Of a cut
// title, those around f.about will do if a story that is as near to date as f.about is one of them.
func (f *finder) kept(title string, date story.Date) *pool {
	for _, q := range []lookup{{title, 0}, {title, date.Unix()}} {
		if p, ok := f.same[q]; ok {
			return p
		}
	}
	r, asked := f.runs[title]
	if r != nil {
		return r.around(date)
	}
	p := f.same[lookup{title, f.about.Unix()}]
	if !asked || p == nil || !f.about.Known() || !date.Known() {
		return nil
	}
	first, last := p.span()
	if d, about := date.Unix(), f.about.Unix(); first+about <= 2*d && 2*d <= last+about {
		return p
	}
	return nil
}
