package fill_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

const (
	locked = 700 * time.Millisecond // longer than a connection waits by itself
	hung   = time.Minute
)

// lock starts a transaction on another connection, which keeps others from writing
// to the catalog at path until unlock is called.
func lock(t *testing.T, path string) (unlock func()) {
	t.Helper()
	db := sqlite.Pool(sqlite.URI(path)+"?_txlock=immediate", sqlite.Options{Conns: 1})
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		if err := errors.Join(tx.Commit(), db.Close()); err != nil {
			t.Error(err)
		}
	}
}

func TestAWriterWaitsWhileAnotherConnectionWrites(t *testing.T) {
	for name, write := range map[string]func(ctx context.Context, c *catalog.Catalog) error{
		"put": func(ctx context.Context, c *catalog.Catalog) error {
			_, err := c.Put(ctx, []fill.File{catalogtest.File("b.txt", "Bridge closes", story.Date{}, 1)})
			return err
		},
		"settle":  func(ctx context.Context, c *catalog.Catalog) error { return c.Settle(ctx) },
		"scanned": func(ctx context.Context, c *catalog.Catalog) error { return c.Scanned(ctx, fill.Folders{Whole: true}) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, path := catalogtest.Open(t)
			for range fill.MaxLoose + 1 { // so that there is something to settle
				catalogtest.Put(t, c, catalogtest.File("a.txt", "Ferry sails", story.Date{}, 1))
			}
			unlock := lock(t, path)
			done := make(chan error, 1)
			go func() { done <- write(t.Context(), c) }()
			select {
			case err := <-done:
				t.Errorf("it returned before the lock was released: %v", err)
				unlock()
			case <-time.After(locked):
				unlock()
				if err := <-done; err != nil {
					t.Error(err)
				}
			}
		})
	}
}

func TestSettlingASettledCatalogNeedsNoLock(t *testing.T) {
	t.Parallel()
	c, path := catalogtest.Open(t)
	defer lock(t, path)()
	ctx, stop := context.WithTimeout(t.Context(), hung)
	defer stop()
	if err := c.Settle(ctx); err != nil {
		t.Errorf("Settle: %v, although there is nothing to merge", err)
	}
}

// stopping is a context that calls stop as soon as a caller waits for its end.
type stopping struct {
	context.Context

	stop func()
}

func (s stopping) Done() <-chan struct{} {
	s.stop()
	return s.Context.Done()
}

func TestPutStopsWaitingForALockWhenItsContextEnds(t *testing.T) {
	t.Parallel()
	c, path := catalogtest.Open(t)
	unlock := lock(t, path)
	defer unlock()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	done := make(chan error, 1)
	go func() {
		_, err := c.Put(stopping{ctx, stop}, []fill.File{catalogtest.File("a.txt", "Ferry sails", story.Date{}, 1)}) //nolint:contextcheck // it wraps ctx
		done <- err
	}()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) || !sqlite.Busy(err) {
			t.Errorf("Put: %v, want the end of the context and the busy error", err)
		}
	case <-time.After(hung):
		t.Fatal("Put waits for the lock although its context has ended")
	}
}
