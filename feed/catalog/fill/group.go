package fill

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"sort"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/takes"
)

// The bounds of a search for takes.
const (
	maxFresh   = 20000  // fresh rows that are compared at a time
	someFresh  = 4000   // the same of those of many days, which have few others around them
	maxWindow  = 100000 // rows on each side of these that they are compared with, nearest in list order
	maxCopies  = 2      // older copies of a row that are its takes: the others are takes of these
	maxApart   = 2*takes.Days + 1
	maxWaiting = 8 // times as many rows to compare with as there are fresh ones, while a catalog is filled
)

// group finds the takes of the rows that the batch has added and writes the groups that it
// has changed. While a catalog is filled with stories in no order, that would read nearly
// all rows again for every batch: then it is left to Group.
func (t *batch) group(ctx context.Context) error {
	g := newGrouping(t)
	if err := g.closeRanks(ctx); err != nil {
		return err
	}
	fresh := slices.AppendSeq(slices.Collect(maps.Keys(t.fresh)), maps.Keys(t.again))
	slices.Sort(fresh)
	fresh = slices.Compact(fresh)
	if t.seen != nil {
		wait, err := t.scattered(ctx, fresh)
		if err != nil {
			return err
		}
		if wait {
			err, fresh = t.postpone(ctx, fresh), nil
		}
		if err != nil {
			return err
		}
	}
	return g.run(ctx, fresh)
}

// postpone records fresh rows for Group.
func (t *batch) postpone(ctx context.Context, fresh []int64) error {
	for _, id := range fresh {
		if err := t.exec(ctx, `INSERT OR IGNORE INTO fresh VALUES (?)`, id); err != nil {
			return err
		}
	}
	return nil
}

// scattered reports whether fresh rows are among far more others.
func (t *batch) scattered(ctx context.Context, fresh []int64) (bool, error) {
	near := 0
	for _, c := range clusters(fresh) {
		first, last := meta.SortTime(c[0]), meta.SortTime(c[len(c)-1])
		var n int
		_, err := t.value(ctx, &n, `SELECT coalesce(sum(n), 0) FROM days WHERE day BETWEEN ? AND ?`,
			meta.Bucket(first)-takes.Days, meta.Bucket(last)+takes.Days)
		if err != nil {
			return false, err
		}
		if near += n; near > maxFresh && near > maxWaiting*len(fresh) {
			return true, nil
		}
	}
	return false, nil
}

// clusters cuts ids, which ascend, where there are days between them that no take
// bridges, and where there are enough of them: what is compared at a time takes memory.
func clusters(ids []int64) [][]int64 {
	const day = 86400
	apart := func(later, earlier int64) int64 { return (meta.SortTime(later) - meta.SortTime(earlier)) / day }
	var out [][]int64
	start := 0
	for i := 1; i <= len(ids); i++ {
		n := i - start
		if i == len(ids) || n == maxFresh || n >= someFresh && apart(ids[start], ids[i-1]) > 4*maxApart || apart(ids[i-1], ids[i]) >= maxApart {
			out = append(out, ids[start:i])
			start = i
		}
	}
	return out
}

// groupPostponed groups up to maxFresh postponed rows and reports whether there are more.
func (t *batch) groupPostponed(ctx context.Context) (more bool, err error) {
	ids, err := column[int64](ctx, t.tx, `SELECT id FROM fresh ORDER BY id LIMIT ?`, maxFresh)
	if err != nil || len(ids) == 0 {
		return false, err
	}
	if err := newGrouping(t).run(ctx, ids); err != nil {
		return false, err
	}
	return len(ids) == maxFresh, t.exec(ctx, `DELETE FROM fresh WHERE id <= ?`, ids[len(ids)-1])
}

// forgetGroup breaks up the group of a row that is removed, and with it what is known
// of its pairs. The groups of the other rows are written again at the end of the batch.
func (t *batch) forgetGroup(ctx context.Context, row int64) error {
	delete(t.fresh, row)
	delete(t.again, row)
	delete(t.broken, row)
	kin, err := t.forgetKin(ctx, row)
	if err != nil {
		return err
	}
	for _, k := range kin {
		if k.Why.IsName() {
			t.again[k.ID] = true // it may need another copy instead
		} else {
			t.broken[k.ID] = true
		}
	}
	if err := t.breakUp(ctx, row); err != nil {
		return err
	}
	if err := t.rememberPrint(ctx, row); err != nil {
		return err
	}
	return errors.Join(
		t.exec(ctx, `DELETE FROM joins WHERE a = ?1 OR b = ?1`, row), // there are few
		t.exec(ctx, `DELETE FROM prints WHERE id = ?`, row),
		t.exec(ctx, `DELETE FROM fresh WHERE id = ?`, row),
	)
}

