package feed

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Related resolves the related headlines of st, in order.
func (s *Store) Related(ctx context.Context, st *story.Story) ([]Link, error) {
	return ask(ctx, s, func(c *catalog.Catalog) ([]Link, error) { return related(ctx, c, st) })
}

func related(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]Link, error) {
	from := candidateOf(st)
	f := newFinder(cat)
	links := make([]Link, len(st.Related))
	for i, r := range st.Related {
		rows, match, err := f.targets(ctx, r.Headline, from)
		if err != nil {
			return nil, err
		}
		links[i] = Link{Related: r, Match: match, Targets: rows}
	}
	return links, correct(ctx, cat, links, st.ID)
}

func candidateOf(st *story.Story) link.Candidate {
	row := story.NewRow(st)
	return link.CandidateOf(&row)
}

// correct notes on each link the latest correction or kill of its target. A
// link to a correction, or from the one it would be, needs none.
func correct(ctx context.Context, cat *catalog.Catalog, links []Link, from story.ID) error {
	for i := range links {
		if len(links[i].Targets) == 0 || link.Corrects(&links[i].Targets[0]) {
			continue
		}
		target := link.CandidateOf(&links[i].Targets[0])
		rows, err := cat.Corrections(ctx, target.Headline.Title, target.Date, link.CorrectionDays)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if c := link.CandidateOf(&r); r.ID != from && link.IsCorrection(&c, &target) {
				links[i].Correction = &r
				break
			}
		}
	}
	return nil
}

// CitedBy returns the stories that lead to id, newest first: those of which
// Related leads there.
func (s *Store) CitedBy(ctx context.Context, id story.ID) ([]story.Row, error) {
	return ask(ctx, s, func(c *catalog.Catalog) ([]story.Row, error) { return citedBy(ctx, c, id) })
}

func citedBy(ctx context.Context, cat *catalog.Catalog, id story.ID) ([]story.Row, error) {
	row, ok, err := cat.Row(ctx, id)
	if err != nil || !ok {
		return nil, err
	}
	refs, err := cat.Refs(ctx, row.Headline.Title, row.Date, link.Days)
	if err != nil {
		return nil, err
	}
	f := newFinder(cat)
	var out []story.Row
	seen := map[story.ID]bool{id: true}
	for _, ref := range refs {
		citers, err := cat.Citers(ctx, ref)
		if err != nil {
			return nil, err
		}
		for i := range citers {
			c := &citers[i]
			if seen[c.ID] {
				continue
			}
			found, _, err := f.targets(ctx, ref.Headline, link.CandidateOf(c))
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(found, func(r story.Row) bool { return r.ID == id }) {
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
