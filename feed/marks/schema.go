package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"dateline/feed/sqlite"
)

// Version is the version of the schema that this program writes.
const Version = 4

// migrations upgrade each version to the next; the first creates the tables.
// A migration that has been released is never changed.
var migrations = []string{
	`CREATE TABLE marks (
		id      TEXT PRIMARY KEY,
		digest  BLOB,
		read    INTEGER NOT NULL DEFAULT 0,
		starred INTEGER NOT NULL DEFAULT 0,
		block   INTEGER NOT NULL DEFAULT 0,
		offset  INTEGER NOT NULL DEFAULT 0,
		changed INTEGER NOT NULL DEFAULT (unixepoch())
	) WITHOUT ROWID;
	CREATE INDEX marks_read ON marks(id) WHERE read;
	CREATE INDEX marks_starred ON marks(id) WHERE starred;
	CREATE TABLE session (
		name  TEXT PRIMARY KEY,
		value TEXT NOT NULL
	) WITHOUT ROWID;`,
	`CREATE TABLE searches (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
	CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL);`,
	`CREATE TABLE lines (
		story   TEXT NOT NULL,
		other   TEXT NOT NULL,
		joined  INTEGER NOT NULL, -- 0: cut
		changed REAL NOT NULL DEFAULT (unixepoch('subsec')),
		PRIMARY KEY (story, other)
	) WITHOUT ROWID;`,
	`CREATE TABLE takes (
		story   TEXT NOT NULL,
		other   TEXT NOT NULL,
		joined  INTEGER NOT NULL, -- 0: no takes of one story
		changed REAL NOT NULL DEFAULT (unixepoch('subsec')),
		PRIMARY KEY (story, other)
	) WITHOUT ROWID;`,
}

// NewerError says that a newer dateline has written the marks. They are left
// unchanged.
type NewerError struct{ Version int }

// Error names both versions.
func (e *NewerError) Error() string {
	return fmt.Sprintf("the marks were written by a newer dateline (version %d, this one knows %d)", e.Version, Version)
}

// errNotMarks says that a file is a database, but not one of marks, or that it is
// incomplete.
var errNotMarks = errors.New("the marks are damaged")

// migrate brings the schema up to Version in one transaction.
func (m *Marks) migrate(ctx context.Context) error {
	tx, err := m.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("open marks: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	err = migrateTx(ctx, tx)
	if sqlite.Foreign(err) { // there are other tables
		return fmt.Errorf("%w: %w", errNotMarks, err)
	}
	if err != nil {
		return err
	}
	return tx.Commit()
}

func migrateTx(ctx context.Context, tx *sql.Tx) error {
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("open marks: %w", err)
	}
	if version > Version {
		return &NewerError{Version: version}
	}
	for ; version < Version; version++ {
		step := fmt.Sprintf("%s; PRAGMA user_version = %d", migrations[version], version+1)
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("open marks: upgrade to version %d: %w", version+1, err)
		}
	}
	_, err := tx.ExecContext(ctx, `SELECT id, digest, read, starred, block, offset FROM marks, session LIMIT 0`)
	return err
}
