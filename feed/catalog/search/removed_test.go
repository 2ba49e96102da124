package search_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"dateline/feed/catalog/search"
	"dateline/feed/query"
	"dateline/feed/story"
)

// numbered returns n stories of one day with numbered paths.
func numbered(n int, title string) []tale {
	tales := make([]tale, n)
	for i := range tales {
		tales[i] = tale{path: fmt.Sprintf("%02d.txt", i), title: []string{title, fmt.Sprint("n", i)}, lang: "en", take: 1, date: story.Date{Year: 2024, Month: 8, Day: 15}}
	}
	return tales
}

func TestAKeyKeepsItsPlaceWhenItsStoryIsRemoved(t *testing.T) {
	w := newWorld(t)
	defer w.end(t)
	w.put(t, numbered(20, "Kestrel")...)
	f := w.find(t, query.Word{Text: "kestrel"})
	rows := answer(t, f, false)
	k := rows[9].Key()
	w.remove(t, rows[9].Path)
	below, err := f.Rows(context.Background(), k, 3)
	if want := []string{"10.txt", "11.txt", "12.txt"}; err != nil || !slices.Equal(pathsOf(below), want) {
		t.Errorf("below are %q, want %q, %v", pathsOf(below), want, err)
	}
	above, err := f.Rows(context.Background(), k, -2)
	if want := []string{"07.txt", "08.txt"}; err != nil || !slices.Equal(pathsOf(above), want) {
		t.Errorf("above are %q, want %q, %v", pathsOf(above), want, err)
	}
	if n, err := f.Position(context.Background(), k); err != nil || n != 9 {
		t.Errorf("position %d, %v", n, err)
	}
}

func TestARankedStoryKeepsItsScoreWhenOthersAreRemoved(t *testing.T) {
	w := newWorld(t)
	defer w.end(t)
	tales := numbered(6, "Kestrel")
	for i := range tales {
		for range i {
			tales[i].body = append(tales[i].body, []string{"kestrel", "sails"})
		}
	}
	w.put(t, tales...)
	f := w.find(t, query.Word{Text: "kestrel"})
	if ok, err := f.Rank(t.Context(), true); !ok || err != nil {
		t.Fatalf("%t, %v", ok, err)
	}
	scores := func() map[string]float64 {
		out := map[string]float64{}
		if err := f.All(t.Context(), false, func(r story.Row, score float64) bool { out[r.Path] = score; return true }); err != nil {
			t.Fatal(err)
		}
		return out
	}
	before := scores()
	w.remove(t, "03.txt")
	after := scores()
	if delete(before, "03.txt"); fmt.Sprint(after) != fmt.Sprint(before) || after["05.txt"] <= 0 {
		t.Errorf("%v, before %v", after, before)
	}
}

// While the user types, an excluded prefix does not exclude anything yet.
func TestACompleteWordIsFoundWhileItIsTyped(t *testing.T) {
	w := newWorld(t)
	defer w.end(t)
	var tales []tale
	for i, s := range numbered(2*search.MaxCompletions, "Port") {
		s.path = "other" + s.path
		s.title = []string{fmt.Sprintf("ted%cx%c", 'a'+i%26, 'a'+i/52)}
		tales = append(tales, s)
	}
	w.put(t, tales...)
	w.put(t, tale{path: "ted.txt", title: []string{"Ted", "speaks"}, lang: "en", take: 1})
	for _, n := range []query.Node{query.Word{Text: "ted", Prefix: true}, query.Phrase{Text: "ted", Prefix: true}} {
		f, err := w.Find(t.Context(), n, true)
		if err != nil {
			t.Fatal(err)
		}
		if got := pathsOf(answer(t, f, false)); !slices.Contains(got, "ted.txt") {
			t.Errorf("%#v finds %q", n, got)
		}
		if got := answer(t, w.find(t, n), false); len(got) != len(tales)+1 {
			t.Errorf("%#v finds %d stories when typing has ended", n, len(got))
		}
	}
	not := query.Not{Node: query.Word{Text: "te", Prefix: true}}
	f, err := w.Find(t.Context(), not, true)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := f.Count(t.Context()); err != nil || n != len(w.tales) {
		t.Errorf("while typing: %d of %d, %v", n, len(w.tales), err)
	}
	if n, err := w.find(t, not).Count(t.Context()); err != nil || n != 1 {
		t.Errorf("after typing: %d, want only the anchor, %v", n, err)
	}
}
