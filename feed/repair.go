package feed

import (
	"context"
	"log/slog"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/sqlite"
)

// ask puts a question to the catalog; name stands for it in the log. A catalog
// that turns out to be damaged is rebuilt first, so that the answer is an
// answer and no error; a scan that runs anyway is not waited for. An error that
// is left is a sentence for people.
func ask[T any](ctx context.Context, s *Store, name string, question func(*catalog.Catalog) (T, error)) (T, error) {
	defer s.timed(ctx, name)()
	cat := s.shelf.catalog()
	answer, err := question(cat)
	if catalog.Useless(err) && s.mend(ctx, cat, err) {
		answer, err = question(s.shelf.catalog())
	}
	return answer, s.plain(err)
}

// timed logs how long a question took when the function that it returns is
// called.
func (s *Store) timed(ctx context.Context, name string) func() {
	if !s.log.Enabled(ctx, slog.LevelDebug) {
		return func() {}
	}
	began := time.Now()
	return func() { s.log.Debug("question", "name", name, "took", time.Since(began)) }
}

// troubleError is an error of the catalog as a sentence.
type troubleError struct {
	sentence string
	err      error
}

func (e *troubleError) Error() string { return e.sentence }
func (e *troubleError) Unwrap() error { return e.err }

// plain puts err into words for people if it comes from the catalog.
func (s *Store) plain(err error) error {
	if catalog.Useless(err) || sqlite.NoRoom(err) {
		return &troubleError{sqlite.Trouble(s.shelf.path(), err), err}
	}
	return err
}

// mend replaces the catalog old, which err says is of no use, and fills the new
// one. It does so for damage only once in the life of a store: if the new one
// is damaged too, the disk is at fault. The new one is filled even when ctx
// ends before that is done.
func (s *Store) mend(ctx context.Context, old *catalog.Catalog, err error) bool {
	if s.mending.lock(ctx) != nil {
		return false
	}
	defer s.mending.unlock()
	if s.shelf.catalog() != old {
		return true
	}
	if catalog.Damaged(err) {
		if s.mended {
			return false
		}
		s.mended = true
	}
	if !s.shelf.replace(ctx, old, err) {
		return false
	}
	if !s.scanning.tryLock() {
		return true // the scan that runs begins again
	}
	filled := make(chan error, 1)
	go func() {
		defer s.scanning.unlock()
		living, release := s.living(context.WithoutCancel(ctx))
		defer release()
		_, err := s.scan(living, s.config, nil)
		filled <- err
	}()
	select {
	case err := <-filled:
		return err == nil
	case <-ctx.Done():
		return false
	}
}
