package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Version is the version of the schema, and of everything that link and story
// put into it. A catalog of another version is made again.
const Version = 4

const schema = `
CREATE TABLE rows (
	id         INTEGER PRIMARY KEY,
	sid        TEXT NOT NULL,      -- story.ID
	nu         INTEGER NOT NULL,   -- minus the moment, so that all of the order ascends
	nt         INTEGER NOT NULL,   -- minus the take
	path       TEXT NOT NULL,
	sub        INTEGER NOT NULL,   -- bytes of path that follow its file's: "#3"
	headline   TEXT NOT NULL,
	title      ANY,                -- what packTitle makes of it
	tags       TEXT NOT NULL,      -- lists are joined with U+001F
	kind       TEXT NOT NULL,
	standin    INTEGER NOT NULL,
	places     TEXT NOT NULL,
	agency     TEXT NOT NULL,
	day        INTEGER NOT NULL,   -- yyyymmdd
	clock      TEXT NOT NULL,      -- RFC 3339 where the copy gives a time
	date_from  TEXT NOT NULL,
	byline     TEXT NOT NULL,
	emails     TEXT NOT NULL,
	keywords   TEXT NOT NULL,
	words      INTEGER NOT NULL,
	paragraphs INTEGER NOT NULL,
	format     TEXT NOT NULL,
	language   TEXT NOT NULL,
	problem    TEXT NOT NULL,
	refs       BLOB                -- refs.id of its related headlines, 8 bytes each
);
CREATE UNIQUE INDEX rows_order ON rows(nu, nt, path);
CREATE INDEX rows_corrections ON rows(id) WHERE kind IN ('correction', 'kill');
CREATE UNIQUE INDEX rows_sid ON rows(sid);
CREATE TABLE days (day INTEGER PRIMARY KEY, n INTEGER NOT NULL); -- minus the day since 1970, rows
CREATE TABLE keys (key TEXT, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE VIRTUAL TABLE titles USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '.'");
CREATE TABLE refs (
	id    INTEGER PRIMARY KEY,     -- as of rows, by the first story that lists it
	hash  INTEGER NOT NULL,        -- of its title's key
	text  TEXT NOT NULL,
	title ANY,                     -- what packTitle makes of it
	kind  TEXT NOT NULL,
	take  INTEGER NOT NULL
);
CREATE INDEX refs_hash ON refs(hash);
CREATE VIRTUAL TABLE refwords USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '.'");
CREATE TABLE cites (ref INTEGER, story INTEGER, PRIMARY KEY (ref, story)) WITHOUT ROWID;
CREATE TABLE cuts (of TEXT, key TEXT, id INTEGER, PRIMARY KEY (of, key, id)) WITHOUT ROWID; -- of: 'row', 'ref'
CREATE TABLE files (
	path   TEXT PRIMARY KEY,
	id     INTEGER NOT NULL,
	size   INTEGER NOT NULL,
	mtime  INTEGER NOT NULL,       -- nanoseconds; 0: none
	inode  INTEGER NOT NULL,       -- 0: none
	sure   INTEGER NOT NULL,       -- it was old enough when read to tell of any change
	digest BLOB,                   -- NULL: could not be read
	rows   BLOB NOT NULL,          -- rows.id of its stories, 8 bytes each
	rules  INTEGER NOT NULL        -- rules.id of those that its rows were made by
) WITHOUT ROWID;
CREATE TABLE rules (
	id   INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	n    INTEGER NOT NULL          -- files
);
CREATE INDEX files_digest ON files(digest) WHERE digest IS NOT NULL;
CREATE TABLE doubts (
	path    TEXT,
	line    INTEGER,
	n       INTEGER,
	problem TEXT NOT NULL,
	detail  TEXT NOT NULL,
	PRIMARY KEY (path, line, n)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE texts USING fts5(title, body, meta, content='', contentless_delete=1, tokenize="ascii tokenchars '.:=_-'");
INSERT INTO texts(texts, rank) VALUES ('hashsize', 67108864), ('automerge', 0), ('crisismerge', 512);
INSERT INTO titles(titles, rank) VALUES ('automerge', 0), ('crisismerge', 512);
INSERT INTO refwords(refwords, rank) VALUES ('automerge', 0), ('crisismerge', 512);
CREATE TABLE words (word TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID; -- n: stories that had it when they were read
CREATE TABLE stems (lang TEXT, stem TEXT, word TEXT, PRIMARY KEY (lang, stem, word)) WITHOUT ROWID;
CREATE TABLE facets (id INTEGER PRIMARY KEY, list BLOB NOT NULL); -- of a row: facetvalues.id of its values, varints
CREATE TABLE facetvalues (
	id    INTEGER PRIMARY KEY,
	facet TEXT NOT NULL,
	key   TEXT NOT NULL,           -- text, folded
	text  TEXT NOT NULL,           -- as the first story with it has it
	n     INTEGER NOT NULL,        -- stories that have it
	UNIQUE (facet, key)
);
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('stories', 0), ('files', 0), ('doubts', 0), ('file', 0), ('loose', 0),
	('made', unixepoch()), ('scanned', 0),
	('added', 0), ('changed', 0), ('removed', 0); -- stories, ever
`

