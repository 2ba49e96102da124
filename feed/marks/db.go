package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// Marks is an open marks database, for one archive. It is safe for concurrent use.
type Marks struct {
	db      *sql.DB
	path    string // for error messages
	uri     string
	onDisk  bool
	archive int64 // archives.num
	name    string

	mu       sync.Mutex
	warnings []string
}

func newMarks(path, uri, journal string) *Marks {
	m := &Marks{path: path, uri: uri, onDisk: journal == "wal"}
	m.db = pool(uri, journal, m.file(m.gone))
	return m
}

// file returns the file of the marks; an empty File if they are in memory.
func (m *Marks) file(gone func(context.Context, sqlite.Exec)) sqlite.File {
	if !m.onDisk {
		return sqlite.File{}
	}
	return sqlite.File{Path: m.path, Gone: gone}
}

// await lets a connection look for the file.
func (m *Marks) await(ctx context.Context, _ sqlite.Exec) { _ = m.db.PingContext(ctx) }

// pageSize is the size of the pages of the file. They are small, because a mark changes a
// few bytes of several pages.
const pageSize = 1024

// cacheSize is the size of the cache of pages in kB. A step that marks a hundred thousand
// stories changes pages all over the file, and would write each many times with the 2 MB
// that are usual.
const cacheSize = 16 * 1024

// pool returns the connection to the database that uri names. Every change waits for the
// disk (synchronous=FULL): a mark survives a power cut, and marks are too rare for that to
// be slow.
func pool(uri, journal string, f sqlite.File) *sql.DB {
	sep := "?"
	if journal == "memory" {
		sep = "&"
	}
	dsn := fmt.Sprintf("%s%s_busy_timeout=10000&_txlock=immediate&_synchronous=FULL&_pragma=page_size(%d)&_pragma=cache_size(-%d)&_journal_mode=%s",
		uri, sep, pageSize, cacheSize, journal)
	return sqlite.Pool(dsn, sqlite.Options{Conns: 1, File: f})
}

// together makes changes in one transaction.
func (m *Marks) together(ctx context.Context, change func(*txn) error) error {
	return transact(ctx, m.db, change)
}

// quickly is together without a wait for the disk, for what changes at every key: it survives
// a kill of the program, but not a power cut.
func (m *Marks) quickly(ctx context.Context, change func(*txn) error) (err error) {
	conn, err := m.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, `PRAGMA synchronous = NORMAL`); err != nil {
		return err
	}
	defer func() {
		_, failed := conn.ExecContext(context.WithoutCancel(ctx), `PRAGMA synchronous = FULL`)
		err = errors.Join(err, failed)
	}()
	return transact(ctx, conn, change)
}

// beginner begins transactions: a database or one of its connections.
type beginner interface {
	BeginTx(ctx context.Context, opts *sql.TxOptions) (*sql.Tx, error)
}

func transact(ctx context.Context, db beginner, change func(*txn) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := change(&txn{tx, map[string]*sql.Stmt{}}); err != nil {
		return err
	}
	return tx.Commit()
}

// txn is a transaction that prepares each statement once, because one step may mark a
// hundred thousand stories. Its end closes the statements.
type txn struct {
	*sql.Tx

	stmts map[string]*sql.Stmt
}

func (t *txn) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := t.stmts[query]; s != nil {
		return s, nil
	}
	s, err := t.PrepareContext(ctx, query)
	if err == nil {
		t.stmts[query] = s
	}
	return s, err
}

// ExecContext runs one statement. An end of ctx does not interrupt it, but keeps the next
// from running: SQLite and database/sql start a goroutine for each statement that may be
// interrupted.
func (t *txn) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := t.stmt(ctx, query) //nolint:sqlclosecheck // the end of the transaction closes it
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	return s.ExecContext(context.WithoutCancel(ctx), args...)
}

// QueryRowContext runs a query for one row, as ExecContext runs a statement.
func (t *txn) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := t.stmt(ctx, query) //nolint:sqlclosecheck // the end of the transaction closes it
	if err != nil || ctx.Err() != nil {
		return t.Tx.QueryRowContext(ctx, query, args...) // the row has the error
	}
	return s.QueryRowContext(context.WithoutCancel(ctx), args...)
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// read returns the rows that query selects, each converted by scan.
func read[T any](ctx context.Context, db querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return sqlite.Rows(ctx, rows, scan)
}

// column returns the values of a query that selects one column.
func column[T any](ctx context.Context, db querier, query string, args ...any) ([]T, error) {
	return read(ctx, db, func(rows *sql.Rows) (v T, err error) {
		err = rows.Scan(&v)
		return v, err
	}, query, args...)
}

func changedRows(res sql.Result, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (m *Marks) warn(format string, args ...any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.warnings = append(m.warnings, locale.F(format, args...))
}

// Close closes the database.
func (m *Marks) Close() error {
	_ = m.db.Ping() //nolint:noctx // writes marks again whose file was deleted
	return m.db.Close()
}
