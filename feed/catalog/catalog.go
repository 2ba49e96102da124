// Package catalog is the SQLite database of what is in an archive: a row a
// story, windows of rows in list order, the keys that headlines are found by,
// and who lists whom. It is a cache: it can always be rebuilt from the archive,
// and a catalog of another version or one that is damaged is set aside.
//
// Package fill writes it, package search answers queries, package columns says
// how a row is kept, and package meta has what these must agree on. Lists and
// look-ups are here.
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
// day and the like, each as a term with a letter before it. Table facets has the
// values of every story, table facetvalues what they are and how many stories
// have them.
//
// # Files
//
// Table files remembers size, time, inode and digest of every file, so that a later
// scan reads only what has changed, and the rules that its rows were made by.
//
// # Connections
//
// One connection writes, under a mutex. Readers have their own, to which the
// reader's marks are attached as marks; in WAL mode no reader waits for the
// writer. Readers' connections are read-only.
package catalog

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"dateline/feed/catalog/fill"
	"dateline/feed/catalog/search"
	"dateline/feed/sqlite"
)

// readers is the number of connections that answer questions, besides the
// lookout.
const readers = 4

// SQLite waits up to busyTimeout milliseconds for another process to release the
// database. Callers retry until their context ends, except in Open, which gives
// up after maxOpening: a catalog that cannot be opened is of no use.
const (
	busyTimeout   = "500"
	memoryTimeout = "10000" // in memory a commit waits for readers, and has one try
	maxOpening    = 10 * time.Second
)

// Options say where a catalog is and which marks belong to it.
type Options struct {
	Path  string // the database file; empty: in memory, and nothing outlives Close
	Marks string // URI of the marks database
}

// Catalog is an open catalog. It is safe for concurrent use.
type Catalog struct {
	*fill.Writer
	*search.Index

	path string
	file os.FileInfo // what was at path when it was opened; nil in memory
	db   *sqlite.DB

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
	if err == nil || o.Path == "" || !unusable(err) && !isFolder(o.Path) {
		return c, false, err
	}
	if err := SetAside(o.Path); err != nil {
		return nil, false, err
	}
	c, err = open(ctx, o)
	return c, true, err
}

func open(ctx context.Context, o Options) (*Catalog, error) {
	name, journal, timeout := sqlite.URI(o.Path)+"?", "wal", busyTimeout
	if o.Path == "" {
		name, journal, timeout = sqlite.Memory("catalog")+"&", "memory", memoryTimeout
	}
	name += "_busy_timeout=" + timeout + "&_synchronous=NORMAL&_txlock=immediate"
	c := &Catalog{path: o.Path}
	write := sqlite.Pool(name+fill.Pragmas()+"&_journal_mode="+journal, sqlite.Options{Conns: 1, Check: c.check})
	read := sqlite.Pool(name+"&_query_only=1&_pragma=cache_size(-4096)",
		sqlite.Options{Conns: readers + 1, Attach: o.Marks, As: "marks", Check: c.check})
	c.db = sqlite.NewDB("catalog", read)
	c.Writer, c.Index = fill.New(write, c.db), search.New(c.db)
	opening, stop := context.WithTimeout(ctx, maxOpening)
	defer stop()
	err := sqlite.Wait(opening, func() error { return prepare(ctx, c, write) })
	if err == nil && o.Path != "" {
		c.file, err = os.Stat(o.Path)
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// check refuses a connection when the file is not the one that was opened, so
// that all connections of a catalog use the same file.
func (c *Catalog) check() error {
	if c.Gone() {
		return ErrGone
	}
	return nil
}

// Close closes the catalog.
func (c *Catalog) Close() error {
	c.lookout.close()
	return errors.Join(c.db.Close(), c.CloseWriter())
}
