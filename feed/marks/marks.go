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
	db  *sql.DB
	uri string
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
// none. Where the file cannot be written it fails; the caller may then go on
// with InMemory.
func Open(ctx context.Context, path string) (*Marks, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("keep marks: %w", err)
	}
	return open(ctx, URI(path), "wal")
}

var inMemory atomic.Int64

// InMemory opens marks that nothing outlives.
func InMemory(ctx context.Context) (*Marks, error) {
	name := fmt.Sprintf("file:/marks-%d-%d?vfs=memdb", os.Getpid(), inMemory.Add(1))
	return open(ctx, name, "memory")
}

// open opens the database that uri names. Every change waits for the disk
// (synchronous=FULL): a mark survives a power cut, and nobody marks stories
// faster than a disk turns.
func open(ctx context.Context, uri, journal string) (*Marks, error) {
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
	m := &Marks{db: db, uri: uri}
	if err := m.migrate(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return m, nil
}

// URI names the database for ATTACH.
func (m *Marks) URI() string { return m.uri }

// Close closes the database.
func (m *Marks) Close() error { return m.db.Close() }
