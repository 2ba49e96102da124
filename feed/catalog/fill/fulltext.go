package fill

import (
	"context"
	"maps"
	"slices"
)

// fullText collects a batch's changes to the full-text tables. They are made at
// the end of the batch, one table after another and in order of id: SQLite writes
// a segment, which must be merged later, before any statement that could fail
// half-way and whenever an id is smaller than the one before.
type fullText struct {
	texts            *changes[*text]
	titles, refwords *changes[string]
}

func newFullText() fullText {
	words := func(w string) []any { return []any{w} }
	return fullText{
		texts:    newChanges("texts", `INSERT INTO texts (rowid, title, body, meta) VALUES (?, ?, ?, ?)`, columnsOf()),
		titles:   newChanges("titles", `INSERT INTO titles (rowid, words) VALUES (?, ?)`, words),
		refwords: newChanges("refwords", `INSERT INTO refwords (rowid, words) VALUES (?, ?)`, words),
	}
}

// columnsOf returns a function that returns the columns of a text. They are valid until
// its next call.
func columnsOf() func(*text) []any {
	var title, body []byte
	var lexicon *lexicon
	var words []string
	return func(x *text) []any {
		if x.lexicon != lexicon {
			lexicon, words = x.lexicon, x.lexicon.list()
		}
		title = appendWords(title[:0], words, x.terms[:x.title])
		body = appendWords(body[:0], words, x.terms[x.title:])
		return []any{title, body, x.meta}
	}
}

func (f *fullText) write(ctx context.Context, t *tx) error {
	if err := f.texts.write(ctx, t); err != nil {
		return err
	}
	if err := f.titles.write(ctx, t); err != nil {
		return err
	}
	return f.refwords.write(ctx, t)
}

// changes holds the changes to one table.
type changes[T any] struct {
	table, insert string
	columns       func(T) []any // what insert takes after the id
	removed       map[int64]bool
	added         map[int64]T
}

func newChanges[T any](table, insert string, columns func(T) []any) *changes[T] {
	return &changes[T]{table: table, insert: insert, columns: columns, removed: map[int64]bool{}, added: map[int64]T{}}
}

func (c *changes[T]) put(id int64, v T) { c.added[id] = v }

// remove removes the texts of id, from the table or from this batch.
func (c *changes[T]) remove(id int64) {
	if _, ok := c.added[id]; ok {
		delete(c.added, id)
		return
	}
	c.removed[id] = true
}

func (c *changes[T]) write(ctx context.Context, t *tx) error {
	for _, id := range slices.Sorted(maps.Keys(c.removed)) {
		if err := t.exec(ctx, `DELETE FROM `+c.table+` WHERE rowid = ?`, id); err != nil {
			return err
		}
	}
	// A statement for many rows would open a savepoint, for which SQLite writes a segment.
	args := make([]any, 0, 4)
	for _, id := range slices.Sorted(maps.Keys(c.added)) {
		args = append(append(args[:0], id), c.columns(c.added[id])...)
		if err := t.exec(ctx, c.insert, args...); err != nil {
			return err
		}
	}
	return nil
}
