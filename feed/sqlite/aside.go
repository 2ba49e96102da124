package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// suffixes has the suffix of each file of a database. The database itself comes last:
// a log that was left behind would be read into the next database of that name.
var suffixes = []string{"-wal", "-shm", ""}

// Taken reports whether any file of a database at path exists.
func Taken(path string) bool {
	for _, suffix := range suffixes {
		if _, err := os.Lstat(path + suffix); !errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}

// Move renames the database at path with the files that belong to it. A file that
// does not exist is no error.
func Move(path, to string) error {
	for _, suffix := range suffixes {
		if err := os.Rename(path+suffix, to+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("set the database aside: %w", err)
		}
	}
	return nil
}

// Remove deletes the database at path with the files that belong to it. A file
// that does not exist is no error.
func Remove(path string) error {
	for _, suffix := range suffixes {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove the database: %w", err)
		}
	}
	return nil
}
