package search_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/feed/catalog/meta"
	"dateline/feed/catalog/search"
	"dateline/feed/query"
	"dateline/feed/story"
)

// counted returns the number of tales that have each value of a facet.
func counted(tales []*tale) map[[2]string]int {
	n := map[[2]string]int{}
	for _, s := range tales {
		values := map[[2]string]bool{{meta.FacetKind, string(meta.KindOf(&story.Row{Headline: story.Headline{Kind: s.kind}}))}: true}
		for _, p := range s.places {
			values[[2]string{meta.FacetPlace, p}] = true
		}
		for _, t := range s.tags {
			values[[2]string{meta.FacetTag, t}] = true
		}
		if s.agency != "" {
			values[[2]string{meta.FacetAgency, s.agency}] = true
		}
		if s.format != "" {
			values[[2]string{meta.FacetFormat, s.format}] = true
		}
		if s.lang != "" {
			values[[2]string{meta.FacetLanguage, s.lang[:2]}] = true
		}
		if s.date.Known() && s.date.Year >= 1000 && s.date.Year < 3000 {
			day := s.date
			day.Clock = time.Time{}
			values[[2]string{meta.FacetDay, day.String()}] = true
		}
		for v := range values {
			n[v]++
		}
	}
	return n
}

func checkFacets(t fataler, name string, got []search.FacetValue, err error, want map[[2]string]int) {
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	have := map[[2]string]int{}
	for _, v := range got {
		have[[2]string{v.Facet, v.Text}] += v.N
	}
	if !maps.Equal(have, want) {
		t.Fatalf("%s: %v, want %v", name, have, want)
	}
	if !slices.IsSortedFunc(got, search.CompareValues) {
		t.Fatalf("%s: %v is out of order", name, got)
	}
}

func TestFacetsAndTotalsAgreeWithANaiveCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		defer w.end(t)
		totals, err := w.Totals(context.Background())
		checkFacets(t, "all", totals, err, counted(slices.Collect(maps.Values(w.tales))))
		for range 2 {
			q := drawQuestion(t, 2)
			var tales []*tale
			for _, s := range w.tales {
				if q.matches(s) {
					tales = append(tales, s)
				}
			}
			got, err := w.find(t, q.node).Facets(context.Background(), nil)
			checkFacets(t, fmt.Sprintf("%#v", q.node), got, err, counted(tales))
		}
		w.remove(t, slices.Collect(maps.Keys(w.tales))...)
		totals, err = w.Totals(context.Background())
		checkFacets(t, "nothing", totals, err, nil)
	})
}

// strange are unusual values.
var strange = []string{
	`"`, `""`, `a"b`, `«a»`, `“x” „y“`, "「」", "'", "A&B", "A & B", "a-b", "-a", "OR", "NOT", "AND", "(a)", "a:b", "@a", "*", "a*", "한국", "한국시", "국",
	"🙂", "🙂🙂", "🙂 a", "!", "?!", "St. Annick", "St Annick", "U.S.", "US", "1,000", "1000", "place:x", "  x  y ", "é", "e\u0301", "ｅ", "ß", "ss", "漢", "漢字", "C++", "C",
}

// The excluding clause finds all other stories.
func TestAClauseFindsTheStoriesOfItsValue(t *testing.T) {
	value := rapid.OneOf(
		rapid.SampledFrom(strange),
		rapid.StringOfN(rapid.SampledFrom([]rune(`ab "'«»「」“”()-:*@.,&!?/\_+=~^{}[]#한국漢字🙂é1`)), 1, 12, -1),
		rapid.StringOfN(rapid.SampledFrom([]rune("abc 한")), 100, 300, -1),
	)
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		defer w.end(t)
		var tales []tale
		for i := range rapid.IntRange(3, 12).Draw(t, "stories") {
			s := drawTale(t, string(rune('a'+i))+".txt")
			s.tags = rapid.SliceOfN(value, 0, 12).Draw(t, "tags")
			s.places = rapid.SliceOfN(value, 0, 3).Draw(t, "places")
			s.agency = value.Draw(t, "agency")
			tales = append(tales, s)
		}
		w.put(t, tales...)
		totals, err := w.Totals(context.Background())
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, v := range totals {
			for _, exclude := range []bool{false, true} {
				want := v.N
				if exclude {
					want = len(w.tales) - v.N
				}
				checkClause(t, w, query.Clause(v.Facet, v.Text, exclude), want)
			}
		}
	})
}

func checkClause(t *rapid.T, w *world, clause string, want int) {
	n, err := query.Parse(clause, query.Options{Now: time.Unix(0, 0)})
	if err != nil {
		t.Fatalf("%s: %v", clause, err)
	}
	f := w.find(t, n)
	if got, err := f.Count(context.Background()); err != nil || got != want {
		t.Fatalf("%s finds %d of %d, %v (%s)", clause, got, want, err, search.Explain(f))
	}
}
