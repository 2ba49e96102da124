package web

import (
	"cmp"
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
// up to n stories, those nearest in time.
func (f *finder) citedBy(ctx context.Context, row *story.Row, n int) ([]story.Row, error) {
	asked, err := f.citers(ctx, row, n)
	if err != nil {
		return nil, err
	}
	var out []story.Row
	seen := map[story.ID]bool{row.ID: true}
	for i := range asked {
		c := &asked[i].row
		if seen[c.ID] {
			continue
		}
		targets, _, err := f.targets(ctx, asked[i].headline, link.CandidateOf(c))
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(targets, func(r story.Row) bool { return r.ID == row.ID }) {
			seen[c.ID] = true
			out = append(out, *c)
		}
	}
	slices.SortFunc(out, inListOrder)
	return out, nil
}

// citer is a story and a related headline that it lists.
type citer struct {
	headline story.Headline
	row      story.Row
}

// citers returns the n stories nearest to row in time that list a headline that may lead to it.
func (f *finder) citers(ctx context.Context, row *story.Row, n int) ([]citer, error) {
	refs, err := f.cat.Refs(ctx, row.Headline.Title, row.Date, link.Days)
	if err != nil {
		return nil, err
	}
	target := []link.Candidate{link.CandidateOf(row)}
	var out []citer
	for _, ref := range refs {
		choice := link.NewChoice(ref.Headline, target)
		if match, _ := choice.For(link.Candidate{Date: row.Date}); match == link.None {
			continue // no story that lists it leads to row
		}
		rows, err := f.cat.Citers(ctx, ref, row.Date, n)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			if match, _ := choice.For(link.CandidateOf(&rows[i])); match != link.None { // whatever other stories it matches
				out = append(out, citer{ref.Headline, rows[i]})
			}
		}
	}
	if len(out) > n {
		away := func(c citer) int64 {
			d := c.row.Date.Unix() - row.Date.Unix()
			return max(d, -d)
		}
		slices.SortStableFunc(out, func(a, b citer) int { return cmp.Compare(away(a), away(b)) })
		out = out[:n]
	}
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
