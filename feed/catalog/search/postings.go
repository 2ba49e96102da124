package search

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"

	"golang.org/x/sync/errgroup"

	"dateline/feed/catalog/fts"
	"dateline/feed/sqlite"
)

// textColumns is the number of columns of texts before meta.
const textColumns = 2

const (
	sqlLeaves = `SELECT t.key * ?3 + s.key, d.id, d.block FROM json_each(?1) t CROSS JOIN json_each(?2) s CROSS JOIN texts_data d ON d.id = max(s.value, s.value >> 37 << 37
		| (SELECT pgno >> 1 FROM texts_idx WHERE segid = s.value >> 37 AND term <= unhex(t.value) ORDER BY term DESC LIMIT 1))`
	sqlBlobs = `SELECT j.key, d.id, d.block FROM json_each(?) j CROSS JOIN texts_data d ON d.id = j.value`
)

// textTables is the fts.Tables of texts.
type textTables struct{ sqlite.Snapshot }

// Leaves implements fts.Tables.
func (t textTables) Leaves(terms [][]byte, first []int64, f func(i int, id int64, block []byte) error) error {
	list := make([]string, len(terms))
	for i, term := range terms {
		list[i] = hex.EncodeToString(term)
	}
	text, _ := json.Marshal(list) // strings can always be marshalled
	return t.each(f, sqlLeaves, string(text), list64(first), len(first))
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

// readers is the number of connections that postings are read through at the same time.
const readers = 2

// postings returns, for each of words, the ids of the stories that have it in the headline or
// text, in order. FTS5 itself would need far longer to find so many.
func (in *Index) postings(ctx context.Context, words []string) ([][]int64, error) {
	lists := make([][]int64, len(words))
	g, ctx := errgroup.WithContext(ctx)
	for first := range readers {
		g.Go(func() error {
			var own []string
			for i := first; i < len(words); i += readers {
				own = append(own, words[i])
			}
			read, err := in.read(ctx, own)
			for i := range read {
				lists[first+i*readers] = read[i]
			}
			return err
		})
	}
	return lists, g.Wait()
}

// read returns the postings of words from one state of the index.
func (in *Index) read(ctx context.Context, words []string) (lists [][]int64, err error) {
	err = in.db.Snapshot(ctx, func(snapshot sqlite.Snapshot) error {
		t := textTables{snapshot}
		structure, err := fts.ReadStructure(t)
		if err == nil {
			lists, err = structure.Postings(t, words, textColumns)
		}
		return err
	}, sqlLeaves, sqlBlobs)
	return lists, err
}
