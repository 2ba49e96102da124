package search

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
)

// FacetValue is a value of a facet and the number of stories that have it.
type FacetValue struct {
	Facet, Text string
	N           int
}

// Facets counts the values of the stories found, the most frequent of each facet
// first, days newest first. It reads every story found and calls step, which may be
// nil, with the counts so far.
func (r *Result) Facets(ctx context.Context, step func([]FacetValue)) ([]FacetValue, error) {
	if r.x == expr(everything) && r.lo == 0 && r.hi == math.MaxInt64 {
		return r.index.Totals(ctx)
	}
	counts := map[int64]int{}
	sp := span{lo: r.lo, hi: r.hi, down: true}
	s, err := r.index.stream(ctx, r.x, sp)
	if err != nil {
		return nil, err
	}
	names := map[int64]FacetValue{}
	for {
		ids, err := take(ctx, s, sp, maxChunk)
		if err != nil {
			return nil, err
		}
		if err := r.index.countFacets(ctx, ids, counts); err != nil {
			return nil, err
		}
		out, err := r.index.named(ctx, counts, names)
		if err != nil || len(ids) < maxChunk {
			return out, err
		}
		if step != nil {
			step(out)
		}
		sp.lo = ids[len(ids)-1] + 1
	}
}

// countFacets adds the values of some rows to counts.
func (in *Index) countFacets(ctx context.Context, ids []int64, counts map[int64]int) error {
	if len(ids) == 0 {
		return nil
	}
	lists, err := sqlite.Column[[]byte](ctx, in.db, `SELECT f.list FROM json_each(?) j JOIN facets f ON f.id = j.value`, list64(ids))
	for _, l := range lists {
		for _, v := range meta.UnpackValues(l) {
			counts[v]++
		}
	}
	return err
}

// named returns counts with the names of their values. It keeps the names in names.
func (in *Index) named(ctx context.Context, counts map[int64]int, names map[int64]FacetValue) ([]FacetValue, error) {
	var missing []int64
	for id := range counts {
		if _, ok := names[id]; !ok {
			missing = append(missing, id)
		}
	}
	for page := range slices.Chunk(missing, maxChunk) {
		_, err := sqlite.List(ctx, in.db, func(rows *sql.Rows) (struct{}, error) {
			var id int64
			var v FacetValue
			err := rows.Scan(&id, &v.Facet, &v.Text)
			names[id] = v
			return struct{}{}, err
		}, `SELECT v.id, v.facet, v.text FROM json_each(?) j JOIN facetvalues v ON v.id = j.value`, list64(page))
		if err != nil {
			return nil, err
		}
	}
	out := make([]FacetValue, 0, len(counts))
	for id, n := range counts {
		v := names[id]
		v.N = n
		out = append(out, v)
	}
	slices.SortFunc(out, compareValues)
	return out, nil
}

// Totals returns the values of the whole archive, which are kept up to date as
// stories are added and removed.
func (in *Index) Totals(ctx context.Context) ([]FacetValue, error) {
	out, err := sqlite.List(ctx, in.db, func(rows *sql.Rows) (FacetValue, error) {
		var v FacetValue
		err := rows.Scan(&v.Facet, &v.Text, &v.N)
		return v, err
	}, `SELECT facet, text, n FROM facetvalues WHERE n > 0`)
	slices.SortFunc(out, compareValues)
	return out, err
}

func compareValues(a, b FacetValue) int {
	if a.Facet == meta.FacetDay && b.Facet == meta.FacetDay {
		return cmp.Compare(b.Text, a.Text)
	}
	return cmp.Or(cmp.Compare(a.Facet, b.Facet), cmp.Compare(b.N, a.N), cmp.Compare(a.Text, b.Text))
}
