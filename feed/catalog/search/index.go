// Package search finds stories in a catalog: it compiles a query to full-text
// expressions and streams of row ids, which are read as far as they are looked
// at.
//
// A query of any shape is one full-text expression, as the column meta has what
// is known of a story as terms. Only what the reader marked is not in the index;
// expressions with marks in them, and groups that go too deep, are streams of
// ids that are joined here. The index holds words as they are written: for a
// plain word table stems gives the words of the same stem, table words those
// that begin alike and how frequent each is.
//
// A result newest first is read from the index as far as it is looked at. A
// result best first is scored by bm25, which must look at every story that has
// one of the words: only where there is time for that.
package search

import "dateline/feed/sqlite"

// Index is the searchable side of a catalog. It is safe for concurrent use.
type Index struct {
	db         *sqlite.DB
	remembered completions
}

// New returns an Index that asks db, whose connections have the marks attached.
func New(db *sqlite.DB) *Index { return &Index{db: db} }
