package feed

import (
	"context"
	"log/slog"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/sqlite"
)

// withCatalog calls fn with the catalog in use; name is for the log. If the catalog
// is damaged it is rebuilt, and fn is called again with the new one. If a scan is
// running, withCatalog does not wait for it to fill the new catalog. An error that
// remains is a sentence for the user.
func withCatalog[T any](ctx context.Context, s *Store, name string, fn func(*catalog.Catalog) (T, error)) (res T, err error) {
	err = s.ask(ctx, name, func(c *catalog.Catalog) (err error) {
		res, err = fn(c)
		return err
	})
	return res, err
}

// ask is withCatalog for any type, which withCatalog is compiled for.
func (s *Store) ask(ctx context.Context, name string, fn func(*catalog.Catalog) error) error {
	defer s.timed(ctx, name)()
	cat := s.shelf.catalog()
	err := fn(cat)
	if catalog.Useless(err) && s.repair(ctx, cat, err) {
		err = fn(s.shelf.catalog())
	}
	return s.plain(err)
}

// withFilled is withCatalog for an fn that looks for stories that a list had, and reports
// whether it found them all. If it did not while repair was filling the catalog, fn is called
// again when the catalog is full.
func withFilled[T any](ctx context.Context, s *Store, name string, fn func(*catalog.Catalog) (T, bool, error)) (T, bool, error) {
	var all, filling bool
	get := func(c *catalog.Catalog) (res T, err error) {
		filling = s.repairing.locked() // not before c is in use: repair makes it so
		res, all, err = fn(c)
		return res, err
	}
	res, err := withCatalog(ctx, s, name, get)
	if err == nil && !all && filling {
		if err = s.repairing.lock(ctx); err != nil {
			return res, false, err
		}
		s.repairing.unlock()
		res, err = withCatalog(ctx, s, name, get)
	}
	return res, all, err
}

// timed returns a function that logs the time since the call of timed.
func (s *Store) timed(ctx context.Context, name string) func() {
	if !s.log.Enabled(ctx, slog.LevelDebug) {
		return func() {}
	}
	began := time.Now()
	return func() { s.log.Debug("catalog call", "name", name, "took", time.Since(began)) }
}

// troubleError is an error of the catalog as a sentence for the user.
type troubleError struct {
	sentence string
	err      error
}

func (e *troubleError) Error() string { return e.sentence }
func (e *troubleError) Unwrap() error { return e.err }

// plain returns err as a sentence for the user if it comes from the catalog.
func (s *Store) plain(err error) error {
	if catalog.Useless(err) || sqlite.NoRoom(err) {
		return &troubleError{sqlite.Trouble(s.shelf.path(), err), err}
	}
	return err
}

// repair replaces the catalog old, which cannot be used because of err, and fills the
// new one. It repairs damage only once in the life of a store: if the new catalog is
// damaged too, the disk is at fault. It fills the new catalog even if ctx ends first.
func (s *Store) repair(ctx context.Context, old *catalog.Catalog, err error) bool {
	if s.repairing.lock(ctx) != nil {
		return false
	}
	defer s.repairing.unlock()
	if s.shelf.catalog() != old {
		return true
	}
	if catalog.Damaged(err) {
		if s.repaired {
			return false
		}
		s.repaired = true
	}
	if !s.shelf.replace(ctx, old, err) {
		return false
	}
	if !s.scanning.tryLock() {
		return true // the running scan starts again
	}
	filled := make(chan error, 1)
	go func() {
		defer s.scanning.unlock()
		ctx, release := s.untilClosed(context.WithoutCancel(ctx))
		defer release()
		_, err := s.scan(ctx, pass{Config: s.config}, nil)
		filled <- err
	}()
	select {
	case err := <-filled:
		return err == nil
	case <-ctx.Done():
		return false
	}
}
