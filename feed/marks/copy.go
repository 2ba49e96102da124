package marks

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"

	"dateline/feed/sqlite"
)

// copyVersion copies the file beside itself, with the name of its version, unless there is
// such a copy.
func (m *Marks) copyVersion(ctx context.Context, version int) error {
	to := fmt.Sprintf("%s.v%d", m.path, version)
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return m.copyTo(ctx, to)
}

// copyTo writes a copy of the database to a new file.
func (m *Marks) copyTo(ctx context.Context, to string) error {
	part := fmt.Sprintf("%s.%d", to, os.Getpid())
	_ = os.Remove(part)
	if _, err := m.db.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return errors.Join(fmt.Errorf("copy the marks: %w", err), os.Remove(part))
	}
	return os.Rename(part, to)
}

// setAside renames the file at path, and the files that belong to it, to an unused
// name: "….damaged", else "….damaged.2" and so on. It returns the new name.
func setAside(path, why string) (string, error) {
	aside := path + "." + why
	for n := 2; sqlite.Taken(aside); n++ {
		aside = path + "." + why + "." + strconv.Itoa(n)
	}
	return aside, sqlite.Move(path, aside)
}
