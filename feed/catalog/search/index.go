// Package search finds stories in a catalog: it compiles a query to full-text
// expressions and streams of row ids, which are read only as far as needed.
//
// Nearly every query is one full-text expression, because the column meta describes
// each story with terms. Only the reader's marks are not in the index; expressions
// with marks in them, and groups nested too deep, become streams of ids that are
// joined here. The index has words as they are written: package term inflects what
// is searched for, and table words tells which of its forms exist, which words have the
// same prefix, and the number of stories that have each.
//
// Near words, for word~ and for suggestions, are read from table words at the places
// where they can begin. Of Korean it has the pairs of syllables; what may be near a
// longer word is made of pairs that exist, and then looked up.
//
// A result in list order is read from the index only as far as needed. A result by
// rank is scored with bm25, which must read every story that has one of the words;
// it is computed only when there is time for that.
package search

import "dateline/feed/sqlite"

// Index is the searchable side of a catalog. It is safe for concurrent use.
type Index struct {
	db         *sqlite.DB
	remembered completions
}

// New returns an Index that reads db, whose connections have the marks attached.
func New(db *sqlite.DB) *Index { return &Index{db: db} }
