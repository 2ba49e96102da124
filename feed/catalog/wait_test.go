package catalog

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline/feed/marks"
	"dateline/feed/story"
)

// hold lets somebody else write to the catalog for so long.
func hold(t *testing.T, c *Catalog, long time.Duration) (released chan error) {
	t.Helper()
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other, _, err := Open(t.Context(), Options{Path: c.path, Marks: m.URI()})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := other.write.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	released = make(chan error, 1)
	go func() {
		time.Sleep(long)
		released <- errors.Join(tx.Commit(), other.Close(), m.Close())
	}()
	return released
}

func TestAWriterWaitsAsLongAsAnotherWrites(t *testing.T) {
	for name, write := range map[string]func(ctx context.Context, c *Catalog) error{
		"put": func(ctx context.Context, c *Catalog) error {
			_, err := c.Put(ctx, []File{fileOf("b.txt", "Bridge closes", story.Date{}, 1)})
			return err
		},
		"settle":  func(ctx context.Context, c *Catalog) error { return c.Settle(ctx) },
		"scanned": func(ctx context.Context, c *Catalog) error { return c.Scanned(ctx) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := temp(t)
			if _, err := c.Put(t.Context(), []File{fileOf("a.txt", "Ferry sails", story.Date{}, 1)}); err != nil {
				t.Fatal(err)
			}
			released := hold(t, c, 1200*time.Millisecond)
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
	c := temp(t)
	released := hold(t, c, 1200*time.Millisecond)
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	began := time.Now()
	if _, err := c.Put(ctx, []File{fileOf("a.txt", "Ferry sails", story.Date{}, 1)}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if took := time.Since(began); took > 1100*time.Millisecond {
		t.Errorf("it took %v to stop", took)
	}
	if err := <-released; err != nil {
		t.Error(err)
	}
}
