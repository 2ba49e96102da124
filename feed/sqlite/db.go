package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
)

// ErrRefused is wrapped by the errors of Options.Check, which ScanError returns
// unchanged.
var ErrRefused = errors.New("no connection")

var errClosed = errors.New("it is closed")

// DB runs queries: it prepares each statement once and waits while other processes
// use the database. It is safe for concurrent use.
type DB struct {
	name string
	pool *sql.DB

	mu    sync.Mutex
	stmts map[string]*sql.Stmt
}

// NewDB returns a DB on a pool, which it closes. Its errors begin with name.
func NewDB(name string, pool *sql.DB) *DB {
	return &DB{name: name, pool: pool, stmts: map[string]*sql.Stmt{}}
}

// Close closes the statements and the pool.
func (d *DB) Close() error {
	d.mu.Lock()
	stmts := d.stmts
	d.stmts = nil
	d.mu.Unlock()
	var errs []error
	for _, s := range stmts {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, d.pool.Close())...)
}

// Wrap adds the name of the database to err.
func (d *DB) Wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", d.name, err)
}

// Conn returns a connection for the caller alone, who closes it.
func (d *DB) Conn(ctx context.Context) (*sql.Conn, error) {
	conn, err := d.pool.Conn(ctx)
	return conn, d.Wrap(err)
}

// QueryRow runs a query without keeping its statement.
func (d *DB) QueryRow(ctx context.Context, query string, args ...any) *sql.Row {
	return d.pool.QueryRowContext(ctx, query, args...)
}

// stmt prepares query once and keeps it.
func (d *DB) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.stmts == nil {
		return nil, d.Wrap(errClosed)
	}
	if s := d.stmts[query]; s != nil {
		return s, nil
	}
	var s *sql.Stmt
	err := Wait(ctx, func() (err error) {
		s, err = d.pool.PrepareContext(ctx, query) //nolint:sqlclosecheck // Close closes it
		return err
	})
	if err != nil {
		return nil, d.Wrap(err)
	}
	d.stmts[query] = s
	return s, nil
}

// Values reads one row into dests. If there is none, the error is sql.ErrNoRows.
func (d *DB) Values(ctx context.Context, dests []any, query string, args ...any) error {
	stmt, err := d.stmt(ctx, query) //nolint:sqlclosecheck // d keeps it
	if err != nil {
		return err
	}
	return d.Wrap(Wait(ctx, func() error { return ScanError(ctx, stmt.QueryRowContext(ctx, args...).Scan(dests...)) }))
}

// List returns the rows that query selects, each converted by scan.
func List[T any](ctx context.Context, d *DB, scan func(*sql.Rows) (T, error), query string, args ...any) (out []T, err error) {
	err = d.each(ctx, query, args, func() { out = nil }, func(rows *sql.Rows) error {
		v, err := scan(rows)
		out = append(out, v)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// each calls row with each of the rows that query selects. Before that it calls start, once
// more if it has to try again. List is compiled for each type, so what needs none is here.
func (d *DB) each(ctx context.Context, query string, args []any, start func(), row func(*sql.Rows) error) error {
	stmt, err := d.stmt(ctx, query) //nolint:sqlclosecheck // d keeps it
	if err != nil {
		return err
	}
	return d.Wrap(Wait(ctx, func() error {
		rows, err := stmt.QueryContext(ctx, args...)
		if err != nil {
			return err
		}
		start()
		return eachRow(ctx, rows, row)
	}))
}

// Column returns the values of a query that selects one column.
func Column[T any](ctx context.Context, d *DB, query string, args ...any) ([]T, error) {
	return List(ctx, d, func(rows *sql.Rows) (T, error) {
		var v T
		err := rows.Scan(&v)
		return v, err
	}, query, args...)
}

// Rows converts each of rows with scan and closes rows.
func Rows[T any](ctx context.Context, rows *sql.Rows, scan func(*sql.Rows) (T, error)) (out []T, err error) {
	err = eachRow(ctx, rows, func(rows *sql.Rows) error {
		v, err := scan(rows)
		out = append(out, v)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// eachRow calls row with each of rows and closes rows.
func eachRow(ctx context.Context, rows *sql.Rows, row func(*sql.Rows) error) error {
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	for rows.Next() {
		if err := row(rows); err != nil {
			return ScanError(ctx, err)
		}
	}
	return rows.Err()
}

// FirstLine returns the first line of a statement, for error messages.
func FirstLine(query string) string {
	line, _, _ := strings.Cut(query, "\n")
	return line
}
