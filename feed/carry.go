package feed

import (
	"cmp"
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/diff"
	"dateline/feed/story"
)

// MarkSeen marks a story read, and its older takes whose text it carries: the reader has
// seen what they say. It returns the takes that it has marked besides the story.
func (s *Store) MarkSeen(ctx context.Context, id story.ID) (carried []story.ID, err error) {
	if err := s.SetRead(ctx, id, true); err != nil {
		return nil, err
	}
	rows, err := s.takesOf(ctx, id)
	if err != nil {
		return nil, err
	}
	nth := slices.IndexFunc(rows, func(r story.Row) bool { return r.ID == id })
	switch {
	case nth < 0:
		return nil, nil
	case rows[nth].Headline.Kind == story.Kill: // nobody has to read what was withdrawn
		return s.markEach(ctx, rows, func(story.ID) bool { return true })
	}
	cur, err := s.Story(ctx, id)
	if err != nil {
		return nil, nil //nolint:nilerr // it was shown, and may be gone since
	}
	return s.markEach(ctx, rows[:nth], func(id story.ID) bool {
		old, err := s.Story(ctx, id)
		return err == nil && carries(cur, old)
	})
}

// markEach marks read those of takes that are unread and for which ok is true, and
// returns them.
func (s *Store) markEach(ctx context.Context, takes []story.Row, ok func(story.ID) bool) (marked []story.ID, err error) {
	marked, err = each(takes, func(r *story.Row) bool { return !r.Read && ok(r.ID) },
		func(id story.ID) error { return s.SetRead(ctx, id, true) })
	return marked, cmp.Or(err, ctx.Err())
}

// each calls mark with those of takes that which selects, up to the first error, and returns
// those that were marked.
func each(takes []story.Row, which func(*story.Row) bool, mark func(story.ID) error) (marked []story.ID, err error) {
	for i := range takes {
		if !which(&takes[i]) {
			continue
		}
		if err := mark(takes[i].ID); err != nil {
			return marked, err
		}
		marked = append(marked, takes[i].ID)
	}
	return marked, nil
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
	_, err = each(rows, func(r *story.Row) bool { return r.Read != read }, func(id story.ID) error { return s.SetRead(ctx, id, read) })
	return err
}

// SetStoryStarred stars a story, or unstars all its takes.
func (s *Store) SetStoryStarred(ctx context.Context, id story.ID, starred bool) error {
	rows, err := s.takesOf(ctx, id)
	if err != nil {
		return err
	}
	if starred || len(rows) == 0 {
		return s.SetStarred(ctx, id, starred)
	}
	_, err = each(rows, func(r *story.Row) bool { return r.Starred }, func(id story.ID) error { return s.SetStarred(ctx, id, false) })
	return err
}

// takesOf returns the takes of a story with several, the oldest first.
func (s *Store) takesOf(ctx context.Context, id story.ID) ([]story.Row, error) {
	list, err := withCatalog(ctx, s, "takes", func(c *catalog.Catalog) ([]catalog.Take, error) { return c.Takes(ctx, id) })
	return catalog.Rows(list), err
}
