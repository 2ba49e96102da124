package search

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"
	"sort"

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
	x, stories := r.unfolded()
	own, err := r.index.tagCounts(ctx, x, span{lo: r.lo, hi: r.hi, down: true}, stories)
	if err != nil {
		return nil, err
	}
	values, err := r.values(ctx, step)
	return append(values, own...), err
}

// values is Facets without the reader's tags.
func (r *Result) values(ctx context.Context, step func([]FacetValue)) ([]FacetValue, error) {
	x, stories := r.unfolded()
	if r.whole() && !stories {
		return r.index.Totals(ctx)
	}
	if r.whole() {
		return r.index.storyTotals(ctx)
	}
	counts := newTally(stories)
	sp := span{lo: r.lo, hi: r.hi, down: true}
	s, err := r.index.stream(ctx, x, sp)
	if err != nil {
		return nil, err
	}
	var out []FacetValue
	names := map[int64]FacetValue{}
	err = inChunks(ctx, s, sp, func(ids []int64, more bool) error {
		if err := counts.add(ctx, r.index, ids); err != nil {
			return err
		}
		if out, err = r.index.named(ctx, counts.n, names); err == nil && more && step != nil {
			step(out)
		}
		return err
	})
	return out, err
}

// tally counts the values of stories.
type tally struct {
	n     map[int64]int
	more  map[int64]int            // the takes that were not counted because another one was
	group map[int64]map[int64]bool // the values of each group so far; nil if takes are counted
}

func newTally(stories bool) *tally {
	t := &tally{n: map[int64]int{}, more: map[int64]int{}}
	if stories {
		t.group = map[int64]map[int64]bool{}
	}
	return t
}

// add adds the values of some rows.
func (t *tally) add(ctx context.Context, in *Index, ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := sqlite.List(ctx, in.db, func(rows *sql.Rows) (struct{}, error) {
		var group int64
		var list sql.RawBytes
		err := rows.Scan(&list, &group)
		for _, v := range meta.UnpackValues(list) {
			t.count(v, group)
		}
		return struct{}{}, err
	}, `SELECT f.list, coalesce(t.grp, 0) FROM json_each(?) j JOIN facets f ON f.id = j.value LEFT JOIN takes t ON t.id = f.id`, list64(ids))
	return err
}

// count counts a value of a row of a group, or of none if group is 0.
func (t *tally) count(v, group int64) {
	if t.group == nil || group == 0 {
		t.n[v]++
		return
	}
	seen := t.group[group]
	if seen == nil {
		seen = map[int64]bool{}
		t.group[group] = seen
	}
	if seen[v] {
		t.more[v]++
		return
	}
	seen[v] = true
	t.n[v]++
}

// storyTotals returns the values of all stories. It reads those with several takes.
func (in *Index) storyTotals(ctx context.Context) ([]FacetValue, error) {
	all, err := in.Totals(ctx)
	if err != nil {
		return nil, err
	}
	counts := newTally(true)
	sp := span{hi: math.MaxInt64, down: true}
	err = inChunks(ctx, in.groupedStream(sp), sp, func(ids []int64, _ bool) error { return counts.add(ctx, in, ids) })
	if err != nil {
		return nil, err
	}
	more, err := in.named(ctx, counts.more, map[int64]FacetValue{})
	if err != nil {
		return nil, err
	}
	type name struct{ facet, text string }
	extra := map[name]int{}
	for _, v := range more {
		extra[name{v.Facet, v.Text}] = v.N
	}
	for i := range all {
		all[i].N -= extra[name{all[i].Facet, all[i].Text}]
	}
	sortValues(all)
	return all, nil
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
	sortValues(out)
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
	sortValues(out)
	return out, err
}

// sortValues sorts values into the order in which they are shown.
func sortValues(list []FacetValue) {
	sort.Slice(list, func(i, j int) bool { return compareValues(list[i], list[j]) < 0 })
}

func compareValues(a, b FacetValue) int {
	if a.Facet == meta.FacetDay && b.Facet == meta.FacetDay {
		return cmp.Compare(b.Text, a.Text)
	}
	return cmp.Or(cmp.Compare(a.Facet, b.Facet), cmp.Compare(b.N, a.N), cmp.Compare(a.Text, b.Text))
}
