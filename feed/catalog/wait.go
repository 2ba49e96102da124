package catalog

import (
	"context"
	"database/sql"
	"errors"
	"time"

	sqlite3 "modernc.org/sqlite/lib"
)

// Another process may hold what a statement needs for as long as its disk is
// slow: a large batch, a step of a merge, the log that the last to close writes
// back. SQLite waits for so many milliseconds; whoever needs it longer waits
// on, for as long as its context lives. Opening alone gives up in the end:
// a catalog that nobody can open is as good as none.
const (
	busyTimeout   = "500"
	memoryTimeout = "10000" // in memory a commit waits for those who read, and has one try
	mostOpening   = 10 * time.Second
)

// wait does something again for as long as it fails only because another
// process is at it.
func wait(ctx context.Context, do func() error) error {
	for {
		err := do()
		switch {
		case !busy(err):
			return err
		case ctx.Err() != nil:
			return errors.Join(ctx.Err(), err)
		}
	}
}

// busy reports whether err says that another process holds the database.
func busy(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return true
	}
	return false
}

// begin begins a transaction that can write. The transaction outlives ctx,
// which only ends the waiting for it.
func (c *Catalog) begin(ctx context.Context) (tx *sql.Tx, err error) {
	free := context.WithoutCancel(ctx)
	err = wait(ctx, func() error {
		tx, err = c.write.BeginTx(free, nil)
		return err
	})
	return tx, err
}

// exec runs a statement of the writer by itself, for whoever holds mu.
func (c *Catalog) exec(ctx context.Context, query string, args ...any) error {
	return wrap(wait(ctx, func() error {
		_, err := c.write.ExecContext(ctx, query, args...)
		return err
	}))
}
