//go:build !linux && !darwin

package disk

import (
	"errors"
	"os"
)

// Lstat returns an error, because the times of a folder cannot be relied on here.
func Lstat(string) (f Folder, device uint64, err error) { return Folder{}, 0, errors.ErrUnsupported }

// OpenFolder opens the folder at path to list it.
func OpenFolder(path string) (*os.File, error) { return os.Open(path) }
