package catalog

import (
	"context"
	"database/sql"
	"sync"

	"dateline/feed/catalog/fill"
	"dateline/feed/sqlite"
)

// lookout is the connection that notices changes by other processes.
type lookout struct {
	mu   sync.Mutex
	conn *sql.Conn
}

// DataVersion returns a number that changes whenever any process changes the
// catalog. It is cheap to call.
func (c *Catalog) DataVersion(ctx context.Context) (n int64, err error) {
	l := &c.lookout
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn == nil {
		if l.conn, err = c.db.Conn(ctx); err != nil {
			return 0, err
		}
	}
	return n, c.db.Wrap(sqlite.Wait(ctx, func() error { return l.conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&n) }))
}

func (l *lookout) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn != nil {
		_ = l.conn.Close()
		l.conn = nil
	}
}

// Changes returns the sum of all changes to the catalog since it was created, by
// any process; the difference of two sums is what changed in between.
func (c *Catalog) Changes(ctx context.Context) (fill.Delta, error) {
	var d fill.Delta
	err := c.db.Values(ctx, []any{&d.Added, &d.Changed, &d.Removed}, `SELECT
		(SELECT value FROM meta WHERE name = 'added'), (SELECT value FROM meta WHERE name = 'changed'),
		(SELECT value FROM meta WHERE name = 'removed')`)
	return d, err
}
