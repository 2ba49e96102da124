package fill

import (
	"context"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/story"
	"dateline/feed/takes"
)

// findNamed adds to found the takes of fresh rows of w that have their names, of any day: those
// nearest in list order, which connect all of one name.
func (g *grouping) findNamed(ctx context.Context, w window, found map[int64][]meta.Kin) error {
	for i := range w.rows {
		a := &w.rows[i]
		if !a.fresh || !a.sample.IsNamed() {
			continue
		}
		near, err := g.namesakes(ctx, a.id)
		if err != nil {
			return err
		}
		prints, err := g.printsOf(ctx, near)
		if err != nil {
			return err
		}
		for n, id := range near {
			why, weight := takes.Compare(a.sample, prints[n])
			if why == "" || slices.ContainsFunc(found[a.id], func(k meta.Kin) bool { return k.ID == id }) {
				continue
			}
			found[a.id] = append(found[a.id], meta.Kin{ID: id, Why: why, Weight: weight})
			found[id] = append(found[id], meta.Kin{ID: a.id, Why: why, Weight: weight})
		}
	}
	return nil
}

// sqlNamesakes finds the rows with a key that are nearest to a row in list order.
const sqlNamesakes = `SELECT * FROM (SELECT id FROM keys WHERE key = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3)
	UNION ALL SELECT * FROM (SELECT id FROM keys WHERE key = ?1 AND id > ?2 ORDER BY id LIMIT ?3)`

// namesakes returns rows that have the main identifier or address of a row, that it was made
// from, or that were made from it.
func (g *grouping) namesakes(ctx context.Context, id int64) (near []int64, err error) {
	var fields string
	ok, err := g.value(ctx, &fields, `SELECT fields FROM rows WHERE id = ?`, id)
	if err != nil || !ok {
		return nil, err
	}
	var r story.Row
	if err := columns.Unpack(fields, &r); err != nil {
		return nil, err
	}
	keys := []string{meta.UIDKey(r.Replaces)}
	if len(r.UIDs) > 0 {
		keys = append(keys, meta.UIDKey(r.UIDs[0]), meta.ReplacesKey(r.UIDs[0]))
	}
	if len(r.URLs) > 0 {
		keys = append(keys, meta.URLKey(r.URLs[0]))
	}
	for _, key := range keys {
		if key == "" {
			continue
		}
		ids, err := column[int64](ctx, g.tx, sqlNamesakes, key, id, maxCopies)
		if err != nil {
			return nil, err
		}
		near = append(near, ids...)
	}
	slices.Sort(near)
	return slices.Compact(near), nil
}
