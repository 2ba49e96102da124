package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
)

// Changes is what was done to the catalog of an archive, in stories.
type Changes struct{ Added, Changed, Removed int }

// Since is what was done from o on. Of a catalog that was put in the place of
// the one that o is of, ok is false: the two cannot be compared.
func (c Changes) Since(o Changes) (d Changes, ok bool) {
	d = Changes{c.Added - o.Added, c.Changed - o.Changed, c.Removed - o.Removed}
	return d, min(d.Added, d.Changed, d.Removed) >= 0
}

// Changes returns what all changes since the catalog was made come to, whoever
// made them. Rows that are read later have at least these.
func (s *Store) Changes(ctx context.Context) (Changes, error) {
	d, err := ask(ctx, s, "changes", func(c *catalog.Catalog) (fill.Delta, error) { return c.Tally(ctx) })
	return Changes(d), err
}
