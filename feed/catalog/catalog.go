// Package catalog is the SQLite database of what is in an archive: a row a
// story, windows of rows in list order, the keys that headlines are found by,
// and who lists whom. It is a cache: whatever happens to it, it can be made
// again from the archive, and a catalog of another version or one that is
// damaged is set aside and begun anew.
//
// # Rows
//
// The id of a row carries its place in the list, so that the rowids of the
// full-text tables do too: 35 bits of seconds, counted back from the year 2688
// to 1600, 4 bits of take, counted back as well, 24 bits of sequence. In rising
// order of id rows are newest first, then by take, as the list is; "dates near"
// is a range of ids. Scans read the newest first, so that ids rise while a
// catalog fills: that fills the pages of the trees, and a full-text index must
// write itself out whenever an id is smaller than the one before. Years and
// takes beyond these share the outermost ids; the list itself is walked along
// an index on the exact key: moment, take and path.
//
// # Headlines
//
// Table keys has the key of every title (link.Key): a look-up finds what is
// exact, normalised or a version, a range finds what a cut headline begins.
// Table refs has every distinct related headline once, cites who lists it.
// Table cuts has the keys that end in "…", of titles and of refs, which is
// where the beginnings of a headline are looked up. Tables titles and refwords
// are full-text indexes over the words of both, for what is only close: a
// query asks for two of the three longest words within a range of ids, which
// bounds the work at any size.
//
// # Full text
//
// Table texts has the terms (package term) of every story: its headline, what
// it says, and, in the column meta, what is known of it: place, agency, kind,
// day and the like, each as a term with a letter before it, so that a query of
// any shape is one full-text expression. Only what the reader marked is not in
// it; expressions with marks in them, and groups that go too deep, are streams
// of ids that are joined here.
// The index holds words as they are written: a phrase is exact by nature, and
// for a plain word table stems gives the words of the same stem, table words
// those that begin alike and how frequent each is.
//
// A result newest first is read from the index as far as it is looked at. A
// result best first is scored by bm25, which must look at every story that has
// one of the words: only where there is time for that.
//
// Table facets has the values of every story, table facetvalues what they are
// and how many stories have them.
//
// # Files
//
// Table files remembers size, time, inode and digest of every file, so that a later
// scan reads only what has changed.
//
// # Filling
//
// A batch of files is a transaction. Its stories follow the order of the list;
// rows that nothing of the batch looks for wait for its end and go in sorted,
// many with a statement, the full-text tables last. While a catalog is filled
// most of what a file brings is new: a Bloom filter says what is, and only the
// rest is looked up.
//
// # Connections
//
// One connection writes, under a mutex. Readers have their own, to which the
// reader's marks are attached as marks; in WAL mode no reader waits for the
// writer. Statements of the readers can change nothing.
package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"dateline/feed/marks"
)

// readers is the number of connections that answer questions, besides the
// lookout.
const readers = 4

// Options say where a catalog is and which marks belong to it.
type Options struct {
	Path  string // the database file; empty: in memory, and nothing outlives Close
	Marks string // URI of the marks database
}

// Catalog is an open catalog. It is safe for concurrent use.
type Catalog struct {
	path string
	file os.FileInfo // what was at path when it was opened; nil in memory
	read *sql.DB

	mu          sync.Mutex // held by whoever uses what follows
	write       *sql.DB
	memory      memory
	dataVersion int64 // when memory was right

	shorts shorts

	stmtMu sync.Mutex
	stmts  map[string]*sql.Stmt

	lookout lookout
}

// Open opens the catalog and creates it when there is none. One that cannot
// be used is set aside first; reset says so. It fails only where a new one
// cannot be written.
func Open(ctx context.Context, o Options) (c *Catalog, reset bool, err error) {
	if o.Path != "" {
		if err := os.MkdirAll(filepath.Dir(o.Path), 0o700); err != nil {
			return nil, false, fmt.Errorf("open the catalog: %w", err)
		}
	}
	c, err = open(ctx, o)
	if err == nil || o.Path == "" || !unusable(err) && !folder(o.Path) {
		return c, false, err
	}
	if err := SetAside(o.Path); err != nil {
		return nil, false, err
	}
	c, err = open(ctx, o)
	return c, true, err
}

var inMemory atomic.Int64

func open(ctx context.Context, o Options) (*Catalog, error) {
	name, journal, timeout := marks.URI(o.Path)+"?", "wal", busyTimeout
	if o.Path == "" {
		name = fmt.Sprintf("file:/catalog-%d-%d?vfs=memdb&", os.Getpid(), inMemory.Add(1))
		journal, timeout = "memory", memoryTimeout
	}
	name += "_busy_timeout=" + timeout + "&_synchronous=NORMAL&_txlock=immediate"
	c := &Catalog{path: o.Path, stmts: map[string]*sql.Stmt{}, memory: newMemory()}
	c.write = c.pool(1, name+fmt.Sprintf("&_pragma=page_size(16384)&_pragma=wal_autocheckpoint(%d)&_pragma=cache_size(-%d)", littleLog, littleCache)+"&_journal_mode="+journal, "")
	c.read = c.pool(readers+1, name+"&_query_only=1&_pragma=cache_size(-4096)", o.Marks)
	opening, stop := context.WithTimeout(ctx, mostOpening)
	defer stop()
	err := wait(opening, func() error { return c.prepare(ctx) })
	if err == nil && o.Path != "" {
		c.file, err = os.Stat(o.Path)
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// prepare makes the schema where there is none and sees that the catalog can
// be read. The writer connects when it has something to write: the first
// screen does not wait for that.
func (c *Catalog) prepare(ctx context.Context) error {
	if version, err := c.version(ctx, c.read); err != nil || version != Version {
		if err := c.makeSchema(ctx); err != nil {
			return err
		}
	}
	_, err := c.Counts(ctx)
	return err
}

// Close closes the catalog.
func (c *Catalog) Close() error {
	c.stmtMu.Lock()
	stmts := c.stmts
	c.stmts = nil
	c.stmtMu.Unlock()
	var errs []error
	for _, s := range stmts {
		errs = append(errs, s.Close())
	}
	c.lookout.close()
	errs = append(errs, c.read.Close())
	c.mu.Lock()
	defer c.mu.Unlock()
	return errors.Join(append(errs, c.write.Close())...)
}

var errClosed = errors.New("the catalog is closed")

// stmt prepares query once and keeps it.
func (c *Catalog) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	c.stmtMu.Lock()
	defer c.stmtMu.Unlock()
	if c.stmts == nil {
		return nil, errClosed
	}
	if s := c.stmts[query]; s != nil {
		return s, nil
	}
	var s *sql.Stmt
	err := wait(ctx, func() (err error) {
		s, err = c.read.PrepareContext(ctx, query) //nolint:sqlclosecheck // Close closes it
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("catalog: %w", err)
	}
	c.stmts[query] = s
	return s, nil
}
