package catalog

import (
	"context"
	"database/sql"
	"sync"
)

// lookout is the connection that sees whether others have changed the catalog.
type lookout struct {
	mu   sync.Mutex
	conn *sql.Conn
}

// Changed returns a number that is another one whenever somebody, this process
// or another, has changed the catalog. It costs next to nothing.
func (c *Catalog) Changed(ctx context.Context) (n int64, err error) {
	l := &c.lookout
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn == nil {
		if l.conn, err = c.read.Conn(ctx); err != nil {
			return 0, wrap(err)
		}
	}
	return n, wrap(wait(ctx, func() error { return l.conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&n) }))
}

func (l *lookout) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn != nil {
		_ = l.conn.Close()
		l.conn = nil
	}
}

// Tally returns what all changes to the catalog since it was made come to,
// whoever made them: the difference of two tallies is what happened between.
func (c *Catalog) Tally(ctx context.Context) (Delta, error) {
	var d Delta
	err := c.values(ctx, []any{&d.Added, &d.Changed, &d.Removed}, `SELECT
		(SELECT value FROM meta WHERE name = 'added'), (SELECT value FROM meta WHERE name = 'changed'),
		(SELECT value FROM meta WHERE name = 'removed')`)
	return d, err
}
