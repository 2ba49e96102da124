package fill

import (
	"bytes"
	"context"
	"database/sql"
	"errors"

	"dateline/feed/archive/glance"
)

const sqlDrop = `INSERT OR IGNORE INTO dropped (path) VALUES (?)`

// Folders are the records of an archive's folders.
type Folders struct {
	List    []*glance.Folder
	Again   []string // paths to be compared as soon as anything differs
	Dropped []string // paths that were compared because Catalog.Dropped returned them
	Whole   bool     // all of the archive was compared
}

// Scanned records that the catalog is up to date with the archive, and replaces the
// records of folders, in one transaction.
func (w *Writer) Scanned(ctx context.Context, f Folders) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	ctx = context.WithoutCancel(ctx)
	inner, err := w.begin(ctx)
	if err != nil {
		return w.db.Wrap(err)
	}
	return w.db.Wrap(inner.end(f.write(ctx, inner.Tx)))
}

func (f *Folders) write(ctx context.Context, tx *sql.Tx) error {
	if f.Whole {
		if _, err := tx.ExecContext(ctx, `UPDATE meta SET value = unixepoch() WHERE name = 'scanned'`); err != nil {
			return err
		}
		if err := dropRules(ctx, tx); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM dropped`); err != nil {
			return err
		}
	}
	for _, path := range f.Dropped {
		if _, err := tx.ExecContext(ctx, `DELETE FROM dropped WHERE path = ?`, path); err != nil {
			return err
		}
	}
	for _, path := range f.Again {
		if _, err := tx.ExecContext(ctx, sqlDrop, path); err != nil {
			return err
		}
	}
	return f.writeList(ctx, tx)
}

// dropRules deletes the rules that made no rows, so that a single one is left.
func dropRules(ctx context.Context, tx *sql.Tx) error {
	var n int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM rules`).Scan(&n); err != nil || n < 2 { //nolint:mnd // more than one
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM rules WHERE NOT EXISTS (SELECT 1 FROM files WHERE rules = rules.id)`)
	return err
}

// writeList writes the records and names that differ.
func (f *Folders) writeList(ctx context.Context, tx *sql.Tx) error {
	var old []byte
	err := tx.QueryRowContext(ctx, `SELECT list FROM folders`).Scan(&old)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	list := glance.Pack(f.List)
	if err == nil && bytes.Equal(list, old) {
		return nil
	}
	if _, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO folders (one, list) VALUES (1, ?)`, list); err != nil {
		return err
	}
	known, _ := glance.Unpack(old) // damaged records say nothing
	return f.writeNames(ctx, tx, known)
}

// writeNames writes the names of the folders that are not as they were known.
func (f *Folders) writeNames(ctx context.Context, tx *sql.Tx, known []*glance.Folder) error {
	sums := map[string]uint64{}
	for _, k := range known {
		if k.Listed {
			sums[k.Path] = k.Sum
		}
	}
	for _, k := range f.List {
		if !k.Listed {
			continue
		}
		sum, ok := sums[k.Path]
		delete(sums, k.Path)
		if ok && sum == k.Sum || k.Names == nil {
			continue
		}
		if _, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO listings (path, names) VALUES (?, ?)`, k.Path, k.Names); err != nil {
			return err
		}
	}
	for path := range sums {
		if _, err := tx.ExecContext(ctx, `DELETE FROM listings WHERE path = ?`, path); err != nil {
			return err
		}
	}
	return nil
}
