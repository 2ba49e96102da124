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

	stmts map[string]*sql.Stmt
}

func (t *tx) close() {
	for _, s := range t.stmts {
		_ = s.Close()
	}
}

func (t *tx) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := t.stmts[query]; s != nil {
		return s, nil
	}
	s, err := t.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", sqlite.FirstLine(query), err)
	}
	t.stmts[query] = s
	return s, nil
}

func (t *tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := t.execCount(ctx, query, args...)
	return err
}

// execCount runs query and returns the number of rows that it changed.
func (t *tx) execCount(ctx context.Context, query string, args ...any) (int, error) {
	s, err := t.stmt(ctx, query) //nolint:sqlclosecheck // t keeps it
	if err != nil {
		return 0, err
	}
	res, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", sqlite.FirstLine(query), err)
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// value reads one value; ok is false if there is no row.
func (t *tx) value(ctx context.Context, dest any, query string, args ...any) (ok bool, err error) {
	return t.values(ctx, []any{dest}, query, args...)
}

// values reads one row; ok is false if there is none.
func (t *tx) values(ctx context.Context, dests []any, query string, args ...any) (ok bool, err error) {
	s, err := t.stmt(ctx, query) //nolint:sqlclosecheck // t keeps it
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(ctx, args...).Scan(dests...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, sqlite.ScanError(ctx, err)
}
