// Package catalog is the SQLite database of the stories in an archive: a row for
// each story, windows of rows in list order, the keys by which headlines are found,
// and which stories list which headlines. It is a cache: it can always be rebuilt
// from the archive, and a catalog that is damaged or has another version is set
// aside.
//
// Package fill writes the catalog, package search answers queries, package columns
// converts rows to columns of a table and back, and package meta defines what these
// must agree on. This package has the lists and lookups.
//
// # Rows
//
// The id of a row encodes its place in the list, and so do the rowids of the
// full-text tables: 35 bits of seconds, counted back from the year 2688 to 1600, 4
// bits of take, counted back as well, and 24 bits of sequence. In ascending order of
// id, rows are newest first and then by take, as in the list; a range of dates is a
// range of ids. Scans read the newest files first, so that ids ascend while a catalog
// is filled: that packs the pages of the trees, and a full-text index must be written
// out whenever an id is smaller than the one before. Years and takes out of range
// share the first or last ids; the list itself follows an index on the exact key:
// moment, take and path. What no statement needs is packed into one column (package
// columns).
//
// # Headlines
//
// Table keys has the key of every title (link.Key): a lookup finds the titles that
// are equal once normalised, and a range finds those that begin with a cut headline. It also
// has hashes of the identifiers and addresses of stories, and of the names of pages, by which
// Named finds the stories that links name. Stories that have none add nothing.
// Table refs has every distinct related headline once for each period of twelve days, with
// stories of the period that list it, so that its id tells when it was listed. Table refkeys
// finds it by its key and by what it names besides the headline, and table cites has the
// stories that came later.
// Table cuts has the keys that end in "…", of titles and of refs, to find the cut
// versions of a headline. Tables titles and refwords are full-text indexes of the words
// of both, to find headlines that are only similar: a query requires two of the three
// longest words within a range of ids, which bounds the work at any size.
//
// # Corrections and kills
//
// Table announced has what each correction and kill says about its story (package notice),
// and table notices the stories that were found by it, by keys of titles, slugs and numbers
// and by similar titles. A batch marks the notices as stale that may be about a story that
// it has added or removed; Announce looks for the stories of these. Table embargoes has
// until when stories are held.
//
// # Takes
//
// Table prints has the print (package takes) of every row, and table pairs which rows are
// takes of one story. The writer compares the rows that a batch adds with those of the same
// days, and groups what pairs connect; table takes has the groups. Groups depend only on
// the stories, not on the order in which they came. Rows that another take stands for are
// folded: a list of stories leaves them out, and table days counts them. While a catalog is
// filled with files in no order of time, rows wait in table fresh until the scan ends.
//
// # Full text
//
// Table texts has the terms (package term) of every story: its headline, its text
// and, in the column meta, its properties: place, agency, kind, day and so on, each
// as a term that begins with a letter for the property. Table facets has the ids of
// the values of every story; table facetvalues has the values and how many stories
// have each.
//
// # Files
//
// Table files remembers size, time, inode and digest of every file, so that a later
// scan reads only what has changed, and the rules that made its rows. Table folders has
// one row, the records of all folders; listings has the names of each, and dropped the
// files that were removed since. See package glance.
//
// # Pages
//
// Every page of the file has a checksum (sqlite.Checked). A page whose bytes have changed is
// damage that a call reports.
//
// # Connections
//
// One connection writes, under a mutex. The other connections are read-only and have
// the marks database attached as marks; in WAL mode they do not wait for the writer.
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

// readers is the number of read-only connections, besides the lookout.
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
	Path  string          // the database file; if empty, the catalog is in memory and lost on Close
	Marks sqlite.Attached // with the views of package marks
}

// Catalog is an open catalog. It is safe for concurrent use.
type Catalog struct {
	*fill.Writer
	*search.Index

	path string
	file os.FileInfo // the file that was opened; nil in memory
	db   *sqlite.DB

	lookout lookout
}

// Open opens the catalog and creates it if there is none. If the catalog cannot be
// used, Open sets it aside and creates a new one, and reset is true. Open fails only
// if a new catalog cannot be written.
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
	name, journal, timeout := sqlite.URI(o.Path)+"?vfs="+sqlite.Checked()+"&", "wal", busyTimeout
	if o.Path == "" {
		name, journal, timeout = sqlite.Memory("catalog")+"&", "memory", memoryTimeout
	}
	name += "_busy_timeout=" + timeout + "&_synchronous=NORMAL&_txlock=immediate"
	c := &Catalog{path: o.Path}
	write := sqlite.Pool(name+fill.Pragmas()+"&_journal_mode="+journal, sqlite.Options{Conns: 1, Check: c.check})
	read := sqlite.Pool(name+"&_query_only=1&_pragma=cache_size(-4096)",
		sqlite.Options{Conns: readers + 1, Attach: o.Marks, Check: c.check})
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
