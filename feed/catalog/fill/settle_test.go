package fill_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

func TestSettlingMergesWhenManyBatchesAreLoose(t *testing.T) {
	c, _ := catalogtest.Open(t)
	const loose = `SELECT value FROM meta WHERE name = 'loose'`
	// Segments of the full-text table of titles, as its structure lists them.
	const segments = `SELECT count(DISTINCT segid) FROM titles_idx`
	n := 0
	put := func(batches int) {
		t.Helper()
		for range batches {
			n++
			catalogtest.Put(t, c, catalogtest.File(fmt.Sprintf("%03d.txt", n), fmt.Sprint("Pier notes ", n), story.Date{}, 1))
		}
	}
	check := func(wantLoose, wantSegments int) {
		t.Helper()
		if got, parts := count(t, c, loose), count(t, c, segments); got != wantLoose || parts != wantSegments {
			t.Errorf("after %d batches %d are loose, in %d segments; want %d in %d", n, got, parts, wantLoose, wantSegments)
		}
	}
	settle := func() {
		t.Helper()
		if err := c.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	settle()
	put(fill.MaxLoose)
	settle()
	check(fill.MaxLoose, fill.MaxLoose)
	put(1)
	done, stop := context.WithCancel(t.Context())
	stop()
	if err := c.Settle(done); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	check(fill.MaxLoose+1, fill.MaxLoose+1)
	settle()
	check(0, 1)
	put(fill.MaxLoose)
	settle()
	check(fill.MaxLoose, fill.MaxLoose+1)
	put(1)
	settle()
	check(0, 1) // the merged segment is as small as the new ones
}

func TestSettlingMergesTheHeadlinesOfACatalogThatHasBeenFilled(t *testing.T) {
	c, _ := catalogtest.Open(t)
	if err := c.Filling(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		s := catalogtest.Story(fmt.Sprint(n, ".txt"), fmt.Sprint("Pier notes ", n), story.Date{}, 1)
		s.Related = []story.Related{{Headline: story.Headline{Text: fmt.Sprint("Ferry notes ", n), Title: fmt.Sprint("Ferry notes ", n)}}}
		catalogtest.Put(t, c, catalogtest.FileOf(s))
	}
	for _, want := range []map[string]int{{"titles": 3, "refwords": 3, "texts": 3}, {"titles": 1, "refwords": 1, "texts": 3}} {
		for table, n := range want {
			if got := count(t, c, `SELECT count(DISTINCT segid) FROM `+table+`_idx`); got != n {
				t.Errorf("table %s has %d segments, want %d", table, got, n)
			}
		}
		if err := c.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSettlingMergesToOneSegment(t *testing.T) {
	c, path := catalogtest.Open(t)
	rnd := rand.New(rand.NewPCG(3, 4))
	for batch := range 20 {
		var files []fill.File
		for i := range 150 {
			s := catalogtest.Story(fmt.Sprintf("%d/%d.txt", batch, i), "Pier notes", story.Date{}, 1)
			var text []byte
			for range 50 { // words that no other story has
				text = fmt.Appendf(text, " w%x", rnd.Uint64())
			}
			s.Body = []story.Block{{Kind: story.Paragraph, Text: string(text)}}
			files = append(files, catalogtest.FileOf(s))
		}
		catalogtest.Put(t, c, files...)
	}
	if err := c.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := count(t, c, `SELECT count(DISTINCT segid) FROM texts_idx`); n != 1 {
		t.Errorf("%d segments are left, want 1", n)
	}
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() != 0 {
		t.Errorf("the log: %v, %v", info, err)
	}
}
