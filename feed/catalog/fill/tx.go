package fill

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"dateline/feed/sqlite"
)

// tx is a transaction and its statements, each prepared once.
type tx struct {
	*sql.Tx

	conn    *sql.Conn      // the connection that the transaction is on
	direct  *sqlite.Direct // statements that return no rows
	queries map[string]*sql.Stmt
}

// begin starts a transaction that can write. When ctx ends, begin stops waiting; a
// transaction that was started goes on.
func (w *Writer) begin(ctx context.Context) (*tx, error) {
	uncancelled := context.WithoutCancel(ctx)
	var conn *sql.Conn
	var inner *sql.Tx
	err := sqlite.Wait(ctx, func() (err error) {
		if conn, err = w.write.Conn(uncancelled); err != nil {
			return err
		}
		if inner, err = conn.BeginTx(uncancelled, nil); err != nil {
			_ = conn.Close()
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return &tx{Tx: inner, conn: conn, direct: sqlite.NewDirect(conn), queries: map[string]*sql.Stmt{}}, nil
}

// end commits the transaction, or rolls it back if err says that its work failed. It
// returns what failed.
func (t *tx) end(err error) error {
	t.direct.Close()
	for _, s := range t.queries {
		_ = s.Close()
	}
	if err == nil {
		err = t.Commit()
	}
	if err != nil {
		if back := t.Rollback(); !errors.Is(back, sql.ErrTxDone) {
			err = errors.Join(err, back)
		}
	}
	return errors.Join(err, t.conn.Close())
}

func (t *tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := t.direct.Exec(ctx, query, args...)
	return err
}

// execCount runs query and returns the number of rows that it changed.
func (t *tx) execCount(ctx context.Context, query string, args ...any) (int, error) {
	n, err := t.direct.Exec(ctx, query, args...)
	return int(n), err
}

func (t *tx) query(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := t.queries[query]; s != nil {
		return s, nil
	}
	s, err := t.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", sqlite.FirstLine(query), err)
	}
	t.queries[query] = s
	return s, nil
}

// value reads one value; ok is false if there is no row.
func (t *tx) value(ctx context.Context, dest any, query string, args ...any) (ok bool, err error) {
	return t.values(ctx, []any{dest}, query, args...)
}

// values reads one row; ok is false if there is none.
func (t *tx) values(ctx context.Context, dests []any, query string, args ...any) (ok bool, err error) {
	s, err := t.query(ctx, query) //nolint:sqlclosecheck // t keeps it
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(ctx, args...).Scan(dests...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, sqlite.ScanError(ctx, err)
}

// list returns the rows that a query selects, each converted by scan.
func list[T any](ctx context.Context, t *tx, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	s, err := t.query(ctx, query) //nolint:sqlclosecheck // t keeps it
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	return sqlite.Rows(ctx, rows, scan)
}

// column returns the values of a query that selects one column.
func column[T any](ctx context.Context, t *tx, query string, args ...any) ([]T, error) {
	return list(ctx, t, func(rows *sql.Rows) (T, error) {
		var v T
		err := rows.Scan(&v)
		return v, err
	}, query, args...)
}
