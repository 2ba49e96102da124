package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/marks"
)

// replaceCatalog puts another catalog in the place of one that err made
// useless, and reports whether there is one now: a new one for one that is
// damaged, one elsewhere where there is no room.
func (s *Store) replaceCatalog(ctx context.Context, err error) bool {
	switch {
	case catalog.Damaged(err) && s.cache != "":
		s.warn("The catalog of this archive was damaged; it is made again.")
		if catalog.SetAside(s.catalogPath()) != nil {
			return s.useTemp(ctx) == nil
		}
		return s.openCatalog(ctx) == nil
	case catalog.NoRoom(err):
		s.warn("The catalog is made again at every start: %s.", marks.Trouble(s.catalogPath(), err))
		return s.useTemp(ctx) == nil || s.useMemory(ctx) == nil
	}
	return false
}
