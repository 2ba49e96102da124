package sqlite

import (
	"context"
	"database/sql"
)

// Snapshot is one state of a database: all queries see the same. It is for one goroutine.
type Snapshot struct {
	ctx context.Context //nolint:containedctx // of one call
	db  *DB
	tx  *sql.Tx
}

// Snapshot calls f with the state that the database has now. While other processes use the database,
// it waits and calls f again. Only f's queries may be run, each of which is prepared once; f must
// not use d, which may have no other connection. An error of f that is not one of SQLite is an
// ErrInvalid.
func (d *DB) Snapshot(ctx context.Context, f func(s Snapshot) error, queries ...string) error {
	for _, q := range queries {
		if _, err := d.stmt(ctx, q); err != nil { //nolint:sqlclosecheck // d keeps it
			return err
		}
	}
	return d.Wrap(Wait(ctx, func() error {
		tx, err := d.pool.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return err
		}
		defer tx.Rollback() //nolint:errcheck // it only reads
		return ScanError(ctx, f(Snapshot{ctx, d, tx}))
	}))
}

// Each calls f with each row that query selects, until f fails.
func (s Snapshot) Each(f func(*sql.Rows) error, query string, args ...any) error {
	stmt, err := s.db.stmt(s.ctx, query)
	if err != nil {
		return err
	}
	rows, err := s.tx.StmtContext(s.ctx, stmt).QueryContext(s.ctx, args...) //nolint:sqlclosecheck // the transaction closes it
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
