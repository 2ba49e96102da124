package fill

import (
	"context"
	"sort"

	"dateline/feed/catalog/fts"
)

// fullText collects a batch's changes to the full-text tables. They are made at the end
// of the batch: first FTS5 removes documents, then the new ones become a segment.
type fullText struct {
	texts            changes[*text]
	titles, refwords changes[string]
}

// segments returns the number of segments that write adds to a table, at most: none if the
// batch changes no text.
func (f *fullText) segments() int {
	return min(len(f.texts.list)+len(f.titles.list)+len(f.refwords.list), 1)
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

// changes holds the changes to one table, nearly in the order of ids.
type changes[T any] struct{ list []change[T] }

// change adds a text or removes what has its id.
type change[T any] struct {
	id      int64
	removes bool
	text    T
}

func (c *changes[T]) put(id int64, v T) { c.list = append(c.list, change[T]{id: id, text: v}) }

// remove removes the texts of id, from the table or from this batch.
func (c *changes[T]) remove(id int64) { c.list = append(c.list, change[T]{id: id, removes: true}) }

// write makes the changes to table. A Builder makes a segment of the new documents; columns
// returns the columns of one.
func (c *changes[T]) write(ctx context.Context, t *tx, table string, b *fts.Builder, columns func(T) []fts.Column) error {
	sort.SliceStable(c.list, func(i, j int) bool { return c.list[i].id < c.list[j].id })
	for _, id := range c.removed() {
		if err := t.exec(ctx, `DELETE FROM `+table+` WHERE rowid = ?`, id); err != nil {
			return err
		}
	}
	for i, x := range c.list {
		if !x.removes && (i+1 == len(c.list) || c.list[i+1].id != x.id) {
			b.Add(x.id, columns(x.text)...)
		}
	}
	return insertSegment(ctx, t, table, b)
}

// removed returns the ids that are to be removed from the table. The list must be sorted by
// id, with the changes of each in order.
func (c *changes[T]) removed() (ids []int64) {
	for i, x := range c.list {
		if x.removes && (i == 0 || c.list[i-1].id != x.id) { // else it is not in the table, or listed
			ids = append(ids, x.id)
		}
	}
	return ids
}
