package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/story"
	"dateline/feed/web"
)

// Link is a related headline and the stories it leads to.
type Link = web.Link

// Related resolves the related headlines of st, in order.
func (s *Store) Related(ctx context.Context, st *story.Story) ([]Link, error) {
	return withCatalog(ctx, s, "related", func(c *catalog.Catalog) ([]Link, error) { return web.Related(ctx, c, st) })
}

// CitedBy returns the stories with a related headline that leads to id, newest
// first. Related of each leads back to id.
func (s *Store) CitedBy(ctx context.Context, id story.ID) ([]story.Row, error) {
	return withCatalog(ctx, s, "cited by", func(c *catalog.Catalog) ([]story.Row, error) { return web.CitedBy(ctx, c, id) })
}

// Missing is a headline that stories list and that leads to no story.
type Missing = web.Missing

// Missing returns the n headlines that lead to no story and that most stories list, or all if
// n is 0.
func (s *Store) Missing(ctx context.Context, n int) ([]Missing, error) {
	return withCatalog(ctx, s, "missing", func(c *catalog.Catalog) ([]Missing, error) { return web.Absent(ctx, c, n) })
}

// Notices are the corrections and kills that a story has to do with.
type Notices = web.Notices

// Notices returns the corrections and kills that st has to do with.
func (s *Store) Notices(ctx context.Context, st *story.Story) (Notices, error) {
	return withCatalog(ctx, s, "notices", func(c *catalog.Catalog) (Notices, error) { return web.NoticesOf(ctx, c, st) })
}

// Take is a take of a story. Why says why it is one; it is empty for the first.
type Take = catalog.Take

// Takes returns all takes of st, itself included, oldest first.
func (s *Store) Takes(ctx context.Context, st *story.Story) ([]Take, error) {
	return withCatalog(ctx, s, "takes", func(c *catalog.Catalog) ([]Take, error) { return web.Takes(ctx, c, st) })
}

// Alike is a story that shares rare words with another.
type Alike = web.Alike

// Alike returns the stories that share the rarest words of st, those most alike first,
// but no takes or copies of st.
func (s *Store) Alike(ctx context.Context, st *story.Story) ([]Alike, error) {
	return withCatalog(ctx, s, "alike", func(c *catalog.Catalog) ([]Alike, error) { return web.AlikeTo(ctx, c, st) })
}

// Entry is a story of a time line.
type Entry = web.Entry

// Timeline returns the stories that belong to the same course of events as st, which is
// one of them, oldest first. A story with several takes is there once.
func (s *Store) Timeline(ctx context.Context, st *story.Story) ([]Entry, error) {
	return withCatalog(ctx, s, "time line", func(c *catalog.Catalog) ([]Entry, error) { return web.Timeline(ctx, c, st) })
}

// SetLine puts each of two stories into the time line of the other, or cuts it from
// there, whatever ties them. When it returns, that is on disk.
func (s *Store) SetLine(ctx context.Context, a, b story.ID, joined bool) error {
	value := marks.Cut
	if joined {
		value = marks.Joined
	}
	pair := s.identities(ctx, a, b)
	_, err := s.marks.Do(ctx, "time line", marks.Change{Field: marks.Line, Story: pair[0], Other: pair[1], New: value})
	return err
}

// Graph is the neighbourhood of a story.
type Graph = web.Graph

// Neighbourhood returns the stories that are at most depth links away from st, up to
// web.MaxNodes.
func (s *Store) Neighbourhood(ctx context.Context, st *story.Story, depth int) (Graph, error) {
	return withCatalog(ctx, s, "neighbourhood", func(c *catalog.Catalog) (Graph, error) { return web.Neighbourhood(ctx, c, st, depth) })
}

// Mentions returns the stories that the paragraphs of a summary are about, by the number
// of the paragraph.
func (s *Store) Mentions(ctx context.Context, st *story.Story) (map[int][]story.Row, error) {
	return withCatalog(ctx, s, "mentions", func(c *catalog.Catalog) (map[int][]story.Row, error) { return web.Mentions(ctx, c, st) })
}
