// Package marks records which stories were read or starred, how far a story was
// read, and where the reader stopped. Marks are the only data that cannot be
// rebuilt, so dateline never deletes them, and every change is on the disk before
// the call returns.
//
// A mark belongs to a story's ID, which comes from its path, and remembers a
// digest of the story's content: when a story is gone and another has its
// content, the file was moved, and Adopt copies the marks to the new ID.
package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"dateline/feed/sqlite"
)

// Marks is an open marks database. It is safe for concurrent use.
type Marks struct {
	db   *sql.DB
	path string // for error messages
	uri  string
}

// Place is the reader's place in a story.
type Place struct{ Block, Offset int }

// Open opens the marks in the file at path and creates the file if there is none.
// If the file cannot be used, the caller may continue with InMemory or, if the error
// is Damaged, with SetAside and a new file.
func Open(ctx context.Context, path string) (*Marks, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("keep marks: %w", err)
	}
	m, err := open(ctx, path, sqlite.URI(path), "wal")
	if err != nil {
		return nil, err
	}
	if err := m.check(ctx); err != nil {
		return nil, errors.Join(err, m.Close())
	}
	return m, nil
}

// check reads the whole file, which is small, to find damage before anything is
// written.
func (m *Marks) check(ctx context.Context) error {
	var result string
	if err := m.db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&result); err != nil {
		return fmt.Errorf("check the marks: %w", err)
	}
	if result != "ok" {
		return fmt.Errorf("%w: %s", errNotMarks, result)
	}
	return nil
}

// Try writes to the disk. Its error is a sentence that says why that fails.
func (m *Marks) Try(ctx context.Context) error {
	_, err := m.db.ExecContext(ctx, `INSERT INTO session (name, value) VALUES ('tried', '1')
		ON CONFLICT (name) DO UPDATE SET value = 1 - value`)
	return m.failed("marks will not be saved", err)
}

// InMemory opens marks that are lost on Close.
func InMemory(ctx context.Context) (*Marks, error) {
	return open(ctx, "the memory", sqlite.Memory("marks"), "memory")
}

// open opens the database that uri names. Every change waits for the disk
// (synchronous=FULL): a mark survives a power cut, and marks
// are too rare for that to be slow.
func open(ctx context.Context, path, uri, journal string) (*Marks, error) {
	sep := "?"
	if journal == "memory" {
		sep = "&"
	}
	dsn := uri + sep + "_busy_timeout=10000&_txlock=immediate&_synchronous=FULL&_journal_mode=" + journal
	db := sqlite.Pool(dsn, sqlite.Options{Conns: 1})
	m := &Marks{db: db, path: path, uri: uri}
	if err := m.migrate(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return m, nil
}

// URI returns the URI of the database, for ATTACH.
func (m *Marks) URI() string { return m.uri }

// Close closes the database.
func (m *Marks) Close() error { return m.db.Close() }
