package feed_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
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

// answers calls the methods of s that read, and returns what they return, a line each.
func answers(t *testing.T, s *feed.Store) string {
	t.Helper()
	ctx := t.Context()
	var out strings.Builder
	add := func(name string, value any, err error) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		line, err := json.Marshal(value)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fmt.Fprintf(&out, "%s: %s\n", name, line)
	}
	n, err := s.Counts(ctx, feed.Files)
	add("counts", n, err)
	for _, text := range []string{"council", "h", "harb", `"the mayor"`, "is:lead -ferry", "title:bridge OR has:note", "is:starred"} {
		for _, order := range []feed.Sort{feed.Auto, feed.Newest} {
			r, err := s.Search(ctx, feed.Search{Text: text, Typing: true, Sort: order})
			if err != nil {
				t.Errorf("%s: %v", text, err)
				continue
			}
			rows, err := r.Rows(ctx, rowsTop, 50)
			add("rows of "+text, rows, err)
			n, err := r.Count(ctx)
			add("count of "+text, n, err)
			f, err := r.Facets(ctx, nil)
			add("facets of "+text, f, err)
		}
	}
	f, err := s.Facets(ctx, feed.Files)
	add("facets", f, err)
	rows := all(t, s)
	add("rows", rows, nil)
	for i := 0; i < len(rows); i += 10 {
		answersOf(t, s, rows[i].ID, add)
	}
	for p, err := range s.Problems(ctx) {
		add("problem", p, err)
	}
	add("settle", nil, s.Settle(ctx))
	return out.String()
}

// answersOf passes what s says about a story to add.
func answersOf(t *testing.T, s *feed.Store, id story.ID, add func(name string, value any, err error)) {
	t.Helper()
	ctx := t.Context()
	st, err := s.Story(ctx, id)
	add("story", st, err)
	if err != nil {
		return
	}
	links, err := s.Related(ctx, st)
	add("related", links, err)
	citing, err := s.CitedBy(ctx, id)
	add("cited by", citing, err)
	takes, err := s.Takes(ctx, st)
	add("takes", takes, err)
	notices, err := s.Notices(ctx, st)
	add("notices", notices, err)
}

// TestDamageAnywhereIsNoticed damages some pages, more of them in slow tests. A store of
// a damaged catalog answers as one of a sound catalog does, or says that it is rebuilding.
func TestDamageAnywhereIsNoticed(t *testing.T) {
	t.Parallel()
	d, path, data, starred := soundCatalog(t)
	src := archive.FS("desk", "desk", feedtest.FS(damagedStories))
	sound, err := feed.Open(t.Context(), src, d)
	if err != nil {
		t.Fatal(err)
	}
	want := answers(t, sound)
	if err := sound.Close(); err != nil {
		t.Fatal(err)
	}
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	tried, rebuilt := 0, 0
	for range feedtest.Rounds(3, 300) {
		tried++
		damaged := slices.Clone(data)
		kind := damage(r, damaged)
		overwrite(t, path, damaged)
		s, err := feed.Open(t.Context(), src, d)
		if err != nil {
			t.Fatalf("seed %d, %s: %v", seed, kind, err)
		}
		got := answers(t, s)
		w := s.Warnings()
		rebuilt += len(w)
		if len(w) > 1 || len(w) == 1 && !strings.Contains(w[0], "rebuilding") {
			t.Errorf("warnings: %q", w)
		}
		if got != want && len(w) == 0 {
			t.Errorf("other answers in silence, the first of them\n%s", firstDifference(got, want))
		}
		scan(t, s)
		if got, want := inOrder(answers(t, s)), inOrder(want); got != want {
			t.Errorf("other answers after a scan, the first of them\n%s", firstDifference(got, want))
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Fatalf("seed %d, trial %d: %s", seed, tried, kind)
		}
	}
	overwrite(t, path, nil)
	s := open(t, src, d)
	scan(t, s)
	if row, err := s.Row(t.Context(), starred); err != nil || !row.Starred {
		t.Errorf("the marked story: starred %t, %v", row.Starred, err)
	}
	t.Logf("count: %d trials of a damaged catalog, %d rebuilt (seed %d)", tried, rebuilt, seed)
}

// inOrder returns answers without those whose order depends on the order in which files
// were read: the rows of a search that are as good and as new.
func inOrder(answers string) string {
	lines := strings.Split(answers, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "rows of ") }), "\n")
}

// firstDifference returns the first line of got that differs from want, from shortly before
// the difference.
func firstDifference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	line := strings.LastIndexByte(got[:i], '\n') + 1
	name, _, _ := strings.Cut(got[line:], ":")
	from := max(line, i-100)
	return fmt.Sprintf("%s: %.200s\nwant %.200s", name, got[from:], want[from:])
}

// damage damages a catalog, and returns how.
func damage(r *rand.Rand, data []byte) string {
	n := r.IntN(len(data) / pageSize)
	page := data[n*pageSize : (n+1)*pageSize]
	var how string
	switch r.IntN(6) {
	case 0:
		how = "zeros"
		clear(page)
	case 1:
		how = "noise"
		for i := range page {
			page[i] = byte(r.Uint32())
		}
	case 2:
		how = "the content of another page"
		copy(page, data[r.IntN(len(data)/pageSize)*pageSize:][:pageSize])
	case 3:
		how = "64 bits"
		for range 64 {
			page[r.IntN(len(page))] ^= 1 << r.IntN(8)
		}
	default:
		at := r.IntN(len(page))
		how = fmt.Sprintf("byte %d", at)
		page[at] ^= 1 << r.IntN(8)
	}
	return fmt.Sprintf("%s in page %d of %d", how, n+1, len(data)/pageSize)
}
