package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"dateline/feed/locale"
)

// Version is the version of SQLite.
const Version = sqlite3.SQLITE_VERSION

// ErrInvalid means that a table has a value that no statement stores there.
var ErrInvalid = errors.New("the database has invalid values")

// extended returns SQLite's extended result code in err, or 0 if it has none.
func extended(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code()
	}
	return 0
}

// code returns SQLite's primary result code in err, or 0 if it has none.
func code(err error) int { return extended(err) & 0xff }

// is reports whether err has one of SQLite's primary result codes.
func is(err error, codes ...int) bool { return slices.Contains(codes, code(err)) }

// Busy reports whether err says that another process or connection uses the
// database.
func Busy(err error) bool { return is(err, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) }

// Damaged reports whether err says that the file is damaged or not a database.
func Damaged(err error) bool { return is(err, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) }

// Inconsistent reports whether err says that the rows of an undamaged file break the
// rules of their tables.
func Inconsistent(err error) bool {
	return is(err, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH) || errors.Is(err, ErrInvalid)
}

// Foreign reports whether err says that the tables are not the ones that a
// statement expects.
func Foreign(err error) bool { return is(err, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA) }

// Full reports whether err says that there is no room on the disk, for anybody or by a quota.
func Full(err error) bool {
	return is(err, sqlite3.SQLITE_FULL) || extended(err) == sqlite3.SQLITE_IOERR_SHMSIZE || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// NoRoom reports whether err says that the database cannot be written where it
// is: a full disk, a folder that vanished or became read-only.
func NoRoom(err error) bool {
	return is(err, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
}

// Trouble describes err in plain words, without a final period, as a problem of the
// database file at path or of its disk.
func Trouble(path string, err error) string {
	if Full(err) {
		return locale.F("the disk is full at %s", filepath.Dir(path))
	}
	if bad, ok := errors.AsType[*fs.PathError](err); ok {
		return locale.F("%s cannot be used: %s", bad.Path, bad.Err.Error())
	}
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return locale.F("%s is damaged", path)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return locale.F("%s cannot be written to", path)
	case sqlite3.SQLITE_CANTOPEN:
		return locale.F("%s cannot be opened or created", path)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return locale.F("%s is in use by another program", path)
	case sqlite3.SQLITE_IOERR:
		return locale.F("the disk cannot read or write %s", path)
	case sqlite3.SQLITE_NOMEM:
		return locale.T("there is not enough memory")
	}
	return locale.F("%s cannot be used", path)
}

// ScanError returns the error of reading a row, wrapped in ErrInvalid unless SQLite,
// the end of ctx, a missing row or a refused connection caused it.
func ScanError(ctx context.Context, err error) error {
	if err == nil || code(err) != 0 || ctx.Err() != nil || errors.Is(err, sql.ErrNoRows) || errors.Is(err, ErrRefused) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrInvalid, err)
}
