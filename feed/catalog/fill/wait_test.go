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

// hold lets another connection write to the catalog at path for some time.
func hold(t *testing.T, path string, long time.Duration) (released chan error) {
	t.Helper()
	db := sqlite.Pool(sqlite.URI(path)+"?_txlock=immediate", sqlite.Options{Conns: 1})
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	released = make(chan error, 1)
	go func() {
		time.Sleep(long)
		released <- errors.Join(tx.Commit(), db.Close())
	}()
	return released
}

func TestAWriterWaitsAsLongAsAnotherWrites(t *testing.T) {
	for name, write := range map[string]func(ctx context.Context, c *catalog.Catalog) error{
		"put": func(ctx context.Context, c *catalog.Catalog) error {
			_, err := c.Put(ctx, []fill.File{catalogtest.File("b.txt", "Bridge closes", story.Date{}, 1)})
			return err
		},
		"settle":  func(ctx context.Context, c *catalog.Catalog) error { return c.Settle(ctx) },
		"scanned": func(ctx context.Context, c *catalog.Catalog) error { return c.Scanned(ctx) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, path := catalogtest.Open(t)
			if _, err := c.Put(t.Context(), []fill.File{catalogtest.File("a.txt", "Ferry sails", story.Date{}, 1)}); err != nil {
				t.Fatal(err)
			}
			released := hold(t, path, 700*time.Millisecond)
			if err := write(t.Context(), c); err != nil {
				t.Errorf("%v", err)
			}
			if err := <-released; err != nil {
				t.Error(err)
			}
		})
	}
}

func TestWhoeverStopsWaitingIsNotToldOfALock(t *testing.T) {
	t.Parallel()
	c, path := catalogtest.Open(t)
	released := hold(t, path, 700*time.Millisecond)
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	began := time.Now()
	if _, err := c.Put(ctx, []fill.File{catalogtest.File("a.txt", "Ferry sails", story.Date{}, 1)}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if took := time.Since(began); took > 650*time.Millisecond {
		t.Errorf("it took %v to stop", took)
	}
	if err := <-released; err != nil {
		t.Error(err)
	}
}
