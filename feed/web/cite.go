package web

import (
	"context"
	"slices"
	"sort"

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
		to, err := f.targets(ctx, &asked[i].related, link.CandidateOf(c))
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(to.rows, func(r story.Row) bool { return r.ID == row.ID }) {
			seen[c.ID] = true
			out = append(out, *c)
		}
	}
	sortRows(out)
	return out, nil
}

// citer is a story and a related headline that it lists.
type citer struct {
	related story.Related
	row     story.Row
}

// citers returns the n stories nearest to row in time that list a headline that may lead to it.
func (f *finder) citers(ctx context.Context, row *story.Row, n int) ([]citer, error) {
	naming, err := f.cat.Naming(ctx, row)
	if err != nil {
		return nil, err
	}
	refs, err := f.cat.Refs(ctx, row.Headline.Title, row.Date, link.Days)
	if err != nil {
		return nil, err
	}
	target := []link.Candidate{link.CandidateOf(row)}
	var out []citer
	seen := map[listing]bool{}
	for _, ref := range append(naming, refs...) {
		if seen[listingOf(&ref.Related)] {
			continue
		}
		seen[listingOf(&ref.Related)] = true
		choice := link.NewChoice(ref.Related.Headline, target)
		named := names(&ref.Related.Target, target)
		if match, _ := choice.For(link.Candidate{Date: row.Date}); match == link.None && !named {
			continue // no story that lists it leads to row
		}
		rows, err := f.cat.Citers(ctx, ref, row.Date, n)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			if match, _ := choice.For(link.CandidateOf(&rows[i])); named || match != link.None { // whatever other stories it matches
				out = append(out, citer{ref.Related, rows[i]})
			}
		}
	}
	if len(out) > n {
		away := func(c citer) int64 {
			d := c.row.Date.Unix() - row.Date.Unix()
			return max(d, -d)
		}
		sort.SliceStable(out, func(i, j int) bool { return away(out[i]) < away(out[j]) })
		out = out[:n]
	}
	return out, nil
}

// listing tells related headlines apart.
type listing struct {
	text   string
	target story.Target
}

func listingOf(r *story.Related) listing { return listing{r.Text, r.Target} }

// names reports whether t names the only candidate.
func names(t *story.Target, candidate []link.Candidate) bool {
	return slices.ContainsFunc(link.Ways(t), func(by link.By) bool { return len(link.Named(t, by, link.Candidate{}, candidate)) > 0 })
}

// sortRows sorts rows into list order.
func sortRows(rows []story.Row) {
	sort.Slice(rows, func(i, j int) bool { return inListOrder(rows[i], rows[j]) < 0 })
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
