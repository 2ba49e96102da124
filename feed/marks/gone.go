package marks

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// gone writes the marks again after their file was deleted, or replaced by one that does not
// have the archive, which is set aside. A connection still has all of them. If another
// process has written them again, they are used.
func (m *Marks) gone(ctx context.Context, exec sqlite.Exec) {
	if exec == nil || m.archive == 0 || m.hasArchive(ctx) {
		return
	}
	aside, err := m.writeAgain(exec)
	switch {
	case err != nil:
		m.warn(locale.Mark("Marks will not be saved: %s was deleted, and %s."), m.path, m.Trouble(err))
	case aside != "":
		m.warn(locale.Mark("Marks were replaced; written again to %s, and the other file is %s."), m.path, aside)
	default:
		m.warn(locale.Mark("Marks were deleted; written again to %s."), m.path)
	}
}

// hasArchive reports whether the file at the path of the marks has their archive.
func (m *Marks) hasArchive(ctx context.Context) (has bool) {
	if _, err := os.Stat(m.path); err != nil {
		return false
	}
	other := sqlite.Pool(m.uri+"?mode=ro&_busy_timeout=10000", sqlite.Options{Conns: 1})
	defer other.Close() //nolint:errcheck // nothing was written
	err := other.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM archives WHERE num = ? AND name = ?)`, m.archive, m.name).Scan(&has)
	return err == nil && has
}

// writeAgain writes the marks to their path. It returns the path to which it has moved
// another file.
func (m *Marks) writeAgain(exec sqlite.Exec) (aside string, err error) {
	if err := os.MkdirAll(filepath.Dir(m.path), 0o700); err != nil {
		return "", err
	}
	part := fmt.Sprintf("%s.%d", m.path, os.Getpid())
	_ = os.Remove(part)
	defer os.Remove(part) //nolint:errcheck // there may be none
	if err := exec("VACUUM INTO ?", part); err != nil {
		return "", err
	}
	if _, err := os.Stat(m.path); err == nil {
		if aside, err = setAside(m.path, "replaced"); err != nil {
			return "", err
		}
	} else if err := sqlite.Remove(m.path); err != nil { // its log belongs to no file
		return "", err
	}
	if err := os.Link(part, m.path); err == nil || errors.Is(err, fs.ErrExist) {
		return aside, nil // another process was faster
	}
	return aside, os.Rename(part, m.path)
}
