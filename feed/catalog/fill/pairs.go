package fill

import (
	"context"
	"database/sql"
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/takes"
)

// findPairs finds the takes of fresh rows of c and writes them. Some are known, if both rows
// were added and are in different clusters. Other rows that have too many between them now are
// parted.
func (g *grouping) findPairs(ctx context.Context, c *crowd) error {
	old, err := g.readStraddling(ctx, c.window)
	if err != nil {
		return err
	}
	found, parted := map[int64][]meta.Kin{}, map[int64][]int64{}
	for i := range c.rows {
		a, copies := &c.rows[i], 0
		c.candidates(i, func(j int) {
			b := &c.rows[j]
			if !a.fresh && !b.fresh {
				return
			}
			why, weight := takes.Compare(a.sample, b.sample)
			if why.IsName() {
				copies++
			}
			if why != "" && (!why.IsName() || copies <= maxCopies) {
				found[a.id] = append(found[a.id], meta.Kin{ID: b.id, Why: why, Weight: weight})
				found[b.id] = append(found[b.id], meta.Kin{ID: a.id, Why: why, Weight: weight})
			}
		})
		for _, j := range old[i] {
			if b := &c.rows[j]; !c.found(i, j) && !takes.Named(a.sample, b.sample) {
				parted[a.id] = append(parted[a.id], b.id)
				parted[b.id] = append(parted[b.id], a.id)
			}
		}
	}
	if err := g.findNamed(ctx, c.window, found); err != nil {
		return err
	}
	if err := g.part(ctx, parted); err != nil {
		return err
	}
	var rows []kinRow
	for id, kin := range found {
		before, err := g.kinOf(ctx, id)
		if err != nil {
			return err
		}
		for _, k := range kin {
			if !slices.ContainsFunc(before, func(b meta.Kin) bool { return b.ID == k.ID }) {
				before = append(before, k)
			}
		}
		g.kin[id], g.kept[id] = before, true
		delete(g.done, id)
		rows = append(rows, kinRow{id, before})
	}
	return insertRows(ctx, g.tx, `INSERT OR REPLACE INTO kin`, &rows, manyRows)
}

// readStraddling returns the indexes of older takes of rows of w that are not fresh, where a
// fresh row has come between the two.
func (g *grouping) readStraddling(ctx context.Context, w window) (map[int][]int, error) {
	before := make([]int, len(w.rows)+1) // how many rows before each are fresh
	for i := range w.rows {
		before[i+1] = before[i]
		if w.rows[i].fresh {
			before[i+1]++
		}
	}
	n, all := len(w.rows), before[len(w.rows)]
	if before[all] == all || before[n-all] == 0 {
		return nil, nil // all fresh rows are at one end
	}
	old := map[int][]int{}
	_, err := list(ctx, g.tx, func(rows *sql.Rows) (struct{}, error) {
		var id int64
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return struct{}{}, err
		}
		i, ok := w.at[id]
		if !ok || w.rows[i].fresh {
			return struct{}{}, nil
		}
		for _, k := range meta.UnpackKin(id, packed) {
			j, ok := w.at[k.ID]
			if !ok || j <= i || w.rows[j].fresh || before[i] == before[j] {
				continue
			}
			old[i] = append(old[i], j)
		}
		return struct{}{}, nil
	}, `SELECT id, list FROM kin WHERE id BETWEEN ? AND ?`, w.rows[0].id&^(1<<meta.SeqBits-1), meta.SortEnd(w.rows[n-1].id))
	return old, err
}

// part writes that rows are no takes of others any more, and has their groups written again.
func (g *grouping) part(ctx context.Context, parted map[int64][]int64) error {
	for id, others := range parted {
		kin, err := g.readKin(ctx, id)
		if err != nil {
			return err
		}
		kin = slices.DeleteFunc(kin, func(k meta.Kin) bool { return slices.Contains(others, k.ID) })
		if err := g.exec(ctx, `UPDATE kin SET list = ? WHERE id = ?`, meta.PackKin(id, kin), id); err != nil {
			return err
		}
		g.kin[id] = kin
		members, err := g.ungroup(ctx, id)
		if err != nil {
			return err
		}
		for _, member := range append(members, id) {
			g.broken[member] = true
			delete(g.done, member)
		}
	}
	return nil
}

// kinOf returns the kin of a row.
func (g *grouping) kinOf(ctx context.Context, id int64) ([]meta.Kin, error) {
	kin, ok := g.kin[id]
	if ok || g.fresh[id] && !g.kept[id] { // a row that was added has none but those that were found
		return kin, nil
	}
	kin, err := g.readKin(ctx, id)
	g.kin[id] = kin
	return kin, err
}
