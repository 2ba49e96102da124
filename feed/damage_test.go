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
	damagedStories = 150   // stories in an archive whose catalog is damaged
	pageSize       = 16384 // bytes
)

// soundCatalog returns the catalog file of an archive of damagedStories stories. The
// first story is starred.
func soundCatalog(t *testing.T) (d feed.Dirs, path string, data []byte, starred story.ID) {
	t.Helper()
	d = dirs(t)
	s, err := feed.Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(damagedStories)), d)
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

// readEverything calls the methods of s that read, and fails if one returns an error.
func readEverything(t *testing.T, s *feed.Store) {
	t.Helper()
	ctx := t.Context()
	check := func(name string, err error) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := s.Counts(ctx, feed.Files)
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
	_, err = s.Facets(ctx, feed.Files)
	check("facets", err)
	for i, r := range all(t, s) {
		if i%20 == 0 {
			st, err := s.Story(ctx, r.ID)
			// A changed letter in an ID or a path cannot be detected.
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

// TestDamageAnywhereIsNoError damages some pages, more of them in slow tests.
func TestDamageAnywhereIsNoError(t *testing.T) {
	t.Parallel()
	d, path, data, starred := soundCatalog(t)
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	tried, rebuilt := 0, 0
	for page := range len(data) / pageSize {
		for _, kind := range []string{"zeros", "noise", "flips"} {
			if r.IntN(100) >= feedtest.Rounds(1, 10) {
				continue
			}
			tried++
			damaged := append([]byte(nil), data...)
			damagePage(r, damaged[page*pageSize:(page+1)*pageSize], kind)
			overwrite(t, path, damaged)
			s, err := feed.Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(damagedStories)), d)
			if err != nil {
				t.Fatalf("seed %d, %s in page %d: %v", seed, kind, page+1, err)
			}
			readEverything(t, s)
			scan(t, s)
			if n, err := s.Counts(t.Context(), feed.Files); err != nil || n.Starred > 1 {
				t.Errorf("starred: %d, %v", n.Starred, err)
			}
			w := s.Warnings()
			rebuilt += len(w)
			if len(w) > 1 || len(w) == 1 && !strings.Contains(w[0], "rebuilding") {
				t.Errorf("warnings: %q", w)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if t.Failed() {
				t.Fatalf("seed %d: %s in page %d of %d", seed, kind, page+1, len(data)/pageSize)
			}
		}
	}
	overwrite(t, path, nil)
	s := open(t, archive.FS("desk", "desk", feedtest.FS(damagedStories)), d)
	scan(t, s)
	if row, err := s.Row(t.Context(), starred); err != nil || !row.Starred {
		t.Errorf("the marked story: starred %t, %v", row.Starred, err)
	}
	t.Logf("seed %d: %d tried, %d rebuilt", seed, tried, rebuilt)
}

// damagePage damages a page.
func damagePage(r *rand.Rand, page []byte, kind string) {
	switch kind {
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
