// Package marks records what a reader did: which stories were read or starred, the place
// in a story, tags and notes, takes joined and cut, time lines, saved searches, and where
// the reader stopped. Marks are the only data that cannot be rebuilt, so dateline never
// deletes them, and every change is on the disk before the call returns.
//
// One file has the marks for all archives. A mark belongs to a story, not to a place: a
// story in two archives, such as a copy on another disk, or a folder that is an archive and
// is in a larger one, has the same marks in both.
//
// # Schema
//
// Table archives has a row for each archive that was opened: its name, where it is, and the
// device and inode of its folder, by which it is known again after a move.
//
// Table marks has a row for each place of a story, which is an archive and an ID: what the
// story was like there (Story), and the marks. Rows with the same number story are places of
// one story, and have the same marks. A story has at most one place in an archive. The ID of
// a place that the story has lost begins with "~". A story of an import that is in no known
// archive has a place in an archive with a negative number, which has no other place.
//
// Tables tags, notes, lines and takes belong to stories, by that number. In lines and takes
// each pair is there both ways. Tables searches and history belong to all archives, table
// session to one.
//
// Each value has the time when it was changed last, in milliseconds (read_at and so on; in
// lines and takes in seconds, as changed), 0 if that is not known. It is later than that of
// the value before, whatever the clock says. Table removed has the times of values that have
// no row because they were removed. Table versions has the notes as they were written, also
// those that were replaced, without their text: of two that were written on two machines
// neither replaces the other (Import). Table notes has what the reader sees, all versions
// that are left.
//
// Tables steps and changes are the journal: a step is what one action changed, and changes
// has each old and new value. SetUndone undoes and redoes the steps of an archive. What See
// marks read is in no step.
//
// All tables have an integer key, so that the rows of a damaged file can be read from both
// ends of each (Rescue).
//
// PRAGMA user_version is the version of the schema. Before a migration the file is copied to "….v5", with the
// old version. The files of versions 1 to 4, one for each archive, are taken over and left as
// they are.
package marks

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// Place is the reader's place in a story.
type Place struct{ Block, Offset int }

// Open opens the marks in the file at path, for an archive, and creates the file if there
// is none. If the file cannot be used, the caller may continue with Unsaved or, if the
// error is Damaged, with Rescue.
func Open(ctx context.Context, path string, a Archive) (*Marks, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("keep marks: %w", err)
	}
	if err := finishRescue(path); err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && info.Size() == 0 && len(backups(path)) > 0 {
		return nil, locale.Errorf("%w: no bytes are left", errNotMarks)
	}
	return newMarks(path, sqlite.URI(path), "wal").start(ctx, a, nil)
}

// InMemory opens marks that are lost on Close.
func InMemory(ctx context.Context) (*Marks, error) { return Unsaved(ctx, "", Archive{}) }

// Unsaved opens marks that are lost on Close, with those that can be read from the file at
// path, which Open cannot use.
func Unsaved(ctx context.Context, path string, a Archive) (*Marks, error) {
	m := newMarks(locale.T("the memory"), sqlite.Memory("marks"), "memory")
	return m.start(ctx, a, func() error {
		if !sqlite.Taken(path) {
			return nil
		}
		_, err := (&salvage{to: m.db, options: "mode=ro&immutable=1"}).all(ctx, path, tables[:])
		return err
	})
}

// start prepares the tables, calls fill, which may be nil, and enters the archive. After an
// error m is closed.
func (m *Marks) start(ctx context.Context, a Archive, fill func() error) (*Marks, error) {
	err := m.prepare(ctx)
	if err == nil && fill != nil {
		err = fill()
	}
	if err == nil {
		m.archive, err = m.enter(ctx, a)
		m.name = a.Name
	}
	if err != nil {
		return nil, errors.Join(err, m.Close())
	}
	return m, nil
}

// Try writes to the disk. Its error is a sentence that says why that fails.
func (m *Marks) Try(ctx context.Context) error {
	_, err := m.db.ExecContext(ctx, `INSERT INTO session (archive, name, value) VALUES (0, 'tried', '1')
		ON CONFLICT (archive, name) DO UPDATE SET value = 1 - value`)
	return m.failed(locale.T("marks will not be saved"), err)
}

// Attached returns the database for a catalog to attach. It has these views, with what
// belongs to the archive:
//
//	marked (id, story, digest, known, read, starred)  a row for each story with marks
//	bonds  (story, other, joined)                     what the reader said about takes
//	lines  (story, other, joined, changed)            what the reader changed in time lines
//
// these, whose stories have the number of marked.story:
//
//	tagged (story, tag)  the reader's tags
//	noted  (story)       the stories with a note
//
// and the view places (num, story, digest, name, away) with the places of stories in all
// archives, and with those that are away, which are known from an import.
func (m *Marks) Attached() sqlite.Attached {
	const pair = ` CROSS JOIN marks.marks b ON b.story = k.other AND b.archive = a.archive `
	return sqlite.Attached{URI: m.uri, As: "marks", File: m.file(m.await), Views: fmt.Sprintf(`
		CREATE TEMP VIEW marked AS SELECT id, story, digest, title IS NOT NULL AS known, read, starred
			FROM marks.marks WHERE archive = %[1]d;
		CREATE TEMP VIEW bonds AS SELECT a.id AS story, b.id AS other, k.joined FROM marks.takes k
			CROSS JOIN marks.marks a ON a.story = k.story AND a.archive = %[1]d`+pair+`;
		CREATE TEMP VIEW lines AS SELECT a.id AS story, b.id AS other, k.joined, k.changed FROM marks.marks a
			CROSS JOIN marks.lines k ON k.story = a.story`+pair+`WHERE a.archive = %[1]d;
		CREATE TEMP VIEW tagged AS SELECT story, tag FROM marks.tags;
		CREATE TEMP VIEW noted AS SELECT story FROM marks.notes;
		CREATE TEMP VIEW places AS SELECT num, story, digest, name, archive < 0 AS away FROM marks.marks`, m.archive)}
}

// Kept reports whether the marks are in a file.
func (m *Marks) Kept() bool { return m.onDisk }

// Warnings returns sentences about what was worked around, each once.
func (m *Marks) Warnings() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	w := m.warnings
	m.warnings = nil
	return w
}
