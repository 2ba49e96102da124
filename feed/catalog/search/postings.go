package search

import (
	"context"
	"database/sql"

	"dateline/feed/catalog/fts"
	"dateline/feed/sqlite"
)

// textColumns is the number of columns of texts before meta.
const textColumns = 2

const (
	sqlLeaves = `SELECT s.key, d.id, d.block FROM json_each(?2) s CROSS JOIN texts_data d ON d.id = max(s.value, s.value >> 37 << 37
		| (SELECT pgno >> 1 FROM texts_idx WHERE segid = s.value >> 37 AND term <= ?1 ORDER BY term DESC LIMIT 1))`
	sqlBlobs = `SELECT j.key, d.id, d.block FROM json_each(?) j CROSS JOIN texts_data d ON d.id = j.value`
)

// textTables is the fts.Tables of texts.
type textTables struct{ sqlite.Snapshot }

// Leaves implements fts.Tables.
func (t textTables) Leaves(term []byte, first []int64, f func(i int, id int64, block []byte) error) error {
	return t.each(f, sqlLeaves, term, list64(first))
}

// Blobs implements fts.Tables.
func (t textTables) Blobs(ids []int64, f func(i int, block []byte) error) error {
	return t.each(func(i int, _ int64, block []byte) error { return f(i, block) }, sqlBlobs, list64(ids))
}

func (t textTables) each(f func(i int, id int64, block []byte) error, query string, args ...any) error {
	return t.Each(func(rows *sql.Rows) error {
		var i int
		var id int64
		var block sql.RawBytes
		if err := rows.Scan(&i, &id, &block); err != nil {
			return err
		}
		return f(i, id, block)
	}, query, args...)
}

// postings returns, for each of words, the ids of the stories that have it in the headline or
// text, in order. FTS5 itself would need far longer to find so many.
func (in *Index) postings(ctx context.Context, words []rare) (lists [][]int64, err error) {
	err = in.db.Snapshot(ctx, func(snapshot sqlite.Snapshot) error {
		t := textTables{snapshot}
		lists = make([][]int64, len(words))
		structure, err := fts.ReadStructure(t)
		for i := 0; err == nil && i < len(words); i++ {
			lists[i], err = structure.Postings(t, words[i].word, textColumns)
		}
		return err
	}, sqlLeaves, sqlBlobs)
	return lists, err
}
