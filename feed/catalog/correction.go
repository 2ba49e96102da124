package catalog

import (
	"context"
	"database/sql"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/link"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// The sign before rowid stops SQLite from running the full-text query once for each
// correction.
const (
	sqlCorrections = `SELECT id, fields FROM rows WHERE kind IN ('correction', 'kill') AND id BETWEEN ? AND ?
		ORDER BY id LIMIT ?`
	sqlCorrectionsOf = `SELECT rowid FROM titles WHERE titles MATCH ? AND rowid BETWEEN ? AND ?
		AND +rowid IN (SELECT id FROM rows WHERE kind IN ('correction', 'kill') AND id BETWEEN ?2 AND ?3) ORDER BY rowid LIMIT ?`
)

var sqlWithID = `SELECT ` + columns.Read + columns.From + `WHERE r.id = ?`

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
	ids, err := c.correctionsOf(ctx, words, lo, hi)
	var out []story.Row
	for _, id := range ids {
		rows, err := c.query(ctx, sqlWithID, id)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, err
}

// correctionsOf returns the ids, from lo to hi, of corrections and kills with two of
// words.
func (c *Catalog) correctionsOf(ctx context.Context, words []string, lo, hi int64) ([]int64, error) {
	ids, err := sqlite.List(ctx, c.db, func(rows *sql.Rows) (id int64, err error) {
		var fields string
		var r story.Row
		if err = rows.Scan(&id, &fields); err == nil {
			err = columns.Unpack(fields, &r)
		}
		if err != nil || shares(words, r.Headline.Title) {
			return id, err
		}
		return 0, nil
	}, sqlCorrections, lo, hi, maxClose+1)
	if err == nil && len(ids) > maxClose {
		return sqlite.Column[int64](ctx, c.db, sqlCorrectionsOf, match(words), lo, hi, maxClose)
	}
	return slices.DeleteFunc(ids, func(id int64) bool { return id == 0 }), err
}

// shares reports whether match(words) finds title.
func shares(words []string, title string) bool {
	n := 0
	index := link.Index(meta.Key(title))
	for _, w := range words {
		if slices.Contains(index, w) {
			n++
		}
	}
	return n >= 2
}
