package catalog

import (
	"context"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// statements are those of the lists of a scope. They read rows_order from a key and
// never count rows.
type statements struct{ top, down, bottom, up, position, unreadDown, unreadUp, rowFor string }

func statementsOf(s columns.Scope) statements {
	const ascending, descending = ` ORDER BY r.nu, r.nt, r.path LIMIT `, ` ORDER BY r.nu DESC, r.nt DESC, r.path DESC LIMIT `
	all := `SELECT ` + s.Columns() + columns.From + `WHERE ` + s.Shown()
	unread := all + ` AND ` + s.Unread()
	above, of := `n`, `s.id`
	if s == columns.Stories {
		above, of = `n - folded`, `coalesce((SELECT k.id FROM takes v JOIN takes k ON k.grp = v.grp WHERE v.id = s.id AND k.place = 0), s.id)`
	}
	return statements{
		top:        all + ascending + `?`,
		down:       all + ` AND (r.nu, r.nt, r.path) >= (?, ?, ?)` + ascending + `?`,
		bottom:     all + descending + `?`,
		up:         all + ` AND (r.nu, r.nt, r.path) < (?, ?, ?)` + descending + `?`,
		unreadDown: unread + ` AND (r.nu, r.nt, r.path) > (?, ?, ?)` + ascending + `1`,
		unreadUp:   unread + ` AND (r.nu, r.nt, r.path) < (?, ?, ?)` + descending + `1`,
		position: `SELECT (SELECT coalesce(sum(` + above + `), 0) FROM days WHERE day < ?1) +
			(SELECT count(*) FROM rows r LEFT JOIN takes t ON t.id = r.id
			WHERE r.nu >= ?1 * 86400 AND (r.nu, r.nt, r.path) < (?2, ?3, ?4) AND ` + s.Shown() + `)`,
		rowFor: `SELECT ` + s.Columns() + ` FROM rows s JOIN rows r ON r.id = ` + of + columns.Join + `WHERE s.sid = ?`,
	}
}

var ofScope = [...]statements{columns.Files: statementsOf(columns.Files), columns.Stories: statementsOf(columns.Stories)}

// List is the rows of a catalog in list order.
type List struct {
	c *Catalog
	statements
}

// List returns the list of a scope.
func (c *Catalog) List(s columns.Scope) List { return List{c, ofScope[s]} }

// Rows returns n rows from k on or, if n is negative, the -n rows above k, in list
// order. The zero Key means the top, or the bottom if n is negative.
func (l List) Rows(ctx context.Context, k story.Key, n int) ([]story.Row, error) {
	switch {
	case n == 0:
		return nil, nil
	case n > 0 && k.IsZero():
		return l.c.query(ctx, l.top, n)
	case n > 0:
		return l.c.query(ctx, l.down, -k.Unix, -int64(k.Take), k.Path, n)
	}
	query, args := l.up, []any{-k.Unix, -int64(k.Take), k.Path, -n}
	if k.IsZero() {
		query, args = l.bottom, []any{-n}
	}
	rows, err := l.c.query(ctx, query, args...)
	slices.Reverse(rows)
	return rows, err
}

// query runs a statement that selects columns.Read.
func (c *Catalog) query(ctx context.Context, query string, args ...any) ([]story.Row, error) {
	return sqlite.List(ctx, c.db, columns.Scan, query, args...)
}

// Position returns the number of rows above k: whole days by their counts,
// the day of k row by row.
func (l List) Position(ctx context.Context, k story.Key) (int, error) {
	if k.IsZero() {
		return 0, nil
	}
	var n int
	err := l.c.db.Values(ctx, []any{&n}, l.position, meta.Bucket(k.Unix), -k.Unix, -int64(k.Take), k.Path)
	return n, err
}

// end is later than every moment.
const end = 1 << 62

// NextUnread returns the first unread row below k, or above k if back. The zero Key
// means before the first row, or after the last if back.
func (l List) NextUnread(ctx context.Context, k story.Key, back bool) (story.Row, bool, error) {
	query := l.unreadDown
	if back {
		query = l.unreadUp
	}
	nu := -k.Unix
	if k.IsZero() {
		nu = -end
		if back {
			nu = end
		}
	}
	rows, err := l.c.query(ctx, query, nu, -int64(k.Take), k.Path)
	if err != nil || len(rows) == 0 {
		return story.Row{}, false, err
	}
	return rows[0], true, nil
}

// RowFor returns the row that stands for a story: its own, or in a list of stories that
// of another take. ok is false if there is none.
func (l List) RowFor(ctx context.Context, id story.ID) (row story.Row, ok bool, err error) {
	rows, err := l.c.query(ctx, l.rowFor, string(id))
	if err != nil || len(rows) == 0 {
		return story.Row{}, false, err
	}
	return rows[0], true, nil
}
