package fill

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// fullText collects a batch's changes to the full-text tables. They are made at
// the end of the batch, one table after another and in order of id: SQLite writes
// a segment, which must be merged later, before any statement that could fail
// half-way and whenever an id is smaller than the one before.
type fullText struct{ texts, titles, refwords *changes }

func newFullText() fullText {
	return fullText{
		texts:    newChanges("texts", `INSERT INTO texts (rowid, title, body, meta) VALUES (?, ?, ?, ?)`),
		titles:   newChanges("titles", `INSERT INTO titles (rowid, words) VALUES (?, ?)`),
		refwords: newChanges("refwords", `INSERT INTO refwords (rowid, words) VALUES (?, ?)`),
	}
}

func (f *fullText) write(ctx context.Context, t *tx) error {
	for _, table := range []*changes{f.texts, f.titles, f.refwords} {
		if err := table.write(ctx, t); err != nil {
			return err
		}
	}
	return nil
}

// changes holds the changes to one table.
type changes struct {
	table, insert string
	removed       map[int64]bool
	added         map[int64][]any
}

func newChanges(table, insert string) *changes {
	return &changes{table: table, insert: insert, removed: map[int64]bool{}, added: map[int64][]any{}}
}

func (c *changes) put(id int64, texts ...string) {
	args := make([]any, 0, len(texts)+1)
	args = append(args, id)
	for _, t := range texts {
		args = append(args, t)
	}
	c.added[id] = args
}

// remove removes the texts of id, from the table or from this batch.
func (c *changes) remove(id int64) {
	if _, ok := c.added[id]; ok {
		delete(c.added, id)
		return
	}
	c.removed[id] = true
}

func (c *changes) write(ctx context.Context, t *tx) error {
	for _, id := range slices.SortedFunc(maps.Keys(c.removed), cmp.Compare[int64]) {
		if err := t.exec(ctx, `DELETE FROM `+c.table+` WHERE rowid = ?`, id); err != nil {
			return err
		}
	}
	for _, id := range slices.SortedFunc(maps.Keys(c.added), cmp.Compare[int64]) {
		if err := t.exec(ctx, c.insert, c.added[id]...); err != nil {
			return err
		}
	}
	return nil
}
