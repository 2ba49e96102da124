package archive

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/feed/clean"
	"dateline/feed/locale"
)

// Open returns the archive at path, a folder or a single file. A single file is an
// archive of one file whose path is its base name. The error is one sentence for
// the reader: path does not exist, cannot be read, or is neither a file nor a
// folder.
func Open(path string) (Source, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, openError(path, err)
	}
	key, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return nil, openError(path, err)
	}
	info, err := os.Stat(key)
	if err != nil {
		return nil, openError(path, err)
	}
	name := filepath.Base(abs)
	switch {
	case info.IsDir():
		return openFolder(path, folder{name: name, key: key, given: abs, info: info})
	case info.Mode().IsRegular():
		return &single{path: name, key: key}, nil
	}
	return nil, locale.Errorf("%q is neither a file nor a folder", clean.Line(path))
}

// openFolder returns f if the folder can be listed.
func openFolder(path string, f folder) (Source, error) {
	dir, err := os.Open(f.key)
	if err != nil {
		return nil, openError(path, err)
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	if _, err := dir.Readdirnames(1); err != nil && !errors.Is(err, io.EOF) {
		return nil, openError(path, err)
	}
	return &f, nil
}

// openError returns err as a sentence about the archive at path.
func openError(path string, err error) error {
	shown := clean.Line(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &pathError{locale.F("there is no file or folder %q", shown), err}
	case errors.Is(err, fs.ErrPermission):
		return &pathError{locale.F("permission to read %q was denied", shown), err}
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return &pathError{locale.F("%q cannot be read: %s", shown, clean.Line(err.Error())), err}
}

// pathError is a sentence that wraps the system's error.
type pathError struct {
	sentence string
	err      error
}

func (e *pathError) Error() string { return e.sentence }
func (e *pathError) Unwrap() error { return e.err }
