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
// seen what they say. It returns the takes that it has marked besides the story. Undo does
// not undo it: it is not what the reader did last.
func (s *Store) MarkSeen(ctx context.Context, id story.ID) (carried []story.ID, err error) {
	rows, err := s.takesOf(ctx, id)
	if err == nil {
		carried = s.carried(ctx, id, rows)
	}
	err = cmp.Or(s.marks.See(ctx, s.identities(ctx, append([]story.ID{id}, carried...)...)...), err)
	if err != nil {
		return nil, err
	}
	return carried, nil
}

// carried returns which of the takes of a story are read with it.
func (s *Store) carried(ctx context.Context, id story.ID, takes []story.Row) []story.ID {
	nth := slices.IndexFunc(takes, func(r story.Row) bool { return r.ID == id })
	switch {
	case nth < 0:
		return nil
	case takes[nth].Headline.Kind == story.Kill: // nobody has to read what was withdrawn
		return which(takes, func(r *story.Row) bool { return !r.Read && r.ID != id })
	}
	cur, err := s.Story(ctx, id)
	if err != nil {
		return nil // it was shown, and may be gone since
	}
	return which(takes[:nth], func(r *story.Row) bool {
		if r.Read {
			return false
		}
		old, err := s.Story(ctx, r.ID)
		return err == nil && carries(cur, old)
	})
}

// which returns the IDs of the rows for which a condition holds.
func which(rows []story.Row, holds func(*story.Row) bool) (ids []story.ID) {
	for i := range rows {
		if holds(&rows[i]) {
			ids = append(ids, rows[i].ID)
		}
	}
	return ids
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
	return s.markStory(ctx, id, Marking{Read: &read}, which(rows, func(r *story.Row) bool { return r.Read != read }))
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
	return s.markStory(ctx, id, Marking{Starred: &starred}, which(rows, func(r *story.Row) bool { return r.Starred }))
}

// markStory changes marks of some takes of the story id. The step names the take id if it is
// one of them.
func (s *Store) markStory(ctx context.Context, id story.ID, m Marking, takes []story.ID) error {
	if i := slices.Index(takes, id); i > 0 {
		takes[0], takes[i] = takes[i], takes[0]
	}
	_, err := s.MarkPicked(ctx, Picked{IDs: []story.ID{id}, Takes: takes}, m)
	return err
}

// takesOf returns the takes of a story with several, the oldest first.
func (s *Store) takesOf(ctx context.Context, id story.ID) ([]story.Row, error) {
	list, err := withCatalog(ctx, s, "takes", func(c *catalog.Catalog) ([]catalog.Take, error) { return c.Takes(ctx, id) })
	return catalog.Rows(list), err
}
