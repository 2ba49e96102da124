package fill

import (
	"context"
	"maps"
	"slices"

	"dateline/feed/catalog/fts"
)

// fullText collects a batch's changes to the full-text tables. They are made at the end
// of the batch: first FTS5 removes documents, then the new ones become a segment.
type fullText struct {
	texts            changes[*text]
	titles, refwords changes[string]
}

func newFullText() fullText {
	return fullText{texts: newChanges[*text](), titles: newChanges[string](), refwords: newChanges[string]()}
}

func (f *fullText) write(ctx context.Context, t *tx, b *fts.Builder) error {
	defer b.Reset(1, false) // frees the batch
	b.Reset(3, true)
	texts := textColumns{b, map[*lexicon]*fts.List{}}
	if err := f.texts.write(ctx, t, "texts", b, texts.of); err != nil {
		return err
	}
	words := func(w string) []fts.Column { return []fts.Column{b.Split(w)} }
	b.Reset(1, false)
	if err := f.titles.write(ctx, t, "titles", b, words); err != nil {
		return err
	}
	b.Reset(1, false)
	return f.refwords.write(ctx, t, "refwords", b, words)
}

// textColumns makes the columns of texts.
type textColumns struct {
	b     *fts.Builder
	lists map[*lexicon]*fts.List
}

func (c textColumns) of(x *text) []fts.Column {
	list := c.lists[x.lexicon]
	if list == nil {
		list = c.b.List(x.lexicon.list())
		c.lists[x.lexicon] = list
	}
	return []fts.Column{{List: list, Words: x.terms[:x.title]}, {List: list, Words: x.terms[x.title:]}, c.b.Split(x.meta)}
}

// changes holds the changes to one table.
type changes[T any] struct {
	removed map[int64]bool
	added   map[int64]T
}

func newChanges[T any]() changes[T] {
	return changes[T]{removed: map[int64]bool{}, added: map[int64]T{}}
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

// write makes the changes to table. A Builder makes a segment of the new documents; columns
// returns the columns of one.
func (c *changes[T]) write(ctx context.Context, t *tx, table string, b *fts.Builder, columns func(T) []fts.Column) error {
	for _, id := range slices.Sorted(maps.Keys(c.removed)) {
		if err := t.exec(ctx, `DELETE FROM `+table+` WHERE rowid = ?`, id); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.added)) {
		b.Add(id, columns(c.added[id])...)
	}
	return insertSegment(ctx, t, table, b)
}
