package catalog

import (
	"context"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/link"
	"dateline/feed/story"
)

var sqlCorrections = `SELECT ` + columns.Read + columns.From + `WHERE r.kind IN ('correction', 'kill') AND r.id BETWEEN ? AND ?
	ORDER BY r.id LIMIT ?`

// The sign before rowid stops SQLite from running the full-text query once for each
// correction.
var sqlCorrectionsOf = `SELECT ` + columns.Read + columns.From + `WHERE r.id IN (SELECT rowid FROM titles WHERE titles MATCH ? AND rowid BETWEEN ? AND ?
	AND +rowid IN (SELECT id FROM rows WHERE kind IN ('correction', 'kill') AND id BETWEEN ?2 AND ?3) ORDER BY rowid LIMIT ?) ORDER BY r.id`

// Corrections returns the corrections and kills of the moment of date and of the days
// after it whose titles have most words of title, latest first. There are usually few of
// any title in that time, and their words are compared here; if there are many, the full
// text is searched.
func (c *Catalog) Corrections(ctx context.Context, title string, date story.Date, days int) ([]story.Row, error) {
	words := probe(meta.Key(title))
	if len(words) == 0 || !date.Known() {
		return nil, nil
	}
	lo, _ := meta.Near(date.Unix(), days)
	hi := meta.SortEnd(meta.SortBase(date.Unix(), 0))
	rows, err := c.query(ctx, sqlCorrections, lo, hi, maxClose+1)
	if err == nil && len(rows) > maxClose {
		return c.query(ctx, sqlCorrectionsOf, match(words), lo, hi, maxClose)
	}
	return slices.DeleteFunc(rows, func(r story.Row) bool { return !shares(words, r.Headline.Title) }), err
}

// shares reports whether match(words) finds title.
func shares(words []string, title string) bool {
	n := 0
	index := link.AppendIndex(nil, meta.Key(title))
	for _, w := range words {
		if slices.Contains(index, w) {
			n++
		}
	}
	return n >= 2
}
