package feed

import (
	"context"
	"time"

	"dateline/feed/catalog"
)

// Settle does the work on the search index that scans have put off, which makes
// searches faster. It may take a minute for a million stories; reading, searching and
// scanning continue in the meantime. When ctx ends it stops, and the next Settle
// continues from there. If another process settles, Settle
// returns at once.
func (s *Store) Settle(ctx context.Context) error {
	ctx, release := s.untilClosed(ctx)
	defer release()
	if err := s.settling.lock(ctx); err != nil {
		return err
	}
	defer s.settling.unlock()
	l := lockBeside(s.shelf.path(), settleLock)
	defer l.release()
	if !l.try() {
		return nil
	}
	_, err := withCatalog(ctx, s, "settle", func(c *catalog.Catalog) (struct{}, error) { return struct{}{}, c.Settle(ctx) })
	return err
}

// Info describes the catalog.
type Info struct {
	Path    string // empty if the catalog is not kept after Close
	Bytes   int64
	Created time.Time
	Scanned time.Time // when a scan last ended, or zero
}

// Info describes the catalog.
func (s *Store) Info(ctx context.Context) (Info, error) {
	info, err := withCatalog(ctx, s, "info", func(c *catalog.Catalog) (catalog.Info, error) { return c.Info(ctx) })
	return Info{Path: s.shelf.path(), Bytes: info.Bytes, Created: info.Created, Scanned: info.Scanned}, err
}

// Facets counts the facets of the whole archive, as a list of that scope has them.
func (s *Store) Facets(ctx context.Context, scope Scope) (Facets, error) {
	r, err := s.Search(ctx, Search{Scope: scope})
	if err != nil {
		return nil, err
	}
	return r.Facets(ctx, nil)
}
