package feed

import (
	"context"
	"errors"
	"path/filepath"

	"dateline/feed/marks"
)

// openMarks opens the marks in dir, or in memory.
func (s *Store) openMarks(ctx context.Context, dir string) (err error) {
	if dir == "" {
		s.marks, err = marks.InMemory(ctx)
		return err
	}
	path := filepath.Join(dir, "marks.db")
	s.marks, err = marks.Open(ctx, path)
	if marks.Damaged(err) {
		s.marks, err = s.newMarks(ctx, path)
	}
	switch {
	case ctx.Err() != nil:
		if err == nil {
			err = s.marks.Close()
		}
		return errors.Join(ctx.Err(), err)
	case err != nil:
		s.warn("Marks will not be saved: %s.", marks.Trouble(path, err))
		s.marks, err = marks.InMemory(ctx)
		return err
	}
	return nil
}

// TryMarks writes to the marks database and adds a warning if that fails. Reading the
// marks would not detect a full disk.
func (s *Store) TryMarks(ctx context.Context) {
	if err := s.marks.Try(ctx); err != nil && ctx.Err() == nil {
		s.warn("Marks may not be saved: %s.", s.marks.Trouble(err))
	}
}

// newMarks sets the damaged marks at path aside and creates new ones. If several
// processes find them damaged, only one does this.
func (s *Store) newMarks(ctx context.Context, path string) (*marks.Marks, error) {
	l := newFileLock(path + ".lock")
	if _, err := l.wait(ctx, reportEvery, nil); err != nil {
		return nil, err
	}
	defer l.release()
	m, err := marks.Open(ctx, path)
	if !marks.Damaged(err) {
		return m, err
	}
	aside, moveErr := marks.SetAside(path)
	if moveErr != nil {
		return nil, errors.Join(err, moveErr)
	}
	s.warn("Marks were damaged and set aside as %s.", aside)
	return marks.Open(ctx, path)
}
