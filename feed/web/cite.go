package web

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// maxCiters is the number of stories of which CitedBy asks whether they lead to a story.
const maxCiters = 300

// CitedBy returns the stories with a related headline that leads to id, newest
// first. Related of each leads back to id. Of a headline that very many stories list, only
// those nearest in time are asked.
func CitedBy(ctx context.Context, cat *catalog.Catalog, id story.ID) ([]story.Row, error) {
	row, ok, err := cat.Row(ctx, id)
	if err != nil || !ok {
		return nil, err
	}
	return newFinder(cat, row.Date).citedBy(ctx, &row, maxCiters)
}

// citedBy returns the stories with a related headline that leads to row, newest first. It asks
// up to left stories.
func (f *finder) citedBy(ctx context.Context, row *story.Row, left int) ([]story.Row, error) {
	refs, err := f.cat.Refs(ctx, row.Headline.Title, row.Date, link.Days)
	if err != nil {
		return nil, err
	}
	target := []link.Candidate{link.CandidateOf(row)}
	var out []story.Row
	seen := map[story.ID]bool{row.ID: true}
	for _, ref := range refs {
		choice := link.NewChoice(ref.Headline, target)
		if match, _ := choice.For(link.Candidate{Date: row.Date}); match == link.None {
			continue // no story that lists it leads to row
		}
		citers, err := f.cat.Citers(ctx, ref, row.Date, left)
		if err != nil {
			return nil, err
		}
		left -= len(citers)
		for i := range citers {
			c := &citers[i]
			if seen[c.ID] {
				continue
			}
			from := link.CandidateOf(c)
			if match, _ := choice.For(from); match == link.None {
				continue // whatever other stories it matches
			}
			targets, _, err := f.targets(ctx, ref.Headline, from)
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(targets, func(r story.Row) bool { return r.ID == row.ID }) {
				seen[c.ID] = true
				out = append(out, *c)
			}
		}
	}
	slices.SortFunc(out, inListOrder)
	return out, nil
}

func inListOrder(a, b story.Row) int {
	ka, kb := a.Key(), b.Key()
	switch {
	case ka.Before(kb):
		return -1
	case kb.Before(ka):
		return 1
	}
	return 0
}
