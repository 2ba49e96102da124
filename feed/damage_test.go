package feed_test

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

const (
	harmed = 150   // stories of an archive whose catalog is damaged
	pages  = 16384 // bytes of a page
)

// sound is the file of a catalog of harmed stories, the first of which is
// starred.
func sound(t *testing.T) (d feed.Dirs, path string, data []byte, starred story.ID) {
	t.Helper()
	d = dirs(t)
	s, err := feed.Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(harmed)), d)
	if err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	starred = all(t, s)[0].ID
	if err := s.SetStarred(t.Context(), starred, true); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path = catalogOf(t, d)
	if data, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return d, path, data, starred
}

// everything asks a store for all that it knows; no answer is an error.
func everything(t *testing.T, s *feed.Store) {
	t.Helper()
	ctx := t.Context()
	check := func(what string, err error) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err := s.Counts(ctx)
	check("counts", err)
	for _, text := range []string{"council", "h", "harb", `"the mayor"`, "is:lead -ferry", "title:bridge OR has:note", "is:starred"} {
		for _, order := range []feed.Sort{feed.Auto, feed.Newest} {
			r, err := s.Search(ctx, feed.Search{Text: text, Typing: true, Sort: order})
			if err != nil {
				t.Errorf("%s: %v", text, err)
				continue
			}
			_, err = r.Rows(ctx, rowsTop, 50)
			check("rows of "+text, err)
			_, err = r.Count(ctx)
			check("count of "+text, err)
			_, err = r.Facets(ctx, nil)
			check("facets of "+text, err)
		}
	}
	_, err = s.Facets(ctx)
	check("facets", err)
	for i, r := range all(t, s) {
		if i%20 == 0 {
			st, err := s.Story(ctx, r.ID)
			// Of another letter in an ID or a path nobody can know.
			if err != nil && !errors.Is(err, feed.ErrNotFound) && !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("story: %v", err)
			}
			if err == nil {
				_, err = s.Related(ctx, st)
				check("related", err)
			}
			_, err = s.CitedBy(ctx, r.ID)
			check("cited by", err)
		}
	}
	for _, err := range s.Problems(ctx) {
		check("problems", err)
	}
	check("settle", s.Settle(ctx))
}

// TestDamageAnywhereIsNoError harms some pages, more of them in the slow tests.
func TestDamageAnywhereIsNoError(t *testing.T) {
	t.Parallel()
	d, path, data, starred := sound(t)
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	tried, mended := 0, 0
	for page := range len(data) / pages {
		for _, harm := range []string{"zeros", "noise", "flips"} {
			if r.IntN(100) >= feedtest.Rounds(1, 10) {
				continue
			}
			tried++
			spoilt := append([]byte(nil), data...)
			spoil(r, spoilt[page*pages:(page+1)*pages], harm)
			overwrite(t, path, spoilt)
			s, err := feed.Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(harmed)), d)
			if err != nil {
				t.Fatalf("seed %d, %s in page %d: %v", seed, harm, page+1, err)
			}
			everything(t, s)
			scan(t, s)
			if n, err := s.Counts(t.Context()); err != nil || n.Starred > 1 {
				t.Errorf("starred: %d, %v", n.Starred, err)
			}
			w := s.Warnings()
			mended += len(w)
			if len(w) > 1 || len(w) == 1 && !strings.Contains(w[0], "rebuilding") {
				t.Errorf("said: %q", w)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if t.Failed() {
				t.Fatalf("seed %d: %s in page %d of %d", seed, harm, page+1, len(data)/pages)
			}
		}
	}
	overwrite(t, path, nil)
	s := open(t, archive.FS("desk", "desk", feedtest.FS(harmed)), d)
	scan(t, s)
	if row, err := s.Row(t.Context(), starred); err != nil || !row.Starred {
		t.Errorf("the marked story: starred %t, %v", row.Starred, err)
	}
	t.Logf("seed %d: %d tried, %d rebuilt", seed, tried, mended)
}

// spoil does harm to a page.
func spoil(r *rand.Rand, page []byte, harm string) {
	switch harm {
	case "zeros":
		clear(page)
	case "noise":
		for i := range page {
			page[i] = byte(r.Uint32())
		}
	case "flips":
		for range 64 {
			page[r.IntN(len(page))] ^= 1 << r.IntN(8)
		}
	}
}
