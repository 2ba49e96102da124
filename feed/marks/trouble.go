package marks

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Error is a sentence for people about what was not kept, and why.
type Error struct {
	sentence string
	err      error
}

// Error is the sentence.
func (e *Error) Error() string { return e.sentence }

// Unwrap is the error of the database or the disk.
func (e *Error) Unwrap() error { return e.err }

// failed is err as a sentence that begins with what came of it: where there is
// no room for all of it, as the name of a file is long, the end is cut.
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
// database file at path or with the disk under it.
func Trouble(path string, err error) string {
	if _, ok := errors.AsType[*NewerError](err); ok {
		return path + " was written by a newer dateline"
	}
	if Full(err) {
		return "the disk is full that holds " + filepath.Dir(path)
	}
	if bad, ok := errors.AsType[*fs.PathError](err); ok {
		return bad.Path + " cannot be used: " + bad.Err.Error()
	}
	switch code(err) & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return path + " is damaged"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return path + " cannot be written to"
	case sqlite3.SQLITE_CANTOPEN:
		return path + " cannot be opened or made"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return path + " is in use by another program"
	case sqlite3.SQLITE_IOERR:
		return "the disk cannot read or write " + path
	case sqlite3.SQLITE_NOMEM:
		return "there is not enough memory"
	}
	return path + " cannot be used"
}

// Damaged reports whether err says that a database file makes no sense.
func Damaged(err error) bool {
	switch code(err) & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return true
	}
	return errors.Is(err, errNotMarks)
}

// Full reports whether err says that there is no room on the disk.
func Full(err error) bool {
	c := code(err)
	return c&0xff == sqlite3.SQLITE_FULL || c == sqlite3.SQLITE_IOERR_SHMSIZE || errors.Is(err, syscall.ENOSPC)
}

// code is SQLite's extended result code in err, 0 without one.
func code(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code()
	}
	return 0
}
