package marks

import (
	"context"
	"fmt"
	"strings"

	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// firstVersion is the version of the first schema with one file for all archives, latest
// that of the schema that this program writes.
const firstVersion = 5

var latest = firstVersion - 1 + len(migrations)

// migrations has the steps of the schema: the first creates the tables, and each of the
// others upgrades a version to the next. A migration that has been released is never
// changed.
var migrations = []string{
	`CREATE TABLE archives (
		num    INTEGER PRIMARY KEY,
		name   TEXT NOT NULL UNIQUE,   -- see Archive
		path   TEXT NOT NULL,
		folder TEXT NOT NULL,
		seen   INTEGER NOT NULL DEFAULT 0, -- marks.num up to which stories of other archives were looked for
		state  TEXT NOT NULL DEFAULT '',   -- of its catalog at that time
		taken  INTEGER NOT NULL DEFAULT 0  -- its file of an earlier version was taken over, or there was none
	) STRICT;
	CREATE TABLE marks (
		num      INTEGER PRIMARY KEY AUTOINCREMENT,
		archive  INTEGER NOT NULL,
		id       TEXT NOT NULL,
		story    INTEGER NOT NULL,
		path     TEXT,                 -- this and the next five are NULL if they are not known
		title    TEXT,
		dateline TEXT,
		name     INTEGER,
		digest   BLOB,
		sample   BLOB,
		read     INTEGER NOT NULL DEFAULT 0,
		starred  INTEGER NOT NULL DEFAULT 0,
		block    INTEGER NOT NULL DEFAULT 0,
		offset   INTEGER NOT NULL DEFAULT 0,
		changed  REAL NOT NULL DEFAULT (unixepoch('subsec')),
		UNIQUE (id, archive)           -- archive first, the catalog would read all marks of it for each row
	) STRICT;
	CREATE UNIQUE INDEX marks_story ON marks(story, archive);
	CREATE INDEX marks_digest ON marks(digest) WHERE digest IS NOT NULL;
	CREATE INDEX marks_name ON marks(name) WHERE name IS NOT NULL;
	CREATE INDEX marks_read ON marks(id, archive, read) WHERE read;
	CREATE INDEX marks_starred ON marks(id, archive, starred) WHERE starred;
	CREATE TABLE tags (num INTEGER PRIMARY KEY, story INTEGER NOT NULL, tag TEXT NOT NULL, UNIQUE (story, tag)) STRICT;
	CREATE INDEX tags_tag ON tags(tag);
	CREATE TABLE notes (story INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
	CREATE TABLE lines (
		num     INTEGER PRIMARY KEY,
		story   INTEGER NOT NULL,
		other   INTEGER NOT NULL,
		joined  INTEGER NOT NULL,      -- 0: cut
		changed REAL NOT NULL DEFAULT (unixepoch('subsec')),
		UNIQUE (story, other)
	) STRICT;
	CREATE TABLE takes (
		num     INTEGER PRIMARY KEY,
		story   INTEGER NOT NULL,
		other   INTEGER NOT NULL,
		joined  INTEGER NOT NULL,      -- 0: no takes of one story
		changed REAL NOT NULL DEFAULT (unixepoch('subsec')),
		UNIQUE (story, other)
	) STRICT;
	CREATE TABLE searches (num INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;
	CREATE TABLE history (num INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL) STRICT;
	CREATE TABLE session (
		num     INTEGER PRIMARY KEY,
		archive INTEGER NOT NULL,
		name    TEXT NOT NULL,
		value   TEXT NOT NULL,
		UNIQUE (archive, name)
	) STRICT;
	CREATE TABLE steps (
		num     INTEGER PRIMARY KEY AUTOINCREMENT,
		archive INTEGER NOT NULL,
		at      REAL NOT NULL DEFAULT (unixepoch('subsec')),
		action  TEXT NOT NULL,
		undone  INTEGER NOT NULL DEFAULT 0
	) STRICT;
	CREATE INDEX steps_archive ON steps(archive, undone, num);
	CREATE TABLE changes (
		num   INTEGER PRIMARY KEY,
		step  INTEGER NOT NULL,
		field TEXT NOT NULL,
		story INTEGER NOT NULL,        -- 0: none
		other INTEGER NOT NULL,
		key   TEXT NOT NULL,
		old   TEXT NOT NULL,
		new   TEXT NOT NULL
	) STRICT;
	CREATE INDEX changes_step ON changes(step);`,
	`ALTER TABLE marks ADD COLUMN read_at INTEGER NOT NULL DEFAULT 0;    -- see the package comment: times
	ALTER TABLE marks ADD COLUMN starred_at INTEGER NOT NULL DEFAULT 0;
	ALTER TABLE marks ADD COLUMN placed_at INTEGER NOT NULL DEFAULT 0;
	UPDATE marks SET read_at = iif(read, CAST(round(changed * 1000) AS INTEGER), 0),
		starred_at = iif(starred, CAST(round(changed * 1000) AS INTEGER), 0),
		placed_at = iif(block <> 0 OR offset <> 0, CAST(round(changed * 1000) AS INTEGER), 0);
	ALTER TABLE marks DROP COLUMN changed;
	ALTER TABLE tags ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
	ALTER TABLE searches ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
	CREATE TABLE removed (
		num   INTEGER PRIMARY KEY,
		field TEXT NOT NULL,           -- 'tag', 'takes', 'line' or 'search'
		story INTEGER NOT NULL,
		other INTEGER NOT NULL,
		key   TEXT NOT NULL,
		at    INTEGER NOT NULL,
		UNIQUE (story, other, field, key)
	) STRICT;
	CREATE TABLE versions (
		num   INTEGER PRIMARY KEY,
		story INTEGER NOT NULL,
		id    TEXT NOT NULL,           -- the same in all files
		at    INTEGER NOT NULL,
		text  TEXT NOT NULL,           -- empty for one that was replaced or removed
		UNIQUE (story, id)
	) STRICT;
	INSERT INTO versions (story, id, at, text) SELECT story, lower(hex(randomblob(8))), 1, text FROM notes;
	ALTER TABLE changes ADD COLUMN old_at INTEGER; -- the times of the values, of an import
	ALTER TABLE changes ADD COLUMN new_at INTEGER;
	CREATE INDEX changes_story ON changes(story);
	CREATE INDEX changes_other ON changes(other) WHERE other <> 0;`,
}

// tables lists the tables, archives first.
var tables = [...]string{
	"archives", "marks", "tags", "notes", "lines", "takes", "searches", "history", "session", "steps", "changes", "removed", "versions",
}

// NewerError says that a newer dateline has written the marks. They are left
// unchanged.
type NewerError struct{ Version int }

// Error names both versions.
func (e *NewerError) Error() string {
	return locale.F("the marks were written by a newer dateline (version %d, this one knows %d)", e.Version, latest)
}

// errNotMarks says that a file is a database, but not one of marks, or that it is
// incomplete.
var errNotMarks = error(locale.Error("the marks are damaged"))

// prepare brings the schema up to date and checks the file. If it is up to date, nothing
// is written.
func (m *Marks) prepare(ctx context.Context) error {
	version, err := m.version(ctx)
	if err != nil {
		return err
	}
	if version != latest {
		if err := m.migrate(ctx, version); err != nil {
			return err
		}
	}
	return m.check(ctx)
}

func (m *Marks) version(ctx context.Context) (version int, err error) {
	if err := m.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, fmt.Errorf("open marks: %w", err)
	}
	if version > latest {
		return 0, &NewerError{Version: version}
	}
	return version, nil
}

// migrate brings the schema up from a version in one transaction, after a copy. An empty
// file has version 0.
func (m *Marks) migrate(ctx context.Context, version int) error {
	if version >= firstVersion {
		if err := m.copyVersion(ctx, version); err != nil {
			return err
		}
	}
	err := m.together(ctx, func(tx *txn) error { return migrateTx(ctx, tx) })
	if sqlite.Foreign(err) { // there are other tables
		return fmt.Errorf("%w: %w", errNotMarks, err)
	}
	return err
}

func migrateTx(ctx context.Context, tx *txn) error {
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("open marks: %w", err)
	}
	done := 0
	switch {
	case version > latest:
		return &NewerError{Version: version}
	case version >= firstVersion:
		done = version - firstVersion + 1
	case version != 0:
		return fmt.Errorf("%w: version %d", errNotMarks, version)
	}
	if done == len(migrations) { // by another process, since
		return nil
	}
	steps := strings.Join(migrations[done:], ";\n")
	if _, err := tx.Tx.ExecContext(ctx, fmt.Sprintf("%s; PRAGMA user_version = %d", steps, latest)); err != nil {
		return fmt.Errorf("open marks: upgrade from version %d: %w", version, err)
	}
	return nil
}
