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
	_, err := t.affect(ctx, query, args...)
	return err
}

// affect runs query and returns how many rows it changed.
func (t *tx) affect(ctx context.Context, query string, args ...any) (int, error) {
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

// value reads one value; ok is false when there is none.
func (t *tx) value(ctx context.Context, dest any, query string, args ...any) (ok bool, err error) {
	return t.values(ctx, []any{dest}, query, args...)
}

// values reads one row; ok is false when there is none.
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
