// Package web finds how the stories of a catalog are connected: which stories a
// story's related headlines lead to, which stories lead to it, which are takes of it,
// and which are about the same. Every function takes a catalog and a story.
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
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// finder finds the targets of headlines. It keeps rows of the catalog, because the
// same headline is often looked up several times.
type finder struct {
	cat   *catalog.Catalog
	about story.Date // most stories that list the headlines are near this date; may be unknown
	same  map[lookup][]story.Row
	near  map[lookup][]story.Row
	wide  map[string]window // by title
}

// lookup is the key of kept candidates: the title of a headline and the time of
// the story that lists it, or 0 if the time does not matter.
type lookup struct {
	title string
	unix  int64
}

// window is the candidates within twice link.Days of a date, if all is true.
type window struct {
	rows []story.Row
	all  bool
}

func newFinder(cat *catalog.Catalog, about story.Date) *finder {
	return &finder{cat: cat, about: about, same: map[lookup][]story.Row{}, near: map[lookup][]story.Row{}, wide: map[string]window{}}
}

// targets returns the stories that headline, listed by from, leads to.
func (f *finder) targets(ctx context.Context, headline story.Headline, from link.Candidate) ([]story.Row, link.Match, error) {
	rows, err := f.sameOrCut(ctx, headline, from.Date)
	if err != nil {
		return nil, link.None, err
	}
	if targets, match := pick(headline, from, rows); match != link.None {
		return targets, match, nil
	}
	if rows, err = f.nearby(ctx, headline.Title, from.Date); err != nil {
		return nil, link.None, err
	}
	targets, match := pick(headline, from, rows)
	return targets, match, nil
}

// nearby returns the candidates within link.Days of date that have most words of title.
func (f *finder) nearby(ctx context.Context, title string, date story.Date) ([]story.Row, error) {
	if within(date, f.about) {
		w, ok := f.wide[title]
		if !ok {
			var err error
			if w.rows, w.all, err = f.cat.Near(ctx, title, f.about, 2*link.Days); err != nil {
				return nil, err
			}
			f.wide[title] = w
		}
		if w.all {
			return slices.DeleteFunc(slices.Clone(w.rows), func(r story.Row) bool { return !within(r.Date, date) }), nil
		}
	}
	q := lookup{title, date.Unix()}
	rows, ok := f.near[q]
	if !ok {
		var err error
		if rows, _, err = f.cat.Near(ctx, title, date, link.Days); err != nil {
			return nil, err
		}
		f.near[q] = rows
	}
	return rows, nil
}

// within reports whether two dates are known and at most link.Days apart.
func within(a, b story.Date) bool {
	const most = link.Days * 86400
	return a.Known() && b.Known() && a.Unix()-b.Unix() <= most && b.Unix()-a.Unix() <= most
}

// sameOrCut returns the candidates that share the headline's key or a part of it.
func (f *finder) sameOrCut(ctx context.Context, headline story.Headline, date story.Date) ([]story.Row, error) {
	for _, q := range []lookup{{headline.Title, 0}, {headline.Title, date.Unix()}} {
		if rows, ok := f.same[q]; ok {
			return rows, nil
		}
	}
	rows, all, err := f.cat.Targets(ctx, headline, date)
	if err != nil {
		return nil, err
	}
	q := lookup{headline.Title, date.Unix()}
	if all {
		q.unix = 0
	}
	f.same[q] = rows
	return rows, nil
}

// pick resolves headline among rows.
func pick(headline story.Headline, from link.Candidate, rows []story.Row) ([]story.Row, link.Match) {
	if len(rows) == 0 {
		return nil, link.None
	}
	candidates := make([]link.Candidate, len(rows))
	byID := make(map[story.ID]*story.Row, len(rows))
	for i := range rows {
		candidates[i] = link.CandidateOf(&rows[i])
		byID[rows[i].ID] = &rows[i]
	}
	match, ids := link.Resolve(headline, from, candidates)
	targets := make([]story.Row, 0, len(ids))
	for _, id := range ids {
		targets = append(targets, *byID[id])
	}
	return targets, match
}
