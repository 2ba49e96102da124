package feed

import (
	"context"

	"dateline/feed/catalog"
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

// Notices are the corrections and kills that a story has to do with.
type Notices = web.Notices

// Notices returns the corrections and kills that st has to do with.
func (s *Store) Notices(ctx context.Context, st *story.Story) (Notices, error) {
	return withCatalog(ctx, s, "notices", func(c *catalog.Catalog) (Notices, error) { return web.NoticesOf(ctx, c, st) })
}

// Takes returns all takes of st, itself included, oldest first.
func (s *Store) Takes(ctx context.Context, st *story.Story) ([]story.Row, error) {
	return withCatalog(ctx, s, "takes", func(c *catalog.Catalog) ([]story.Row, error) { return web.Takes(ctx, c, st) })
}

// Alike is a story that shares rare words with another.
type Alike = web.Alike

// Alike returns the stories that share the rarest words of st, those most alike first,
// but no takes or copies of st.
func (s *Store) Alike(ctx context.Context, st *story.Story) ([]Alike, error) {
	return withCatalog(ctx, s, "alike", func(c *catalog.Catalog) ([]Alike, error) { return web.AlikeTo(ctx, c, st) })
}
