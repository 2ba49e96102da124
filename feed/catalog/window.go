package catalog

import (
	"context"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// The statements of a window. They read rows_order from a key and never count rows.
var (
	sqlTop    = `SELECT ` + columns.Read + columns.From + `ORDER BY r.nu, r.nt, r.path LIMIT ?`
	sqlDown   = `SELECT ` + columns.Read + columns.From + `WHERE (r.nu, r.nt, r.path) >= (?, ?, ?) ORDER BY r.nu, r.nt, r.path LIMIT ?`
	sqlBottom = `SELECT ` + columns.Read + columns.From + `ORDER BY r.nu DESC, r.nt DESC, r.path DESC LIMIT ?`
	sqlUp     = `SELECT ` + columns.Read + columns.From + `WHERE (r.nu, r.nt, r.path) < (?, ?, ?) ORDER BY r.nu DESC, r.nt DESC, r.path DESC LIMIT ?`
)

// Rows returns n rows from k on or, if n is negative, the -n rows above k, in list
// order. The zero Key means the top, or the bottom if n is negative.
func (c *Catalog) Rows(ctx context.Context, k story.Key, n int) ([]story.Row, error) {
	switch {
	case n == 0:
		return nil, nil
	case n > 0 && k.IsZero():
		return c.query(ctx, sqlTop, n)
	case n > 0:
		return c.query(ctx, sqlDown, -k.Unix, -int64(k.Take), k.Path, n)
	}
	query, args := sqlUp, []any{-k.Unix, -int64(k.Take), k.Path, -n}
	if k.IsZero() {
		query, args = sqlBottom, []any{-n}
	}
	rows, err := c.query(ctx, query, args...)
	slices.Reverse(rows)
	return rows, err
}

// query runs a statement that selects columns.Read.
func (c *Catalog) query(ctx context.Context, query string, args ...any) ([]story.Row, error) {
	return sqlite.List(ctx, c.db, columns.Scan, query, args...)
}

var (
	sqlPosition = `SELECT (SELECT coalesce(sum(n), 0) FROM days WHERE day < ?1) +
		(SELECT count(*) FROM rows r WHERE r.nu >= ?1 * 86400 AND (r.nu, r.nt, r.path) < (?2, ?3, ?4))`
	sqlUnreadDown = `SELECT ` + columns.Read + columns.From + `WHERE (r.nu, r.nt, r.path) > (?, ?, ?) AND coalesce(m.read, 0) = 0
		ORDER BY r.nu, r.nt, r.path LIMIT 1`
	sqlUnreadUp = `SELECT ` + columns.Read + columns.From + `WHERE (r.nu, r.nt, r.path) < (?, ?, ?) AND coalesce(m.read, 0) = 0
		ORDER BY r.nu DESC, r.nt DESC, r.path DESC LIMIT 1`
)

// Position returns the number of rows above k: whole days by their counts,
// the day of k row by row.
func (c *Catalog) Position(ctx context.Context, k story.Key) (int, error) {
	if k.IsZero() {
		return 0, nil
	}
	var n int
	err := c.db.Values(ctx, []any{&n}, sqlPosition, meta.Bucket(k.Unix), -k.Unix, -int64(k.Take), k.Path)
	return n, err
}

// end is later than every moment.
const end = 1 << 62

// NextUnread returns the first unread row below k, or above k if back. The zero Key
// means before the first row, or after the last if back.
func (c *Catalog) NextUnread(ctx context.Context, k story.Key, back bool) (story.Row, bool, error) {
	query := sqlUnreadDown
	if back {
		query = sqlUnreadUp
	}
	nu := -k.Unix
	if k.IsZero() {
		nu = -end
		if back {
			nu = end
		}
	}
	rows, err := c.query(ctx, query, nu, -int64(k.Take), k.Path)
	if err != nil || len(rows) == 0 {
		return story.Row{}, false, err
	}
	return rows[0], true, nil
}
