package search_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/catalog/meta"
	"dateline/feed/catalog/search"
	"dateline/feed/marks"
	"dateline/feed/query"
	"dateline/feed/story"
)

// world is a catalog and the tales that it has.
type world struct {
	*catalog.Catalog

	m     *marks.Marks
	x     *fill.Indexer
	tales map[string]*tale
}

func newWorld(t fataler) *world {
	m, err := marks.InMemory(context.Background())
	if err != nil {
		t.Fatalf("%v", err)
	}
	c, _, err := catalog.Open(context.Background(), catalog.Options{Marks: m.Attached()})
	if err != nil {
		t.Fatalf("%v", err)
	}
	w := &world{Catalog: c, m: m, x: fill.NewIndexer(fill.NewTitles()), tales: map[string]*tale{}}
	w.put(t, anchor)
	return w
}

// mark sets or removes a mark.
func (w *world) mark(field marks.Field, id story.ID, on bool) error {
	value := ""
	if on {
		value = marks.Yes
	}
	_, err := w.m.Do(context.Background(), "mark", marks.Change{Field: field, Story: marks.Story{ID: id}, New: value})
	return err
}

type fataler interface{ Fatalf(string, ...any) }

func (w *world) end(t fataler) {
	if err := errors.Join(w.Close(), w.m.Close()); err != nil {
		t.Fatalf("%v", err)
	}
}

func (w *world) put(t fataler, tales ...tale) {
	files := make([]fill.File, len(tales))
	for i := range tales {
		s := tales[i]
		w.tales[s.path], files[i] = &s, s.file(w.x)
		id := story.NewID(s.path)
		err := errors.Join(w.mark(marks.Read, id, s.read), w.mark(marks.Starred, id, s.starred))
		if err != nil {
			t.Fatalf("%v", err)
		}
	}
	if _, err := w.Put(context.Background(), files); err != nil {
		t.Fatalf("%v", err)
	}
}

func (w *world) remove(t fataler, paths ...string) {
	for _, p := range paths {
		delete(w.tales, p)
	}
	if _, err := w.Remove(context.Background(), paths); err != nil {
		t.Fatalf("%v", err)
	}
}

// drawWorld returns a catalog after several batches of new, changed and removed files.
func drawWorld(t *rapid.T) *world {
	w := newWorld(t)
	folders := []string{"2024/08/", "2024/09/", "예산안/", ""}
	for batch := range rapid.IntRange(1, 4).Draw(t, "batches") {
		var tales []tale
		for i := range rapid.IntRange(1, 14).Draw(t, "stories") {
			s := drawTale(t, fmt.Sprintf("%s%02d.txt", folders[i%len(folders)], rapid.IntRange(0, 40).Draw(t, "name")))
			s.version = batch
			if !slices.ContainsFunc(tales, func(o tale) bool { return o.path == s.path }) {
				tales = append(tales, s)
			}
		}
		w.put(t, tales...)
		var removed []string
		for _, s := range tales {
			if rapid.IntRange(0, 4).Draw(t, "remove") == 0 {
				removed = append(removed, s.path)
			}
		}
		w.remove(t, removed...)
	}
	return w
}

// answer returns all rows of f, in its order.
func answer(t fataler, f *search.Result, back bool) (rows []story.Row) {
	err := f.All(context.Background(), back, func(r story.Row, _ float64) bool {
		rows = append(rows, r)
		return true
	})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return rows
}

func (w *world) find(t fataler, n query.Node) *search.Result {
	f, err := w.Find(context.Background(), n, false)
	if err != nil {
		t.Fatalf("%#v: %v", n, err)
	}
	return f
}

// order returns all rows in order of id. That is list order except among stories of
// one moment and take.
func (w *world) order(t fataler) []story.Row {
	all := answer(t, w.find(t, query.All{}), false)
	if len(all) != len(w.tales) {
		t.Fatalf("%d of %d stories: %q %q", len(all), len(w.tales), pathsOf(all), slices.Sorted(maps.Keys(w.tales)))
	}
	for i := 1; i < len(all); i++ {
		a, b := all[i-1].Key(), all[i].Key()
		if meta.SortBase(a.Unix, a.Take) > meta.SortBase(b.Unix, b.Take) {
			t.Fatalf("%v is above %v", a, b)
		}
	}
	return all
}

