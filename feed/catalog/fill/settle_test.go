package fill_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"dateline/feed/catalog/catalogtest"
	"dateline/feed/story"
)

func TestSettlingMergesWhenATenthIsLoose(t *testing.T) {
	c, _ := catalogtest.Open(t)
	const loose = `SELECT value FROM meta WHERE name = 'loose'`
	// Segments of the full-text table of titles, as its structure lists them.
	const segments = `SELECT count(DISTINCT segid) FROM titles_idx`
	if err := c.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	n := 0
	put := func(files int) {
		t.Helper()
		for range files {
			n++
			catalogtest.Put(t, c, catalogtest.File(fmt.Sprintf("%03d.txt", n), fmt.Sprint("Pier notes ", n), story.Date{}, 1))
		}
	}
	put(20)
	if got := count(t, c, loose); got != 20 {
		t.Errorf("%d stories are loose, want 20", got)
	}
	done, stop := context.WithCancel(t.Context())
	stop()
	if err := c.Settle(done); !errors.Is(err, context.Canceled) {
		t.Errorf("ended early: %v", err)
	}
	if got := count(t, c, loose); got != 20 {
		t.Errorf("%d stories are loose after a merge that was ended, want 20", got)
	}
	if err := c.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, parts := count(t, c, loose), count(t, c, segments); got != 0 || parts != 1 {
		t.Errorf("%d stories are loose, in %d segments", got, parts)
	}
	put(2) // of 22: less than a tenth
	if err := c.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := count(t, c, loose); got != 2 {
		t.Errorf("%d stories are loose, want 2", got)
	}
	put(1) // 3 of 23
	if err := c.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, parts := count(t, c, loose), count(t, c, segments); got != 0 || parts != 1 {
		t.Errorf("%d stories are loose, in %d segments", got, parts)
	}
}
