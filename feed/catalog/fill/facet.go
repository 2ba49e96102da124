package fill

import (
	"context"

	"dateline/feed/catalog/meta"
)

// facets counts the stories of a batch by the values of their facets.
type facets struct {
	ids    map[[2]string]int64 // of recent values, by facet and key
	counts map[int64]int       // stories added, minus stories removed
}

// add counts the values of a story and returns their ids, packed.
func (f *facets) add(ctx context.Context, t *tx, values []meta.Value) ([]byte, error) {
	ids := make([]int64, 0, len(values))
	for _, v := range values {
		id, err := f.id(ctx, t, v)
		if err != nil {
			return nil, err
		}
		f.counts[id]++
		ids = append(ids, id)
	}
	return meta.PackValues(ids), nil
}

// id returns the id of a value and creates its entry if there is none.
func (f *facets) id(ctx context.Context, t *tx, v meta.Value) (int64, error) {
	at := [2]string{v.Facet, v.Key}
	if id, ok := f.ids[at]; ok {
		return id, nil
	}
	var id int64
	ok, err := t.value(ctx, &id, `SELECT id FROM facetvalues WHERE facet = ? AND key = ?`, v.Facet, v.Key)
	if err == nil && !ok {
		_, err = t.value(ctx, &id, `INSERT INTO facetvalues (facet, key, text, n) VALUES (?, ?, ?, 0) RETURNING id`, v.Facet, v.Key, v.Text)
	}
	if err == nil {
		f.ids[at] = id
	}
	return id, err
}

// remove subtracts the story with that row id from the counts.
func (f *facets) remove(ctx context.Context, t *tx, row int64) error {
	var list []byte
	ok, err := t.value(ctx, &list, `SELECT list FROM facets WHERE id = ?`, row)
	if err != nil || !ok {
		return err
	}
	for _, id := range meta.UnpackValues(list) {
		f.counts[id]--
	}
	return t.exec(ctx, `DELETE FROM facets WHERE id = ?`, row)
}

// write updates the counts of the values. A value is kept when its count reaches
// zero, so that its id never changes.
func (f *facets) write(ctx context.Context, t *tx) error {
	for id, n := range f.counts {
		if n == 0 {
			continue
		}
		if err := t.exec(ctx, `UPDATE facetvalues SET n = n + ? WHERE id = ?`, n, id); err != nil {
			return err
		}
	}
	return nil
}
