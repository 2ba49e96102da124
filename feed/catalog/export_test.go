package catalog

import (
	"context"
	"database/sql"

	"dateline/feed/catalog/columns"
	"dateline/feed/sqlite"
)

// The statements of a window, whose plans are tested.
func Statements(s columns.Scope) (top, bottom, down, up, unreadDown, unreadUp string) {
	l := ofScope[s]
	return l.top, l.bottom, l.down, l.up, l.unreadDown, l.unreadUp
}

// The statements that join rows and their files, and how many arguments they take.
var SQLJoins = map[string]int{
	sqlIdentity: 1, sqlEdited: 1, sqlAllEdited: 0, sqlStale: 2, sqlStrays: 3,
}

// Plan returns the steps of a statement as SQLite plans them.
func Plan(ctx context.Context, c *Catalog, query string, args ...any) ([]string, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (step string, err error) {
		var id, parent, unused int
		err = rows.Scan(&id, &parent, &unused, &step)
		return step, err
	}, `EXPLAIN QUERY PLAN `+query, args...)
}

// Ahead returns the number of files that l reads at a time.
func Ahead(l *Lookup) int { return l.ahead }
