package fill

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/takes"
)

// printed is a row and its print.
type printed struct {
	id    int64
	print *takes.Print
	fresh bool
}

// window is the rows near some fresh rows, in list order.
type window []printed

// readWindow reads the rows that may be takes of fresh rows, which ascend: those of the
// same days and, of corrections, what they may correct.
func (g *grouping) readWindow(ctx context.Context, fresh []int64) (window, error) {
	first, last := fresh[0], fresh[len(fresh)-1]
	lo, _ := meta.Near(meta.SortTime(first), takes.Days+1)
	_, hi := meta.Near(meta.SortTime(last), takes.Days+1)
	above, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?`, lo, first-1, maxWindow)
	if err != nil {
		return nil, err
	}
	slices.Reverse(above)
	w, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`, first, hi, maxFresh+maxWindow)
	if err != nil {
		return nil, err
	}
	w = append(above, w...)
	w.mark(fresh)
	return g.addCorrections(ctx, w, lo, hi)
}

// addCorrections adds to w, the rows from lo to hi, the later corrections of its fresh
// rows, and the rows that its fresh corrections may correct.
func (g *grouping) addCorrections(ctx context.Context, w window, lo, hi int64) (window, error) {
	first, corrects := int64(0), false
	for i := range w {
		if !w[i].fresh {
			continue
		}
		if first == 0 {
			first = w[i].id
		}
		corrects = corrects || w[i].print.Corrects()
	}
	if first == 0 {
		return w, nil
	}
	from, _ := meta.Near(meta.SortTime(first), takes.CorrectionDays+1)
	later, err := g.prints(ctx, `SELECT p.id, p.print FROM rows r JOIN prints p ON p.id = r.id
		WHERE r.kind IN ('correction', 'kill') AND r.id BETWEEN ? AND ? ORDER BY r.id DESC LIMIT ?`, from, lo-1, maxWindow)
	if err != nil {
		return nil, err
	}
	slices.Reverse(later)
	w = append(later, w...)
	if !corrects {
		return w, nil
	}
	_, to := meta.Near(meta.SortTime(hi), takes.CorrectionDays+1)
	earlier, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`, hi+1, to, maxWindow)
	return append(w, earlier...), err
}

// mark sets fresh of the rows with those ids.
func (w window) mark(ids []int64) {
	for i := range w {
		_, w[i].fresh = slices.BinarySearch(ids, w[i].id)
	}
}

// prints returns the rows that a statement selects. A damaged print is an error of the
// catalog.
func (g *grouping) prints(ctx context.Context, query string, args ...any) (window, error) {
	return list(ctx, g.tx, func(rows *sql.Rows) (printed, error) {
		var id int64
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return printed{}, err
		}
		p, err := takes.Unpack(packed)
		if err != nil {
			return printed{}, sqlite.ErrInvalid
		}
		return printed{id: id, print: p}, nil
	}, query, args...)
}

// probed is a row of a window that has a probe.
type probed struct {
	probe uint64
	row   int32
}

// candidates calls compare with the pairs of rows of w that share a probe and of which
// one is fresh, each pair once.
func (w window) candidates(compare func(i, j int)) {
	var all []probed
	for i := range w {
		for _, p := range w[i].print.Probes() {
			all = append(all, probed{p, int32(i)})
		}
	}
	slices.SortFunc(all, func(a, b probed) int { return cmp.Or(cmp.Compare(a.probe, b.probe), cmp.Compare(a.row, b.row)) })
	all = slices.Compact(all)
	var pairs []int64
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].probe == all[start].probe {
			end++
		}
		pairs = w.inBucket(all[start:end], pairs)
		start = end
	}
	slices.Sort(pairs)
	for _, p := range slices.Compact(pairs) {
		compare(int(p>>32), int(p&0xffffffff))
	}
}

// inBucket appends the pairs of rows that share a probe.
func (w window) inBucket(bucket []probed, pairs []int64) []int64 {
	for i := range bucket {
		a := bucket[i].row
		for _, b := range bucket[i+1 : min(i+1+maxBucket, len(bucket))] {
			if w[a].fresh || w[b.row].fresh {
				pairs = append(pairs, int64(a)<<32|int64(b.row))
			}
		}
	}
	return pairs
}
