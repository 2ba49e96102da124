package feed

import (
	"context"

	"dateline/feed/catalog/meta"
	"dateline/feed/catalog/search"
)

// Facet is a field of a query that narrows a list.
type Facet string

// The facets, in the order of the screen.
const (
	ByPlace    Facet = meta.FacetPlace
	ByDay      Facet = meta.FacetDay
	ByAgency   Facet = meta.FacetAgency
	ByKind     Facet = meta.FacetKind
	ByTag      Facet = meta.FacetTag
	ByMark     Facet = meta.FacetMark
	ByLanguage Facet = meta.FacetLanguage
	ByFormat   Facet = meta.FacetFormat
)

// Facets are the values of each facet in a list, most stories first, but days newest
// first.
type Facets map[Facet][]Value

// Value is one value of a facet and the number of stories that have it. The clause
// query.Clause(string(facet), Text, exclude) narrows a search to it.
type Value struct {
	Text string
	N    int
}

// SumDays returns the counts of the years or months of days, the values of ByDay,
// newest first. n is the length of their text: that of "2024" or "2024-10".
func SumDays(days []Value, n int) []Value {
	var sums []Value
	for _, d := range days {
		text := d.Text[:min(n, len(d.Text))]
		if last := len(sums) - 1; last >= 0 && sums[last].Text == text {
			sums[last].N += d.N
		} else {
			sums = append(sums, Value{Text: text, N: d.N})
		}
	}
	return sums
}

// Facets counts the facets of all stories found. It reads every story, which takes a
// second or two for a million, and from time to time calls step, which may be nil,
// with the counts so far.
func (r *Result) Facets(ctx context.Context, step func(Facets)) (Facets, error) {
	values, err := withFound(ctx, r, "found facets", func(f *search.Result) ([]search.FacetValue, error) {
		return f.Facets(ctx, func(v []search.FacetValue) {
			if step != nil {
				step(byFacet(v))
			}
		})
	})
	return byFacet(values), err
}

func byFacet(values []search.FacetValue) Facets {
	out := Facets{}
	for _, v := range values {
		out[Facet(v.Facet)] = append(out[Facet(v.Facet)], Value{v.Text, v.N})
	}
	return out
}
