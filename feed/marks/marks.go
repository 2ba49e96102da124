// Package marks keeps what the reader did: what was read and starred, how far
// a story was read, and where the reader stopped. It is the one thing here
// that cannot be made anew, so dateline never deletes it, and every change is
// on the disk before the call returns.
//
// A mark belongs to a story's ID, which comes from its path, and remembers a
// digest of the story's content: when a story is gone and another has its
// content, the file was moved, and Adopt gives the marks to the new ID.
package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	_ "modernc.org/sqlite" // the database driver

	"dateline/feed/story"
)

// Marks is an open marks database. It is safe for concurrent use.
type Marks struct {
	db   *sql.DB
	path string // for people
	uri  string
}

// Place is where in a story the reader is.
type Place struct{ Block, Offset int }

// Mark is what the reader did with one story.
type Mark struct {
	ID      story.ID
	Digest  []byte // of the content, empty when it was not known
	Read    bool
	Starred bool
	Place   Place
}

// Open opens the marks in the file at path and creates them when there are
// none. Where the file cannot be used it fails; the caller may then go on with
// InMemory, and where the error is Damaged with SetAside and a new file.
func Open(ctx context.Context, path string) (*Marks, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("keep marks: %w", err)
	}
	m, err := open(ctx, path, URI(path), "wal")
	if err != nil {
		return nil, err
	}
	if err := m.check(ctx); err != nil {
		return nil, errors.Join(err, m.Close())
	}
	return m, nil
}

// check reads the whole file once. Marks are few and small, and damage that
// is found in time is found before more is written.
func (m *Marks) check(ctx context.Context) error {
	var found string
	if err := m.db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&found); err != nil {
		return fmt.Errorf("check the marks: %w", err)
	}
	if found != "ok" {
		return fmt.Errorf("%w: %s", errNotMarks, found)
	}
	return nil
}

// Try writes to the disk and says in a sentence why that fails.
func (m *Marks) Try(ctx context.Context) error {
	_, err := m.db.ExecContext(ctx, `INSERT INTO session (name, value) VALUES ('tried', '1')
		ON CONFLICT (name) DO UPDATE SET value = 1 - value`)
	return m.failed("what you mark is not kept", err)
}

var inMemory atomic.Int64

// InMemory opens marks that nothing outlives.
func InMemory(ctx context.Context) (*Marks, error) {
	name := fmt.Sprintf("file:/marks-%d-%d?vfs=memdb", os.Getpid(), inMemory.Add(1))
	return open(ctx, "the memory", name, "memory")
}

// open opens the database that uri names. Every change waits for the disk
// (synchronous=FULL): a mark survives a power cut, and nobody marks stories
// faster than a disk turns.
func open(ctx context.Context, path, uri, journal string) (*Marks, error) {
	sep := "?"
	if journal == "memory" {
		sep = "&"
	}
	dsn := uri + sep + "_busy_timeout=10000&_txlock=immediate&_synchronous=FULL&_journal_mode=" + journal
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, fmt.Errorf("keep marks: %w", err)
	}
	db.SetMaxOpenConns(1)
	m := &Marks{db: db, path: path, uri: uri}
	if err := m.migrate(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return m, nil
}

// URI names the database for ATTACH.
func (m *Marks) URI() string { return m.uri }

// Close closes the database.
func (m *Marks) Close() error { return m.db.Close() }
