package marks

import (
	"context"
	"errors"

	"dateline/feed/sqlite"
)

// Error is a sentence for people about what was not saved, and why.
type Error struct {
	sentence string
	err      error
}

// Error is the sentence.
func (e *Error) Error() string { return e.sentence }

// Unwrap is the error of the database or the disk.
func (e *Error) Unwrap() error { return e.err }

// failed returns err as a sentence that begins with its consequence. If there is no
// room for all of it, for instance because a file name is long, the end is cut off.
func (m *Marks) failed(result string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return err
	}
	return &Error{result + ": " + m.Trouble(err), err}
}

// Trouble says what is wrong with the marks or with the disk under them.
func (m *Marks) Trouble(err error) string { return Trouble(m.path, err) }

// Trouble says in plain words, without a full stop, what is wrong with the
// marks at path or with the disk under them.
func Trouble(path string, err error) string {
	if _, ok := errors.AsType[*NewerError](err); ok {
		return path + " was written by a newer dateline"
	}
	return sqlite.Trouble(path, err)
}

// Damaged reports whether err says that a file is not one of sound marks.
func Damaged(err error) bool { return sqlite.Damaged(err) || errors.Is(err, errNotMarks) }
