package catalog

import (
	"context"
	"database/sql"
	"errors"

	"dateline/feed/sqlite"
)

// State says what the catalog holds.
type State struct {
	Scanned bool   // the whole archive was scanned once
	Current bool   // all rows were made by the given rules
	Stale   bool   // Announce has something to do
	Packed  []byte // the records of folders: see glance.Pack
}

const sqlState = `SELECT (SELECT value > 0 FROM meta WHERE name = 'scanned'),
	NOT EXISTS (SELECT 1 FROM rules WHERE name <> ?), EXISTS (SELECT 1 FROM announced WHERE stale), (SELECT list FROM folders)`

// State returns the state of the catalog, for a program with those rules.
func (c *Catalog) State(ctx context.Context, rules string) (State, error) {
	var s State
	err := c.db.Values(ctx, []any{&s.Scanned, &s.Current, &s.Stale, &s.Packed}, sqlState, rules)
	return s, err
}

// Names returns the packed names of the folder at path.
func (c *Catalog) Names(ctx context.Context, path string) (names []byte, err error) {
	err = c.db.Values(ctx, []any{&names}, `SELECT names FROM listings WHERE path = ?`, path)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return names, err
}

// PathsIn returns the paths of FilesIn.
func (c *Catalog) PathsIn(ctx context.Context, folder, after string, n int) ([]string, error) {
	files, err := c.FilesIn(ctx, folder, after, n)
	paths := make([]string, len(files))
	for i := range files {
		paths[i] = files[i].Path
	}
	return paths, err
}

// Unsure returns the paths of up to n files whose last change may not show.
func (c *Catalog) Unsure(ctx context.Context, n int) ([]string, error) {
	return sqlite.Column[string](ctx, c.db, `SELECT path FROM files WHERE sure = 0 LIMIT ?`, n)
}

// Dropped returns the paths of up to n files that were removed since the records of
// folders were written.
func (c *Catalog) Dropped(ctx context.Context, n int) ([]string, error) {
	return sqlite.Column[string](ctx, c.db, `SELECT path FROM dropped LIMIT ?`, n)
}
