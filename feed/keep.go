package feed

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"dateline/feed/archive/disk"
	"dateline/feed/locale"
	"dateline/feed/marks"
)

// openMarks opens the marks in dir, or in memory.
func (s *Store) openMarks(ctx context.Context, dir string) (err error) {
	if dir == "" || s.src.Key() == "" {
		s.marks, err = marks.InMemory(ctx)
		return err
	}
	path, a := filepath.Join(dir, "marks.db"), s.markedArchive()
	s.marks, err = marks.Open(ctx, path, a)
	if marks.Damaged(err) {
		s.marks, err = s.rescueMarks(ctx, path, a)
	}
	switch {
	case ctx.Err() != nil:
		if err == nil {
			err = s.marks.Close()
		}
		return errors.Join(ctx.Err(), err)
	case err != nil:
		s.warn(locale.Mark("Marks will not be saved: %s."), marks.Trouble(path, err))
		s.marks, err = marks.Unsaved(ctx, path, a)
		return err
	}
	return nil
}

// markedArchive returns the archive as the marks know it.
func (s *Store) markedArchive() marks.Archive {
	a := marks.Archive{Name: nameOf(s.src.Key()), Path: s.src.Key()}
	if f, device, err := disk.Lstat(a.Path); err == nil && filepath.IsAbs(a.Path) {
		a.Folder = fmt.Sprint(device, " ", f.Inode)
	}
	return a
}

// KeepsMarks reports whether the marks are in a file, not only in memory until Close.
func (s *Store) KeepsMarks() bool { return s.marks.Kept() }

// TryMarks writes to the marks database and adds a warning if that fails. Reading the
// marks would not detect a full disk.
func (s *Store) TryMarks(ctx context.Context) {
	if err := s.marks.Try(ctx); err != nil && ctx.Err() == nil {
		s.warn(locale.Mark("Marks may not be saved: %s."), s.marks.Trouble(err))
	}
}

// backUpMarks makes the backup of the day, which reads all marks, and adds a warning if they
// are damaged.
func (s *Store) backUpMarks(ctx context.Context) {
	err := s.marks.Backup(ctx, time.Now())
	switch {
	case err == nil || ctx.Err() != nil:
	case marks.Damaged(err):
		s.warn(locale.Mark("Marks are damaged; a restart helps: %s."), s.marks.Trouble(err))
	default:
		s.log.Warn("no backup of the marks", "err", err) // TryMarks warns of a full disk
	}
}

// rescueMarks replaces the damaged marks at path by what can be saved of them. If several
// processes find them damaged, only one does this.
func (s *Store) rescueMarks(ctx context.Context, path string, a marks.Archive) (*marks.Marks, error) {
	l := newFileLock(path + ".lock")
	if _, err := l.wait(ctx, reportEvery, nil); err != nil {
		return nil, err
	}
	defer l.release()
	m, err := marks.Open(ctx, path, a)
	if !marks.Damaged(err) {
		return m, err
	}
	r, rescueErr := marks.Rescue(ctx, path)
	if rescueErr != nil {
		return nil, errors.Join(err, rescueErr)
	}
	if r.Saved == 1 {
		s.warn(locale.Mark("Marks were damaged; saved: 1 story of %s to %s."), r.Aside, path)
	} else {
		s.warn(locale.Mark("Marks were damaged; saved: %d stories of %s to %s."), r.Saved, r.Aside, path)
	}
	return marks.Open(ctx, path, a)
}
