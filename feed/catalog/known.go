package catalog

import (
	"context"
	"database/sql"
	"time"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
)

// Known is what the catalog remembers of a file.
type Known struct {
	ID      int64 // small numbers, so that files can be ticked off in a bit set
	Path    string
	Size    int64
	ModTime time.Time
	Inode   uint64
	Sure    bool // see File
	Digest  []byte
	Rules   string // see File
}

// Lookup looks up the files of a walk. It reads ahead in the walk's order as long
// as that pays. A Lookup is for one goroutine.
type Lookup struct {
	c     *Catalog
	rules map[int64]string
	page  map[string]Known
	ahead int
	hits  int
}

// Lookup returns a new Lookup.
func (c *Catalog) Lookup() *Lookup { return &Lookup{c: c, ahead: 16} }

// The bounds of reading ahead.
const (
	leastAhead = 4
	mostAhead  = 2048
)

// Find returns what is known of the file at path; ok is false when it is new.
func (l *Lookup) Find(ctx context.Context, path string) (Known, bool, error) {
	if k, ok := l.page[path]; ok {
		l.hits++
		return k, true, nil
	}
	if l.page != nil {
		if l.hits*2 > l.ahead {
			l.ahead = min(l.ahead*2, mostAhead)
		} else {
			l.ahead = max(l.ahead/2, leastAhead)
		}
	}
	if err := l.fill(ctx, path); err != nil {
		return Known{}, false, err
	}
	k, ok := l.page[path]
	return k, ok, nil
}

// The statements of a Lookup. Nearly every catalog was made with one set of rules,
// in which case the column is not read.
const (
	sqlAhead      = `SELECT path, id, size, mtime, inode, sure, digest FROM files WHERE path <= ? ORDER BY path DESC LIMIT ?`
	sqlAheadRules = `SELECT path, id, size, mtime, inode, sure, digest, rules FROM files WHERE path <= ? ORDER BY path DESC LIMIT ?`
)

// fill reads the files from path downwards, as folders are walked.
func (l *Lookup) fill(ctx context.Context, path string) (err error) {
	if l.rules == nil {
		if l.rules, err = l.c.ruleNames(ctx); err != nil {
			return err
		}
	}
	query, one := sqlAheadRules, ""
	if len(l.rules) == 1 {
		query = sqlAhead
		for _, name := range l.rules {
			one = name
		}
	}
	known, err := sqlite.List(ctx, l.c.db, func(rows *sql.Rows) (Known, error) {
		k := Known{Rules: one}
		var mtime, inode, rules int64
		dests := []any{&k.Path, &k.ID, &k.Size, &mtime, &inode, &k.Sure, &k.Digest, &rules}
		if len(l.rules) == 1 {
			dests = dests[:len(dests)-1]
		}
		err := rows.Scan(dests...)
		k.ModTime, k.Inode = meta.Unstamp(mtime), uint64(inode)
		if len(l.rules) != 1 {
			k.Rules = l.rules[rules]
		}
		return k, err
	}, query, path, l.ahead)
	l.page, l.hits = make(map[string]Known, len(known)), 0
	for _, k := range known {
		l.page[k.Path] = k
	}
	return err
}

// FileCount returns how many files are known and the highest of their IDs.
func (c *Catalog) FileCount(ctx context.Context) (n int, last int64, err error) {
	err = c.db.Values(ctx, []any{&n, &last},
		`SELECT (SELECT value FROM meta WHERE name = 'files'), (SELECT value FROM meta WHERE name = 'file')`)
	return n, last, err
}

// Files returns the paths and ids of up to n files after path, in order.
func (c *Catalog) Files(ctx context.Context, after string, n int) ([]Known, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Known, error) {
		var k Known
		err := rows.Scan(&k.Path, &k.ID)
		return k, err
	}, `SELECT path, id FROM files WHERE path > ? ORDER BY path LIMIT ?`, after, n)
}

// FilesIn returns the paths and ids of up to n files that lie below folder and
// after the path given, in order.
func (c *Catalog) FilesIn(ctx context.Context, folder, after string, n int) ([]Known, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Known, error) {
		var k Known
		err := rows.Scan(&k.Path, &k.ID)
		return k, err
	}, `SELECT path, id FROM files WHERE path > ? AND path < ? ORDER BY path LIMIT ?`, max(after, folder+"/"), folder+"0", n)
}
