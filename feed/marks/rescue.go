package marks

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"dateline/feed/sqlite"
)

// Rescued says what Rescue saved.
type Rescued struct {
	Aside string // the damaged file
	Saved int    // stories with marks that are in the new one
}

// The suffixes of files that Rescue writes beside the marks: the new marks, until they take
// the place of the damaged ones, and a copy of the damaged ones from which they are read.
const (
	rescueSuffix = ".rescue"
	sourceSuffix = ".rescue-source"
)

// Rescue replaces the damaged file at path by a new one with all marks that can be read
// from it, and those of tables that are damaged from the newest copy (Backup). The damaged
// file is set aside. Only one process may do this at a time. If it fails, the damaged file
// is where it was.
func Rescue(ctx context.Context, path string) (r Rescued, err error) {
	to, source := path+rescueSuffix, path+sourceSuffix
	clean := func() error { return errors.Join(sqlite.Remove(to), sqlite.Remove(source)) }
	if err := clean(); err != nil {
		return r, err
	}
	if r.Saved, err = rescue(ctx, path, to, source); err != nil {
		return r, errors.Join(fmt.Errorf("save damaged marks: %w", err), clean())
	}
	if err := sqlite.Remove(source); err != nil {
		return r, err
	}
	if r.Aside, err = setAside(path, "damaged"); err != nil {
		return r, err
	}
	if err := finishRescue(path); err != nil {
		return r, err
	}
	return r, unsuspect(path)
}

// finishRescue moves rescued marks to path, if that was not done when the damaged ones had
// been set aside.
func finishRescue(path string) error {
	if sqlite.Taken(path) || !sqlite.Taken(path+rescueSuffix) {
		return nil
	}
	return sqlite.Move(path+rescueSuffix, path)
}

// rescue writes what can be read of the marks at path into a new file, and returns the
// number of stories with marks.
func rescue(ctx context.Context, path, to, source string) (saved int, err error) {
	m := &Marks{db: pool(sqlite.URI(to), "delete", sqlite.File{}), path: to}
	defer func() { err = errors.Join(err, m.Close()) }()
	if err := m.migrate(ctx, 0); err != nil {
		return 0, err
	}
	s := &salvage{to: m.db, options: "mode=rw"}
	damaged, err := s.source(ctx, path, to, source)
	if err != nil {
		return 0, err
	}
	spoilt, err := changedRows(m.db.ExecContext(ctx, `DELETE FROM marks WHERE id GLOB '*[^a-z2-7]*' AND id NOT GLOB '~[0-9]*'`))
	if err != nil {
		return 0, err
	}
	if spoilt > 0 && !slices.Contains(damaged, "marks") {
		damaged = append(damaged, "marks")
	}
	for _, b := range backups(path) {
		if len(damaged) == 0 {
			break
		}
		if damaged, err = s.all(ctx, b, damaged); err != nil {
			return 0, err
		}
	}
	if err := s.flags(ctx, source); err != nil {
		return 0, err
	}
	err = m.db.QueryRowContext(ctx, `SELECT count(DISTINCT story) FROM marks`).Scan(&saved)
	return saved, err
}

// source copies the marks at path to a file that can be opened, and what can be read of
// their tables to the new marks at to. It returns the tables of which some rows cannot be
// read.
func (s *salvage) source(ctx context.Context, path, to, source string) (damaged []string, err error) {
	p, err := newPatch(ctx, s.to, to)
	if err != nil {
		return nil, err
	}
	damaged = tables[:]
	for _, schema := range []bool{false, true} { // its own schema may be damaged
		if len(damaged) == 0 {
			break
		}
		if err := errors.Join(sqlite.Remove(source), p.write(path, source, schema)); err != nil {
			return nil, err
		}
		if damaged, err = s.all(ctx, source, damaged); err != nil {
			return nil, err
		}
	}
	return damaged, nil
}
