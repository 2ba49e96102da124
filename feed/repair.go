package feed

import (
	"context"
	"os"

	"dateline/feed/catalog"
	"dateline/feed/marks"
)

// ask puts a question to the catalog. Where it turns out to be damaged it is
// made again first, so that the answer is one and no error; a scan that runs
// anyway is not waited for. An error that is left is a plain sentence.
func ask[T any](ctx context.Context, s *Store, question func(*catalog.Catalog) (T, error)) (T, error) {
	cat := s.catalog()
	answer, err := question(cat)
	if catalog.Damaged(err) && s.mend(ctx, cat, err) {
		answer, err = question(s.catalog())
	}
	return answer, s.plain(err)
}

// troubleError is a sentence about the catalog.
type troubleError struct {
	sentence string
	err      error
}

func (e *troubleError) Error() string { return e.sentence }
func (e *troubleError) Unwrap() error { return e.err }

// plain is err in words for people, where it comes from the catalog.
func (s *Store) plain(err error) error {
	if catalog.Damaged(err) || catalog.NoRoom(err) {
		return &troubleError{marks.Trouble(s.catalogPath(), err), err}
	}
	return err
}

// mend makes the catalog cat, which err says is damaged, again and fills the
// new one, once in the life of the store: what is damaged still is not the
// catalog.
func (s *Store) mend(ctx context.Context, cat *catalog.Catalog, err error) bool {
	s.mending.Lock()
	defer s.mending.Unlock()
	if s.catalog() != cat {
		return true
	}
	if s.mended || ctx.Err() != nil {
		return false
	}
	s.mended = true
	if !s.replaceCatalog(ctx, cat, err) {
		return false
	}
	if !s.scanning.TryLock() {
		return true // the scan that runs begins again
	}
	defer s.scanning.Unlock()
	_, err = s.scan(ctx, scope{walk: s.src.Walk, first: s.src}, nil)
	return err == nil
}

// replaceCatalog puts another catalog in the place of cat, which err made
// useless, and reports whether there is one now: a new one for one that is
// damaged, one elsewhere where there is no room.
func (s *Store) replaceCatalog(ctx context.Context, cat *catalog.Catalog, err error) bool {
	s.replacing.Lock()
	defer s.replacing.Unlock()
	if s.catalog() != cat {
		return true
	}
	path := s.catalogPath()
	switch {
	case catalog.Damaged(err) && path != "":
		s.warn("The catalog of this archive was damaged; it is made again.")
		if catalog.SetAside(path) != nil {
			return s.useTemp(ctx) == nil
		}
		return s.openCatalog(ctx) == nil
	case catalog.NoRoom(err):
		s.warn("The catalog is made again at every start: %s.", marks.Trouble(path, err))
		return s.useTemp(ctx) == nil || s.useMemory(ctx) == nil
	}
	return false
}

// dropOld deletes the catalog that was set aside, for there is another.
func (s *Store) dropOld() {
	if path := s.catalogPath(); path != "" {
		_ = os.Remove(path + catalog.Aside) // it stays until the next scan
	}
}
