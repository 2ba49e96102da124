package fill

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/takes"
)

// printed is a row and its print.
type printed struct {
	id     int64
	sample *takes.Print
	day    int64
	brief  bool
	fresh  bool
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
		corrects = corrects || w[i].sample.Corrects()
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
	if !corrects || hi == math.MaxInt64 {
		return w, nil
	}
	_, to := meta.Near(meta.SortTime(hi), takes.CorrectionDays+1)
	earlier, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`, hi+1, to, maxWindow)
	return append(w, earlier...), err
}

// row returns the row with an id, nil if it is not in w.
func (w window) row(id int64) *printed {
	at, ok := slices.BinarySearchFunc(w, id, func(p printed, id int64) int { return cmp.Compare(p.id, id) })
	if !ok {
		return nil
	}
	return &w[at]
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
		return printed{id: id, sample: p, day: p.Day(), brief: p.IsBrief()}, nil
	}, query, args...)
}

// probed is a row of a window and one of its probes, as one number that sorts by the probe:
// its higher bits, of which the first says that it is sure, and the index of the row.
type probed uint64

const rowBits = 20 // for a window of up to a million rows

func newProbed(probe takes.Probe, row int) probed {
	return probed(probe)>>rowBits<<rowBits | probed(row)
}

func (p probed) row() int { return int(p & (1<<rowBits - 1)) }

// shares reports whether two rows have the same probe, or probes that begin alike.
func (p probed) shares(o probed) bool { return p>>rowBits == o>>rowBits }

// candidates calls compare with the pairs of rows of w that share probes as takes do, are near
// enough in time, and of which one is fresh. It calls it once for each pair, the later row first.
func (w window) candidates(compare func(i, j int)) {
	all := make([]probed, 0, 16*len(w))
	ends := make([]int, 0, len(w)+1) // of the probes of each row
	var probes []takes.Probe
	for i := range w {
		probes = w[i].sample.Probes(probes[:0])
		for _, p := range probes {
			all = append(all, newProbed(p, i))
		}
		ends = append(ends, len(all))
	}
	slices.Sort(all)
	places := make([]int32, len(all)) // in all, of the probes of each row
	for at, p := range slices.Backward(all) {
		i := p.row()
		ends[i]--
		places[ends[i]] = int32(at)
	}
	ends = append(ends, len(all)) // now the beginnings
	seen := make([]int, len(w))   // for each row: met or compared of the last row that it shares a probe with
	for i := range w {
		met, compared := 2*i+2, 2*i+3
		for _, at := range places[ends[i]:ends[i+1]] {
			sure := takes.Probe(all[at]).Sure() || w[i].brief
			w.inBucket(all[at:], func(j int) {
				switch {
				case seen[j] == compared:
				case sure || seen[j] == met || w[j].brief:
					seen[j] = compared
					compare(i, j)
				default:
					seen[j] = met
				}
			})
		}
	}
}

// inBucket calls yield with the rows that share the probe of the first one of bucket and come
// after it, which are older.
func (w window) inBucket(bucket []probed, yield func(j int)) {
	a := &w[bucket[0].row()]
	days := int64(takes.Days)
	if a.sample.Corrects() {
		days = takes.CorrectionDays
	}
	for _, p := range bucket[1:min(maxBucket+1, len(bucket))] {
		b := &w[p.row()]
		if !bucket[0].shares(p) || a.day-b.day > days {
			return
		}
		if (a.fresh || b.fresh) && a != b { // two probes of a row may begin alike
			yield(p.row())
		}
	}
}
