package marks

import (
	"context"
	"errors"

	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// Error is a sentence that tells the reader what was not saved, and why.
type Error struct {
	sentence string
	err      error
}

// Error returns the sentence.
func (e *Error) Error() string { return e.sentence }

// Unwrap returns the error of the database or the disk.
func (e *Error) Unwrap() error { return e.err }

// failed returns err as a sentence that begins with result, because a narrow screen
// cuts off the end.
func (m *Marks) failed(result string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return err
	case m.onDisk && Damaged(err):
		suspect(m.path)
	}
	return &Error{result + ": " + m.Trouble(err), err}
}

// Trouble describes err in plain words, as the function Trouble does.
func (m *Marks) Trouble(err error) string { return Trouble(m.path, err) }

// Trouble describes err in plain words, without a final period, as a problem of the
// marks at path or of their disk.
func Trouble(path string, err error) string {
	if _, ok := errors.AsType[*NewerError](err); ok {
		return locale.F("%s was written by a newer dateline", path)
	}
	return sqlite.Trouble(path, err)
}

// Damaged reports whether err says that a file is damaged or not one of marks.
func Damaged(err error) bool { return sqlite.Damaged(err) || errors.Is(err, errNotMarks) }
