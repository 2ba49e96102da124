package feed

import (
	"cmp"
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Related resolves the related headlines of st, in order.
func (s *Store) Related(ctx context.Context, st *story.Story) ([]Link, error) {
	from := candidateOf(st)
	links := make([]Link, 0, len(st.Related))
	for _, r := range st.Related {
		l, err := s.resolve(ctx, r, from)
		if err != nil {
			return nil, err
		}
		links = append(links, l)
	}
	return links, nil
}

func candidateOf(st *story.Story) link.Candidate {
	row := story.NewRow(st)
	return link.CandidateOf(&row)
}

// resolve finds what a related headline of the story from points at.
func (s *Store) resolve(ctx context.Context, r story.Related, from link.Candidate) (Link, error) {
	l := Link{Related: r, Match: link.None}
	rows, match, err := targets(ctx, s.catalog(), r.Headline, from)
	if err != nil || match == link.None {
		return l, err
	}
	l.Match, l.Targets = match, rows
	l.Correction, err = s.correction(ctx, &rows[0], from.ID)
	return l, err
}

// targets are the stories that headline points at, listed by from.
func targets(ctx context.Context, cat *catalog.Catalog, headline story.Headline, from link.Candidate) ([]story.Row, link.Match, error) {
	rows, err := cat.Targets(ctx, headline, from.Date)
	if err != nil {
		return nil, link.None, err
	}
	if found, match := pick(headline, from, rows); match != link.None {
		return found, match, nil
	}
	rows, err = cat.Near(ctx, headline.Title, from.Date, link.Days)
	if err != nil {
		return nil, link.None, err
	}
	found, match := pick(headline, from, rows)
	return found, match, nil
}

// pick resolves headline among rows.
func pick(headline story.Headline, from link.Candidate, rows []story.Row) ([]story.Row, link.Match) {
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

// correction is the latest correction or kill of row's story; nil when there
// is none, or when row or the asking story is that itself.
func (s *Store) correction(ctx context.Context, row *story.Row, from story.ID) (*story.Row, error) {
	if corrects(row) {
		return nil, nil
	}
	takes, err := s.takes(ctx, row)
	if err != nil {
		return nil, err
	}
	for _, t := range slices.Backward(takes) {
		if corrects(&t) && t.ID != from {
			return &t, nil
		}
	}
	return nil, nil
}

func corrects(r *story.Row) bool {
	return r.Headline.Kind == story.Correction || r.Headline.Kind == story.Kill
}

// CitedBy returns the stories that lead to id, newest first: those of which
// Related would lead there.
func (s *Store) CitedBy(ctx context.Context, id story.ID) ([]story.Row, error) {
	cat := s.catalog()
	row, ok, err := cat.Row(ctx, id)
	if err != nil || !ok {
		return nil, err
	}
	refs, err := cat.Refs(ctx, row.Headline.Title, row.Date, link.Days)
	if err != nil {
		return nil, err
	}
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
			found, _, err := targets(ctx, cat, ref.Headline, link.CandidateOf(c))
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
	return cmp.Compare(a.ID, b.ID)
}
