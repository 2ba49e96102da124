package feed

import (
	"context"
	"os"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/marks"
)

// ask puts a question to the catalog. Where it turns out to be damaged it is
// made again first, so that the answer is one and no error; a scan that runs
// anyway is not waited for. An error that is left is a plain sentence.
func ask[T any](ctx context.Context, s *Store, question func(*catalog.Catalog) (T, error)) (T, error) {
	cat := s.catalog()
	answer, err := question(cat)
	if catalog.Useless(err) && s.mend(ctx, cat, err) {
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
	if catalog.Useless(err) || catalog.NoRoom(err) {
		return &troubleError{marks.Trouble(s.catalogPath(), err), err}
	}
	return err
}

// mend makes the catalog cat, which err says is of no use, again and fills the
// new one; one that is damaged once in the life of the store: what is damaged
// still is not the catalog. The new one is filled even when nobody waits for
// the answer any more.
func (s *Store) mend(ctx context.Context, cat *catalog.Catalog, err error) bool {
	s.mending.Lock()
	defer s.mending.Unlock()
	if s.catalog() != cat {
		return true
	}
	if damaged := catalog.Damaged(err); ctx.Err() != nil || damaged && s.mended {
		return false
	} else if damaged {
		s.mended = true
	}
	if !s.replaceCatalog(ctx, cat, err) {
		return false
	}
	if !s.scanning.TryLock() {
		return true // the scan that runs begins again
	}
	filled := make(chan error, 1)
	go func() {
		defer s.scanning.Unlock()
		_, err := s.scan(context.WithoutCancel(ctx), s.everything(), nil)
		filled <- err
	}()
	select {
	case err := <-filled:
		return err == nil
	case <-ctx.Done():
		return false
	}
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
	case catalog.Useless(err) && path != "":
		return s.renewCatalog(ctx, cat, path)
	case catalog.NoRoom(err):
		s.warn("The catalog is not kept: %s.", marks.Trouble(path, err))
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

// renewCatalog sets the catalog cat at path aside and opens another. Of several
// processes that have cat open one does it; the others find it gone and use
// what that one has made.
func (s *Store) renewCatalog(ctx context.Context, cat *catalog.Catalog, path string) bool {
	release, err := s.alone(ctx)
	if err != nil {
		return false
	}
	defer release()
	if !cat.Gone() {
		s.warn("The catalog was damaged; it is made again.")
		if catalog.SetAside(path) != nil {
			return s.useTemp(ctx) == nil
		}
	} else if _, err := os.Stat(path); err != nil {
		s.warn("The catalog was deleted; it is made again.")
	}
	return s.openThere(ctx, path) == nil
}

// alone waits until no other process opens or sets aside the catalog, and
// returns what ends that.
func (s *Store) alone(ctx context.Context) (release func(), err error) {
	l := s.lockNamed(openLock)
	if l == nil {
		return func() {}, nil
	}
	for !l.try() {
		select {
		case <-ctx.Done():
			l.release()
			return nil, ctx.Err()
		case <-time.After(openEvery):
		}
	}
	return l.release, nil
}

// openEvery is how often whoever is to open the catalog looks whether it is
// its turn.
const openEvery = 10 * time.Millisecond
