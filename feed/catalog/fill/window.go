package fill

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"
	"sort"

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

// window is the rows near some fresh ones, the latest first. The order of those of one moment
// depends on their prints, not on when they came.
type window struct {
	rows []printed
	at   map[int64]int // the index of each row
}

// newWindow returns the window of rows that are in list order.
func newWindow(rows []printed) window {
	base := func(i int) int64 { return rows[i].id >> meta.SeqBits }
	for i := 0; i < len(rows); {
		j := i + 1
		for j < len(rows) && base(j) == base(i) {
			j++
		}
		same := rows[i:j]
		sort.Slice(same, func(i, j int) bool { return same[i].compare(&same[j]) < 0 })
		i = j
	}
	w := window{rows, make(map[int64]int, len(rows))}
	for i := range rows {
		w.at[rows[i].id] = i
	}
	return w
}

// compare orders rows in a window.
func (p *printed) compare(o *printed) int {
	return cmp.Or(cmp.Compare(p.id>>meta.SeqBits, o.id>>meta.SeqBits), takes.Order(o.sample, p.sample), cmp.Compare(p.id, o.id))
}

// row returns the row with an id, nil if it is not in w.
func (w window) row(id int64) *printed {
	if i, ok := w.at[id]; ok {
		return &w.rows[i]
	}
	return nil
}

// readWindow reads the rows that may be takes of fresh rows, which ascend: those of the
// same days and, of corrections, what they may correct. Correcting says that there are
// corrections among fresh rows that are no longer in the catalog.
func (g *grouping) readWindow(ctx context.Context, fresh []int64, correcting bool) (window, error) {
	first, last := fresh[0], fresh[len(fresh)-1]
	lo, _ := meta.Near(meta.SortTime(first), takes.Days+1)
	_, hi := meta.Near(meta.SortTime(last), takes.Days+1)
	above, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?`, lo, first-1, maxWindow)
	if err != nil {
		return window{}, err
	}
	slices.Reverse(above)
	rows, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`, first, hi, maxFresh+maxWindow)
	if err != nil {
		return window{}, err
	}
	rows = append(above, rows...)
	for i := range rows {
		r := &rows[i]
		_, r.fresh = slices.BinarySearch(fresh, r.id)
		correcting = correcting || r.fresh && r.sample.Corrects()
	}
	if rows, err = g.addCorrections(ctx, rows, first, lo); err == nil && correcting {
		rows, err = g.addCorrected(ctx, rows, hi)
	}
	return newWindow(rows), err
}

// addCorrections adds to rows, those from lo on, the later corrections of the fresh ones, of
// which first is the latest.
func (g *grouping) addCorrections(ctx context.Context, rows []printed, first, lo int64) ([]printed, error) {
	from, _ := meta.Near(meta.SortTime(first), takes.CorrectionDays+1)
	later, err := g.prints(ctx, `SELECT p.id, p.print FROM rows r JOIN prints p ON p.id = r.id
		WHERE r.kind IN ('correction', 'kill') AND r.id BETWEEN ? AND ? ORDER BY r.id DESC LIMIT ?`, from, lo-1, maxWindow)
	slices.Reverse(later)
	return append(later, rows...), err
}

// addCorrected adds to rows, those up to hi, what the corrections among them may correct.
func (g *grouping) addCorrected(ctx context.Context, rows []printed, hi int64) ([]printed, error) {
	if hi == math.MaxInt64 {
		return rows, nil
	}
	_, to := meta.Near(meta.SortTime(hi), takes.CorrectionDays+1)
	earlier, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`, hi+1, to, maxWindow)
	return append(rows, earlier...), err
}

// prints returns the rows that a statement selects. A damaged print is an error of the
// catalog.
func (g *grouping) prints(ctx context.Context, query string, args ...any) ([]printed, error) {
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
