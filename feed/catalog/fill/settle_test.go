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

func TestSettlingMergesWhenMoreThanATenthAreLoose(t *testing.T) {
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
		t.Errorf("cancelled: %v", err)
	}
	if got := count(t, c, loose); got != 20 {
		t.Errorf("%d stories are loose after a cancelled merge, want 20", got)
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

func TestSettlingMergesToOneSegment(t *testing.T) {
	c, path := catalogtest.Open(t)
	rnd := rand.New(rand.NewPCG(3, 4))
	for batch := range 10 {
		var files []fill.File
		for i := range 300 {
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

func TestSettlingLeavesATenthLoose(t *testing.T) {
	const loose = `SELECT value FROM meta WHERE name = 'loose'`
	for _, test := range []struct{ settled, put, left int }{{18, 2, 2}, {17, 3, 0}, {9, 1, 1}, {0, 1, 0}} {
		c, _ := catalogtest.Open(t)
		put := func(from, to int) {
			var files []fill.File
			for n := from; n < to; n++ {
				files = append(files, catalogtest.File(fmt.Sprintf("%03d.txt", n), fmt.Sprint("Pier notes ", n), story.Date{}, 1))
			}
			catalogtest.Put(t, c, files...)
			if err := c.Settle(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		put(0, test.settled)
		put(test.settled, test.settled+test.put)
		if got := count(t, c, loose); got != test.left {
			t.Errorf("%d stories and %d more: %d are loose, want %d", test.settled, test.put, got, test.left)
		}
	}
}
