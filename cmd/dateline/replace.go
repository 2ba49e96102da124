package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"dateline/feed/locale"
)

// replace writes a file that appears at path when write has returned without an error. An
// earlier file stays unless force is set.
func replace(path string, force bool, write func(io.Writer) error) (err error) {
	if !force {
		if _, err := os.Lstat(path); err == nil {
			return exists(path)
		}
	}
	part := fmt.Sprintf("%s.%d.part", path, os.Getpid())
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // as any file that a user writes
	if err != nil {
		return err
	}
	defer os.Remove(part) //nolint:errcheck // after the rename it is gone
	w := bufio.NewWriter(f)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if !force { // a link fails if another program has written the file
		switch err := os.Link(part, path); {
		case err == nil:
			return nil
		case errors.Is(err, fs.ErrExist):
			return exists(path)
		}
	}
	return os.Rename(part, path)
}

func exists(path string) error { return locale.Errorf("%s exists; --force overwrites it", path) }