func pathsOf(rows []story.Row) []string {
	out := make([]string, len(rows))
	for i := range rows {
		out[i] = rows[i].Path
	}
	return out
}

func TestFindAgreesWithANaiveSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		defer w.end(t)
		all := w.order(t)
		for range 3 {
			q := drawQuestion(t, 3)
			var want []string
			for _, r := range all {
				if q.matches(w.tales[r.Path]) {
					want = append(want, r.Path)
				}
			}
			f := w.find(t, q.node)
			rows := answer(t, f, false)
			if got := pathsOf(rows); !slices.Equal(got, want) {
				t.Fatalf("%#v found %q, want %q (%s)", q.node, got, want, search.Explain(f))
			}
			if n, err := f.Count(context.Background()); err != nil || n != len(want) {
				t.Fatalf("%#v: counted %d of %d, %v", q.node, n, len(want), err)
			}
			checkWalks(t, f, rows, all)
			if ranked, err := f.Rank(context.Background(), rapid.Bool().Draw(t, "force")); err != nil {
				t.Fatalf("%v", err)
			} else if ranked {
				best := answer(t, f, false)
				if got := pathsOf(best); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
					t.Fatalf("%#v: ranked %q, want %q", q.node, got, want)
				}
				checkWalks(t, f, best, best)
			}
		}
	})
}

// checkWalks compares windows, positions and next unread rows with rows, all rows of
// f. The keys are those of all, which has the same order.
func checkWalks(t *rapid.T, f *search.Result, rows, all []story.Row) {
	back := answer(t, f, true)
	slices.Reverse(back)
	if !slices.EqualFunc(back, rows, sameRow) {
		t.Fatalf("backward %q, forward %q", pathsOf(back), pathsOf(rows))
	}
	n := rapid.IntRange(1, 6).Draw(t, "n")
	checkWindow(t, f, story.Key{}, n, rows[:min(n, len(rows))])
	checkWindow(t, f, story.Key{}, -n, rows[max(len(rows)-n, 0):])
	if len(all) == 0 {
		return
	}
	some := rapid.SliceOfN(rapid.IntRange(0, len(all)-1), 2, 2).Draw(t, "keys")
	at := 0 // rows above all[i]
	for i, r := range all {
		here := at < len(rows) && sameRow(rows[at], r)
		if !slices.Contains(some, i) {
			if here {
				at++
			}
			continue
		}
		k := r.Key()
		checkWindow(t, f, k, n, rows[at:min(at+n, len(rows))])
		checkWindow(t, f, k, -n, rows[max(at-n, 0):at])
		if got, err := f.Position(context.Background(), k); err != nil || got != at {
			t.Fatalf("%v: position %d, want %d, %v", k, got, at, err)
		}
		checkUnread(t, f, k, true, unread(reversed(rows[:at])))
		if here {
			at++
		}
		checkUnread(t, f, k, false, unread(rows[at:]))
	}
	checkUnread(t, f, story.Key{}, false, unread(rows))
	checkUnread(t, f, story.Key{}, true, unread(reversed(rows)))
}

func sameRow(a, b story.Row) bool { return a.Path == b.Path }

func reversed(rows []story.Row) []story.Row {
	rows = slices.Clone(rows)
	slices.Reverse(rows)
	return rows
}

// unread returns the path of the first unread row, or "" if there is none.
func unread(rows []story.Row) string {
	if i := slices.IndexFunc(rows, func(r story.Row) bool { return !r.Read }); i >= 0 {
		return rows[i].Path
	}
	return ""
}

func checkWindow(t *rapid.T, f *search.Result, k story.Key, n int, want []story.Row) {
	got, err := f.Rows(context.Background(), k, n)
	if err != nil || !slices.EqualFunc(got, want, sameRow) {
		t.Fatalf("%d rows from %v are %q, want %q, %v", n, k, pathsOf(got), pathsOf(want), err)
	}
}

func checkUnread(t *rapid.T, f *search.Result, k story.Key, back bool, want string) {
	r, ok, err := f.NextUnread(context.Background(), k, back)
	if err != nil || ok != (want != "") || r.Path != want {
		t.Fatalf("next unread from %v (back: %t) is %q, want %q, %v", k, back, r.Path, want, err)
	}
}
