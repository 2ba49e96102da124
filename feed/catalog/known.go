package catalog

import (
	"context"
	"database/sql"
	"time"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
)

// Known is the catalog's record of a file.
type Known struct {
	ID      int64 // small numbers, so that files can be ticked off in a bit set
	Path    string
	Size    int64
	ModTime time.Time
	Inode   uint64
	Sure    bool // see File
	Holds   bool // see File
	Digest  []byte
	Rules   string // see File
}

// Lookup looks up the files of a walk. It reads ahead in the walk's order as long
// as most of what it read is used. A Lookup is for one goroutine.
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
	minAhead = 4
	maxAhead = 2048
)

// Find returns the record of the file at path; ok is false if the file is new.
func (l *Lookup) Find(ctx context.Context, path string) (Known, bool, error) {
	if k, ok := l.page[path]; ok {
		l.hits++
		return k, true, nil
	}
	if l.page != nil {
		if l.hits*2 > l.ahead {
			l.ahead = min(l.ahead*2, maxAhead)
		} else {
			l.ahead = max(l.ahead/2, minAhead)
		}
	}
	if err := l.fill(ctx, path); err != nil {
		return Known{}, false, err
	}
	k, ok := l.page[path]
	return k, ok, nil
}

// sqlKnown is the columns of files as f that scanKnown reads.
const sqlKnown = `f.path, f.id, f.size, f.mtime, f.inode, f.sure, f.holds, f.digest`

// scanKnown reads sqlKnown and then the columns of more. The caller sets Rules.
func scanKnown(rows *sql.Rows, more ...any) (k Known, err error) {
	var mtime any
	var inode int64
	err = rows.Scan(append([]any{&k.Path, &k.ID, &k.Size, &mtime, &inode, &k.Sure, &k.Holds, &k.Digest}, more...)...)
	k.ModTime, k.Inode = meta.Unstamp(mtime), uint64(inode)
	return k, err
}

// The statements of a Lookup. Nearly every catalog was made with one set of rules,
// in which case the column is not read.
const (
	sqlAhead      = `SELECT ` + sqlKnown + ` FROM files f WHERE path <= ? ORDER BY path DESC LIMIT ?`
	sqlAheadRules = `SELECT ` + sqlKnown + `, f.rules FROM files f WHERE path <= ? ORDER BY path DESC LIMIT ?`
)

// fill reads the files from path downwards, as folders are walked.
func (l *Lookup) fill(ctx context.Context, path string) (err error) {
	if l.rules == nil {
		if l.rules, err = l.c.ruleNames(ctx); err != nil {
			return err
		}
	}
	query, columns, only := sqlAheadRules, 1, int64(0)
	if len(l.rules) == 1 {
		query, columns = sqlAhead, 0
		for id := range l.rules {
			only = id
		}
	}
	known, err := sqlite.List(ctx, l.c.db, func(rows *sql.Rows) (Known, error) {
		rule := only
		k, err := scanKnown(rows, []any{&rule}[:columns]...)
		k.Rules = l.rules[rule]
		return k, err
	}, query, path, l.ahead)
	l.page, l.hits = make(map[string]Known, len(known)), 0
	for _, k := range known {
		l.page[k.Path] = k
	}
	return err
}

// FileCount returns the number of files and their highest ID.
func (c *Catalog) FileCount(ctx context.Context) (n int, last int64, err error) {
	err = c.db.Values(ctx, []any{&n, &last},
		`SELECT (SELECT value FROM meta WHERE name = 'files'), (SELECT value FROM meta WHERE name = 'file')`)
	return n, last, err
}

// FileCounts has the number of files, of the files with several stories, and of the
// stories in the latter.
type FileCounts struct{ Files, Several, Held int }

// FileCounts counts the files. A large file is one, however many sections it has.
func (c *Catalog) FileCounts(ctx context.Context) (n FileCounts, err error) {
	err = c.db.Values(ctx, []any{&n.Files, &n.Several, &n.Held}, sqlFileCounts)
	return n, err
}

// sqlFileCounts counts each section of a large file as a file, and then the large file instead.
// It has its first section at least.
const sqlFileCounts = `SELECT (SELECT value FROM meta WHERE name = 'files') - count(*) FILTER (WHERE path GLOB '*//*'),
	count(*) FILTER (WHERE length(rows) > 8 AND path NOT GLOB '*//*' OR path GLOB '*//00000000'),
	coalesce(sum(length(rows) / 8) FILTER (WHERE length(rows) > 8 OR path GLOB '*//*'), 0) FROM files`

// The statements of FilesIn.
const (
	sqlFiles   = `SELECT path, id FROM files WHERE path > ? ORDER BY path LIMIT ?`
	sqlFilesIn = `SELECT path, id FROM files WHERE path > ? AND path < ? ORDER BY path LIMIT ?`
)

// FilesIn returns the paths and ids of up to n files that lie in folder, or below it, and
// after the path after, in order. The empty folder is the archive.
func (c *Catalog) FilesIn(ctx context.Context, folder, after string, n int) ([]Known, error) {
	query, args := sqlFiles, []any{after, n}
	if folder != "" {
		query, args = sqlFilesIn, []any{max(after, folder+"/"), folder + "0", n}
	}
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Known, error) {
		var k Known
		err := rows.Scan(&k.Path, &k.ID)
		return k, err
	}, query, args...)
}
