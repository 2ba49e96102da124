package catalog

import (
	"context"
	"database/sql"

	"dateline/feed/sqlite"
)

// The statements of a window, whose plans are tested.
var (
	SQLTop, SQLBottom, SQLDown, SQLUp = sqlTop, sqlBottom, sqlDown, sqlUp
	SQLUnreadDown, SQLUnreadUp        = sqlUnreadDown, sqlUnreadUp
)

// The statements that join rows and their files, and how many arguments they take.
var SQLJoins = map[string]int{
	`SELECT ` + sqlContent + ` FROM ` + sqlWithFile + ` WHERE r.sid = ?`: 1, sqlOutdated: 0, sqlStale: 2,
}

// Plan is how SQLite carries out a statement.
func Plan(ctx context.Context, c *Catalog, query string, args ...any) ([]string, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (step string, err error) {
		var a, b, n int
		err = rows.Scan(&a, &b, &n, &step)
		return step, err
	}, `EXPLAIN QUERY PLAN `+query, args...)
}

// Ahead is how many files l reads at once.
func Ahead(l *Lookup) int { return l.ahead }
