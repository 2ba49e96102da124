package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// finder finds what headlines point at. It remembers what it asked the
// catalog, for the headlines of one answer are often the same.
type finder struct {
	cat  *catalog.Catalog
	same map[question][]story.Row
	near map[question][]story.Row
}

// question is what the candidates for a headline depend on: its title and
// the moment it is asked from, 0 where that does not matter.
type question struct {
	title string
	unix  int64
}

func newFinder(cat *catalog.Catalog) *finder {
	return &finder{cat: cat, same: map[question][]story.Row{}, near: map[question][]story.Row{}}
}

// targets are the stories that headline points at, listed by from.
func (f *finder) targets(ctx context.Context, headline story.Headline, from link.Candidate) ([]story.Row, link.Match, error) {
	rows, err := f.sameOrCut(ctx, headline, from.Date)
	if err != nil {
		return nil, link.None, err
	}
	if found, match := pick(headline, from, rows); match != link.None {
		return found, match, nil
	}
	q := question{headline.Title, from.Date.Unix()}
	rows, ok := f.near[q]
	if !ok {
		if rows, err = f.cat.Near(ctx, headline.Title, from.Date, link.Days); err != nil {
			return nil, link.None, err
		}
		f.near[q] = rows
	}
	found, match := pick(headline, from, rows)
	return found, match, nil
}

// sameOrCut are the candidates that share the headline's key or a part of it.
func (f *finder) sameOrCut(ctx context.Context, headline story.Headline, date story.Date) ([]story.Row, error) {
	for _, q := range []question{{headline.Title, 0}, {headline.Title, date.Unix()}} {
		if rows, ok := f.same[q]; ok {
			return rows, nil
		}
	}
	rows, all, err := f.cat.Targets(ctx, headline, date)
	if err != nil {
		return nil, err
	}
	q := question{headline.Title, date.Unix()}
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
	found := make([]story.Row, 0, len(ids))
	for _, id := range ids {
		found = append(found, *byID[id])
	}
	return found, match
}
