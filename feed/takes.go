package feed

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// mostTakes is the longest story line that is followed.
const mostTakes = 32

// Takes returns all takes of st, itself included, oldest first.
func (s *Store) Takes(ctx context.Context, st *story.Story) ([]story.Row, error) {
	return ask(ctx, s, func(c *catalog.Catalog) ([]story.Row, error) {
		row, ok, err := c.Row(ctx, st.ID)
		if err != nil {
			return nil, err
		}
		if !ok {
			row = story.NewRow(st)
		}
		return takes(ctx, c, &row)
	})
}

// takes follows the takes of row from one to the next, for a headline may
// drift from take to take until the first and the last have little in common.
func takes(ctx context.Context, cat *catalog.Catalog, row *story.Row) ([]story.Row, error) {
	found := []story.Row{*row}
	seen := map[story.ID]bool{row.ID: true}
	asked := map[question]bool{}
	for i := 0; i < len(found) && len(found) < mostTakes; i++ {
		q := question{link.Key(found[i].Headline.Title), found[i].Date.Unix()}
		if asked[q] {
			continue
		}
		asked[q] = true
		more, err := alike(ctx, cat, &found[i])
		if err != nil {
			return nil, err
		}
		for _, r := range more {
			if !seen[r.ID] && len(found) < mostTakes {
				seen[r.ID] = true
				found = append(found, r)
			}
		}
	}
	slices.SortFunc(found, func(a, b story.Row) int { return link.CompareTakes(&a, &b) })
	return found, nil
}

// alike returns the rows that are takes of row's story.
func alike(ctx context.Context, cat *catalog.Catalog, row *story.Row) ([]story.Row, error) {
	rows, err := cat.SameTitle(ctx, row.Headline.Title, row.Date, link.TakeDays)
	if err != nil {
		return nil, err
	}
	near, err := cat.Near(ctx, row.Headline.Title, row.Date, link.TakeDays)
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