// forgetKin deletes the kin of a row, and it from theirs, and returns them.
func (t *batch) forgetKin(ctx context.Context, row int64) ([]meta.Kin, error) {
	kin, err := t.readKin(ctx, row)
	if err != nil || len(kin) == 0 {
		return nil, err
	}
	for _, k := range kin {
		others, err := t.readKin(ctx, k.ID)
		if err != nil {
			return nil, err
		}
		others = slices.DeleteFunc(others, func(o meta.Kin) bool { return o.ID == row })
		if err := t.exec(ctx, `UPDATE kin SET list = ? WHERE id = ?`, meta.PackKin(k.ID, others), k.ID); err != nil {
			return nil, err
		}
	}
	return kin, t.exec(ctx, `DELETE FROM kin WHERE id = ?`, row)
}

// readKin returns the kin of a row as they were written.
func (t *batch) readKin(ctx context.Context, row int64) ([]meta.Kin, error) {
	var packed []byte
	_, err := t.value(ctx, &packed, `SELECT list FROM kin WHERE id = ?`, row)
	return meta.UnpackKin(row, packed), err
}

// kinRow is a row of table kin.
type kinRow struct {
	id  int64
	kin []meta.Kin
}

func (r kinRow) compare(s kinRow) int   { return cmp.Compare(r.id, s.id) }
func (r kinRow) values(dst []any) []any { return append(dst, r.id, meta.PackKin(r.id, r.kin)) }

// gone is a row that was removed.
type gone struct {
	id     int64
	sample *takes.Print
}

// rememberPrint keeps the print of a row that is about to be removed.
func (t *batch) rememberPrint(ctx context.Context, row int64) error {
	var packed []byte
	ok, err := t.value(ctx, &packed, `SELECT print FROM prints WHERE id = ?`, row)
	if err != nil || !ok {
		return err
	}
	p, err := takes.Unpack(packed)
	if err != nil {
		return sqlite.ErrInvalid
	}
	t.gone = append(t.gone, gone{row, p})
	return nil
}

// closeRanks has the takes of rows searched for again that may be compared with more rows now,
// because there are fewer with one of their probes.
func (g *grouping) closeRanks(ctx context.Context) error {
	sort.Slice(g.gone, func(i, j int) bool { return g.gone[i].id < g.gone[j].id })
	ids := make([]int64, len(g.gone))
	for i := range g.gone {
		ids[i] = g.gone[i].id
	}
	at := 0
	for _, some := range clusters(ids) {
		removed := g.gone[at : at+len(some)]
		at += len(some)
		corrects := slices.ContainsFunc(removed, func(r gone) bool { return r.sample.Corrects() })
		w, err := g.readWindow(ctx, some, corrects)
		if err != nil {
			return err
		}
		c := newCrowd(w)
		for _, r := range removed {
			c.around(r, func(id int64) { g.again[id] = true })
		}
	}
	g.gone = nil
	return nil
}

// breakUp makes each row of the group of row a story of its own until the end of the batch.
func (t *batch) breakUp(ctx context.Context, row int64) error {
	members, err := t.ungroup(ctx, row)
	for _, id := range members {
		if id != row {
			t.broken[id] = true
		}
	}
	return err
}

// ungroup removes the group of a row and returns its rows.
func (t *batch) ungroup(ctx context.Context, row int64) (members []int64, err error) {
	var group int64
	ok, err := t.value(ctx, &group, `SELECT grp FROM takes WHERE id = ?`, row)
	if err != nil || !ok {
		return nil, err
	}
	folded, err := column[int64](ctx, t.tx, `SELECT day FROM takes WHERE grp = ? AND place > 0`, group)
	if err != nil {
		return nil, err
	}
	for _, day := range folded {
		t.folded[day]--
	}
	if members, err = column[int64](ctx, t.tx, `SELECT id FROM takes WHERE grp = ?`, group); err != nil {
		return nil, err
	}
	t.grouped++
	return members, t.exec(ctx, `DELETE FROM takes WHERE grp = ?`, group)
}
