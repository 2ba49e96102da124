package feed

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/diff"
	"dateline/feed/story"
)

// MarkSeen marks a story read, and its older takes whose text it carries: the reader has
// seen what they say. It returns whether all takes are read now.
func (s *Store) MarkSeen(ctx context.Context, id story.ID) (all bool, err error) {
	if err := s.SetRead(ctx, id, true); err != nil {
		return false, err
	}
	rows, err := s.takesOf(ctx, id)
	if err != nil || len(rows) == 0 {
		return err == nil, err
	}
	if slices.ContainsFunc(rows, func(r story.Row) bool { return r.ID == id && r.Headline.Kind == story.Kill }) {
		return true, s.SetStoryRead(ctx, id, true) // nobody has to read what was withdrawn
	}
	nth := slices.IndexFunc(rows, func(r story.Row) bool { return r.ID == id })
	rows[nth].Read = true
	if err := s.markCarried(ctx, rows[:nth+1]); err != nil {
		return false, err
	}
	return !slices.ContainsFunc(rows, func(r story.Row) bool { return !r.Read }), nil
}

// markCarried marks those of rows read, takes of one story, whose text the last one
// carries. A take that cannot be read stays as it is.
func (s *Store) markCarried(ctx context.Context, rows []story.Row) error {
	last := len(rows) - 1
	if !slices.ContainsFunc(rows[:last], func(r story.Row) bool { return !r.Read }) {
		return nil
	}
	cur, err := s.Story(ctx, rows[last].ID)
	if err != nil {
		return nil //nolint:nilerr // it was shown, and may be gone since
	}
	for i := range rows[:last] {
		if rows[i].Read {
			continue
		}
		old, err := s.Story(ctx, rows[i].ID)
		if err != nil || !carries(cur, old) {
			continue
		}
		if err := s.SetRead(ctx, rows[i].ID, true); err != nil {
			return err
		}
		rows[i].Read = true
	}
	return ctx.Err()
}

// carries reports whether all paragraphs of old are in cur, as they were or edited.
func carries(cur, old *story.Story) bool {
	gone := func(c diff.Change) bool { return c.Kind == diff.Gone }
	return !slices.ContainsFunc(diff.Compare(old, cur).Changes, gone)
}

// SetStoryRead marks all takes of a story read or unread.
func (s *Store) SetStoryRead(ctx context.Context, id story.ID, read bool) error {
	rows, err := s.takesOf(ctx, id)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return s.SetRead(ctx, id, read)
	}
	for _, r := range rows {
		if r.Read == read {
			continue
		}
		if err := s.SetRead(ctx, r.ID, read); err != nil {
			return err
		}
	}
	return nil
}

// takesOf returns the takes of a story with several, the oldest first.
func (s *Store) takesOf(ctx context.Context, id story.ID) ([]story.Row, error) {
	list, err := withCatalog(ctx, s, "takes", func(c *catalog.Catalog) ([]catalog.Take, error) { return c.Takes(ctx, id) })
	return catalog.Rows(list), err
}
