package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
)

// Changes counts the stories that were added to, changed in and removed from a catalog.
type Changes struct{ Added, Changed, Removed int }

// Since returns the changes since o. ok is false if another catalog has replaced
// the one of o, because the two cannot be compared.
func (c Changes) Since(o Changes) (d Changes, ok bool) {
	d = Changes{c.Added - o.Added, c.Changed - o.Changed, c.Removed - o.Removed}
	return d, min(d.Added, d.Changed, d.Removed) >= 0
}

// Changes counts all changes since the catalog was created, including those of other
// processes. Rows that are read later include at least these changes.
func (s *Store) Changes(ctx context.Context) (Changes, error) {
	d, err := withCatalog(ctx, s, "changes", func(c *catalog.Catalog) (fill.Delta, error) { return c.Changes(ctx) })
	return Changes(d), err
}
