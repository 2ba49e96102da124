package search_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/feed/catalog/meta"
	"dateline/feed/catalog/search"
	"dateline/feed/query"
	"dateline/feed/story"
)

// crowd returns a catalog with n stories about a kestrel besides the anchor, every
// seventh of them unread, and their paths in order. The stories share ten tags.
func crowd(t *testing.T, n int) (w *world, paths []string) {
	t.Helper()
	w = newWorld(t)
	t.Cleanup(func() { w.end(t) })
	tales := make([]tale, n)
	for i := range tales {
		tales[i] = tale{
			path: fmt.Sprintf("%05d.txt", i), title: []string{"Kestrel"}, lang: "en", take: 1, read: i%7 != 6,
			date: story.Date{Year: 2024, Month: 8, Day: 15}, tags: []string{fmt.Sprint("tag", i%10)},
		}
		paths = append(paths, tales[i].path)
	}
	w.put(t, tales...)
	return w, paths
}

func TestAllYieldsSeveralPagesInOrderAndStopsEarly(t *testing.T) {
	const n, stop = 1203, 777
	w, paths := crowd(t, n)
	f := w.find(t, query.Word{Text: "kestrel"})
	for _, order := range []string{"newest", "best"} {
		if order == "best" {
			if ok, err := f.Rank(t.Context(), false); !ok || err != nil {
				t.Fatalf("%t, %v", ok, err)
			}
		}
		for _, back := range []bool{false, true} {
			want := slices.Clone(paths)
			if back {
				slices.Reverse(want)
			}
			if got := pathsOf(answer(t, f, back)); !slices.Equal(got, want) {
				t.Errorf("%s, back %t: %d stories, want %d in order", order, back, len(got), len(want))
			}
			var got []string
			err := f.All(t.Context(), back, func(r story.Row, score float64) bool {
				if (score != 0) != (order == "best") {
					t.Fatalf("%s: %s has the score %v", order, r.Path, score)
				}
				got = append(got, r.Path)
				return len(got) < stop
			})
			if err != nil || !slices.Equal(got, want[:stop]) {
				t.Errorf("%s, back %t: %d stories, %v; want the first %d", order, back, len(got), err, stop)
			}
		}
	}
}

func TestTheNextUnreadIsFoundAfterManyReadRows(t *testing.T) {
	const first, last = 7, 450
	w := newWorld(t)
	defer w.end(t)
	tales := numbered(500, "Kestrel")
	for i := range tales {
		tales[i].path, tales[i].read = fmt.Sprintf("%05d.txt", i), i != first && i != last
	}
	w.put(t, tales...)
	f := w.find(t, query.Word{Text: "kestrel"})
	for _, order := range []string{"newest", "best"} {
		if order == "best" {
			if ok, err := f.Rank(t.Context(), true); !ok || err != nil {
				t.Fatalf("%t, %v", ok, err)
			}
		}
		rows := answer(t, f, false)
		for _, test := range []struct {
			from int // -1: from the end
			back bool
			want int
		}{
			{-1, false, first},
			{-1, true, last},
			{first - 1, false, first},
			{first, false, last},
			{first + 1, false, last},
			{last, false, -1},
			{last, true, first},
			{last + 1, true, last},
			{first, true, -1},
			{0, true, -1},
			{499, false, -1},
		} {
			var k story.Key
			if test.from >= 0 {
				k = rows[test.from].Key()
			}
			want := ""
			if test.want >= 0 {
				want = rows[test.want].Path
			}
			r, ok, err := f.NextUnread(t.Context(), k, test.back)
			if err != nil || ok != (want != "") || r.Path != want {
				t.Errorf("%s, from %d, back %t: %q, %t, %v; want %q", order, test.from, test.back, r.Path, ok, err, want)
			}
		}
	}
}

func TestManyHitsAreCountedInStepsAndRankedOnlyIfForced(t *testing.T) {
	const n = search.MaxChunk + 8
	w, _ := crowd(t, n)
	f := w.find(t, query.Word{Text: "kestrel"})
	steps := 0
	tags := func(values []search.FacetValue) (tags, sum int) {
		for _, v := range values {
			if v.Facet == meta.FacetTag {
				tags, sum = tags+1, sum+v.N
			}
		}
		return tags, sum
	}
	values, err := f.Facets(t.Context(), func(values []search.FacetValue) {
		steps++
		if distinct, sum := tags(values); distinct != 10 || sum != search.MaxChunk {
			t.Errorf("after a step there are %d tags of %d stories, want 10 of %d", distinct, sum, search.MaxChunk)
		}
	})
	if distinct, sum := tags(values); err != nil || steps != 1 || distinct != 10 || sum != n {
		t.Errorf("%d steps, %d tags of %d stories, %v; want 10 of %d", steps, distinct, sum, err, n)
	}
	if ok, err := f.Rank(t.Context(), false); ok || err != nil {
		t.Errorf("%d stories are ranked: %t, %v", n, ok, err)
	}
	if ok, err := f.Rank(t.Context(), true); !ok || err != nil {
		t.Errorf("not ranked although it is forced: %t, %v", ok, err)
	}
	if got := answer(t, f, false); len(got) != n {
		t.Errorf("%d of %d are ranked", len(got), n)
	}
}

func TestHitsUpToTheBoundAreRanked(t *testing.T) {
	w, _ := crowd(t, search.MaxRanked)
	f := w.find(t, query.Word{Text: "kestrel"})
	if ok, err := f.Rank(t.Context(), false); !ok || err != nil {
		t.Errorf("%d: %t, %v", search.MaxRanked, ok, err)
	}
	w.put(t, tale{path: "more.txt", title: []string{"Kestrel"}, lang: "en", take: 1})
	f = w.find(t, query.Word{Text: "kestrel"})
	if ok, err := f.Rank(t.Context(), false); ok || err != nil {
		t.Errorf("one more: %t, %v", ok, err)
	}
	w.remove(t, "more.txt") // the index still counts its words
	f = w.find(t, query.Word{Text: "kestrel"})
	if ok, err := f.Rank(t.Context(), false); !ok || err != nil {
		t.Errorf("without it: %t, %v", ok, err)
	}
}
