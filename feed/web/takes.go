package web

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// maxTakes is the length of the longest chain of takes.
const maxTakes = 32

// Takes returns all takes of st, itself included, oldest first.
func Takes(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]story.Row, error) {
	row, ok, err := cat.Row(ctx, st.ID)
	if err != nil {
		return nil, err
	}
	if !ok {
		row = story.NewRow(st)
	}
	return chain(ctx, cat, row)
}

// chain follows the takes of row from one to the next, because a headline may change
// from take to take until the first and the last have little in common.
func chain(ctx context.Context, cat *catalog.Catalog, row story.Row) ([]story.Row, error) {
	takes := []story.Row{row}
	seen := map[story.ID]bool{row.ID: true}
	searched := map[lookup]bool{}
	for i := 0; i < len(takes) && len(takes) < maxTakes; i++ {
		q := lookup{link.Key(takes[i].Headline.Title), takes[i].Date.Unix()}
		if searched[q] {
			continue
		}
		searched[q] = true
		more, err := likely(ctx, cat, &takes[i])
		if err != nil {
			return nil, err
		}
		for _, r := range more {
			if !seen[r.ID] && len(takes) < maxTakes {
				seen[r.ID] = true
				takes = append(takes, r)
			}
		}
	}
	slices.SortFunc(takes, func(a, b story.Row) int { return link.CompareTakes(&a, &b) })
	return takes, nil
}

// likely returns the rows that are takes of row's story.
func likely(ctx context.Context, cat *catalog.Catalog, row *story.Row) ([]story.Row, error) {
	rows, err := cat.SameTitle(ctx, row.Headline.Title, row.Date, link.TakeDays)
	if err != nil {
		return nil, err
	}
	near, _, err := cat.Near(ctx, row.Headline.Title, row.Date, link.TakeDays)
	if err != nil {
		return nil, err
	}
	self := link.CandidateOf(row)
	var out []story.Row
	for _, r := range append(rows, near...) {
		if c := link.CandidateOf(&r); link.SameStory(&self, &c) {
			out = append(out, r)
		}
	}
	return out, nil
}
