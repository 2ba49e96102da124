package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
)

var errVersion = errors.New("the catalog has another version")

// prepare creates the tables if there are none and checks that the catalog can be
// read. The writer connects when it first writes, so that the first screen does not
// wait for it.
func prepare(ctx context.Context, c *Catalog, write *sql.DB) error {
	v, err := version(c.db.QueryRow(ctx, sqlVersion))
	if err != nil || v != meta.Version {
		if err := createTables(ctx, write); err != nil {
			return err
		}
	}
	var stories, problems int
	var marked bool
	return c.db.Values(ctx, []any{&stories, &problems, &marked}, sqlReadable)
}

// sqlReadable fails if a table that lists need is missing. It counts nothing, because a
// reader may have marked many stories.
const sqlReadable = `SELECT
	(SELECT value FROM meta WHERE name = 'stories'), (SELECT value FROM meta WHERE name = 'doubts'),
	EXISTS (SELECT 1 FROM rows r JOIN marked m ON m.id = r.sid LIMIT 0)`

// createTables creates the tables in an empty database, in one transaction: if two
// processes try at once, one of them creates the tables.
func createTables(ctx context.Context, write *sql.DB) error {
	v, err := version(write.QueryRowContext(ctx, sqlVersion))
	if err != nil || v == meta.Version {
		return err
	}
	tx, err := write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("open the catalog: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	if v, err = version(tx.QueryRowContext(ctx, sqlVersion)); err != nil || v == meta.Version {
		return err
	}
	var tables int
	err = tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables)
	if err != nil {
		return fmt.Errorf("open the catalog: %w", err)
	}
	if v != 0 || tables != 0 {
		return errVersion
	}
	if _, err := tx.ExecContext(ctx, meta.Schema+fmt.Sprintf("PRAGMA user_version = %d", meta.Version)); err != nil {
		return fmt.Errorf("create the catalog: %w", err)
	}
	return tx.Commit()
}

const sqlVersion = "PRAGMA user_version"

func version(row *sql.Row) (v int, err error) {
	if err := row.Scan(&v); err != nil {
		return 0, fmt.Errorf("open the catalog: %w", err)
	}
	return v, nil
}

// unusable reports whether the catalog must be replaced because of err.
func unusable(err error) bool {
	return errors.Is(err, errVersion) || sqlite.Foreign(err) || Damaged(err)
}

// Damaged reports whether err means that the database file is damaged. A violated
// constraint counts: no statement violates one in an undamaged file.
func Damaged(err error) bool { return sqlite.Damaged(err) || sqlite.Inconsistent(err) }

// Aside is the suffix of the name of a catalog that was set aside.
const Aside = ".old"

// isFolder reports whether path is a folder.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// SetAside renames the catalog at path to "….old" and replaces an earlier one.
func SetAside(path string) error {
	if err := DropAside(path); err != nil {
		return err
	}
	return sqlite.Move(path, path+Aside)
}

// DropAside deletes the catalog that was set aside from path.
func DropAside(path string) error { return sqlite.Remove(path + Aside) }