var errVersion = errors.New("the catalog is of another version")

// makeSchema makes the tables in an empty database, in one transaction: of
// two processes that come at once, one makes them.
func (c *Catalog) makeSchema(ctx context.Context) error {
	version, err := c.version(ctx, c.write)
	if err != nil || version == Version {
		return err
	}
	tx, err := c.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("open the catalog: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	if version, err = c.version(ctx, tx); err != nil || version == Version {
		return err
	}
	var tables int
	err = tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables)
	if err != nil {
		return fmt.Errorf("open the catalog: %w", err)
	}
	if version != 0 || tables != 0 {
		return errVersion
	}
	if _, err := tx.ExecContext(ctx, schema+fmt.Sprintf("PRAGMA user_version = %d", Version)); err != nil {
		return fmt.Errorf("make the catalog: %w", err)
	}
	return tx.Commit()
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func (*Catalog) version(ctx context.Context, q querier) (int, error) {
	var version int
	err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	if err != nil {
		return 0, fmt.Errorf("open the catalog: %w", err)
	}
	return version, nil
}

// unusable reports whether a new catalog may help against err.
func unusable(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA:
		return true
	}
	return errors.Is(err, errVersion) || Damaged(err)
}

// errNonsense says that a table has what was never put there.
var errNonsense = errors.New("the catalog makes no sense")

// nonsense is err, of reading values, as errNonsense where neither the database
// nor the end of ctx nor the want of a row explains it.
func nonsense(ctx context.Context, err error) error {
	if err == nil || code(err) != 0 || ctx.Err() != nil || errors.Is(err, sql.ErrNoRows) || errors.Is(err, ErrGone) {
		return err
	}
	return fmt.Errorf("%w: %w", errNonsense, err)
}

// Damaged reports whether err says that the database file makes no sense. No
// statement of the catalog's own breaks a constraint of a sound table.
func Damaged(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH:
		return true
	}
	return errors.Is(err, errNonsense)
}

// NoRoom reports whether err says that the database cannot be written where
// it is: a full disk, a folder that vanished or became read-only.
func NoRoom(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return true
	}
	return false
}

// code is SQLite's primary result code in err, 0 without one.
func code(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code() & 0xff
	}
	return 0
}

// Aside is the end of the name of a catalog that was set aside.
const Aside = ".old"

// folder reports whether a folder stands where the database belongs.
func folder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// SetAside renames the catalog at path to "….old", over an earlier one.
func SetAside(path string) error {
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("set the catalog aside: %w", err)
		}
	}
	if err := os.Rename(path, path+Aside); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("set the catalog aside: %w", err)
	}
	return nil
}
