package search_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline/feed/catalog/search"
	"dateline/feed/query"
	"dateline/feed/story"
)

// hostile are queries at the limits of the language.
var hostile = []string{
	"", "ferry", `"ferry storm" -bridge OR (title:rate* place:"Port Ellery")`, "금 上 기준금리", "take:3- after:2024-01 is:unread has:note lang:en",
	strings.Repeat("(", 99) + "ferry" + strings.Repeat(")", 99),
	strings.Repeat("ferry (storm OR ", 49) + "rate" + strings.Repeat(")", 49),
	strings.Repeat("-(ferry ", 49) + "x" + strings.Repeat(")", 49),
	strings.Repeat("is:read (ferry OR -", 49) + "(rate)" + strings.Repeat(")", 49),
	strings.TrimSuffix(strings.Repeat("ferry OR ", 199), " OR "), strings.Repeat("-storm ", 99), strings.Repeat("f* ", 99),
	strings.Repeat("a-", 4000) + "a", `"` + strings.Repeat("a ", 4900) + `"`, strings.Repeat("금", 3300), strings.Repeat("é", 4900),
	"title:\x00 \"NEAR(a b)\" AND {title body} x ^a + b * \\ '", `tag:«"» by:"a" "b" path:"*" agency:=_ -place:"«"`, "NEAR AND {meta} rowid + col",
}

// fuzzWorld returns a small catalog with stories of every kind.
func fuzzWorld(tb testing.TB) *world {
	tb.Helper()
	w := newWorld(tb)
	tb.Cleanup(func() { w.end(tb) })
	tales := make([]tale, 20)
	for i := range tales {
		s := anchor
		s.path, s.take, s.read = string(rune('a'+i)), story.Take(i%4), i%3 == 0
		s.date.Day += i % 5
		s.places, s.tags, s.note = places[i%3:i%3+2], tags[i%4:i%4+2], i%2 == 0
		tales[i] = s
	}
	w.put(tb, tales...)
	return w
}

func (w *world) askText(t *testing.T, text string) {
	t.Helper()
	for _, typing := range []bool{false, true} {
		n, err := query.Parse(text, query.Options{Now: time.Unix(1e9, 0), Typing: typing})
		if err != nil {
			return
		}
		found, err := w.Find(t.Context(), n, typing)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		askAll(t, found, text)
	}
}

func TestQueriesAtTheLimitsOfTheLanguageRun(t *testing.T) {
	w := fuzzWorld(t)
	for _, text := range hostile {
		if _, err := query.Parse(text, query.Options{Now: time.Unix(1e9, 0)}); err != nil {
			t.Errorf("%.60q: %v", text, err)
		}
		w.askText(t, text)
	}
}

// FuzzFind checks that every query that parses can be run.
func FuzzFind(f *testing.F) {
	for _, text := range hostile {
		if len(text) < 300 {
			f.Add(text)
		}
	}
	w := fuzzWorld(f)
	f.Fuzz(func(t *testing.T, text string) { w.askText(t, text) })
}

// askAll calls every method of f, first in list order and then by rank.
func askAll(t *testing.T, f *search.Result, text string) {
	t.Helper()
	n, err := f.Count(t.Context())
	if err != nil {
		t.Fatalf("%q: %v (%s)", text, err, search.Explain(f))
	}
	for range 2 {
		rows := 0
		if err := f.All(t.Context(), false, func(story.Row, float64) bool { rows++; return true }); err != nil || rows != n {
			t.Fatalf("%q: %d of %d, %v (%s)", text, rows, n, err, search.Explain(f))
		}
		if _, _, err := f.NextUnread(t.Context(), story.Key{}, true); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if _, err := f.Facets(context.Background(), nil); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if _, err := f.Rank(t.Context(), true); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	}
}
