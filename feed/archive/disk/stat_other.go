//go:build !linux && !darwin

package disk

import (
	"errors"
	"os"
)

// Lstat returns an error, because the times of a folder cannot be relied on here.
func Lstat(string) (f Folder, device uint64, err error) { return Folder{}, 0, errors.ErrUnsupported }

// Tree is an open folder.
type Tree struct{}

// OpenTree opens the folder at path.
func OpenTree(string) (*Tree, error) { return &Tree{}, nil }

// Lstat is Lstat of a path in t.
func (*Tree) Lstat(path string) (f Folder, device uint64, err error) { return Lstat(path) }

// Close closes the folder.
func (*Tree) Close() error { return nil }

// OpenFolder opens the folder at path to list it.
func OpenFolder(path string) (*os.File, error) { return os.Open(path) }
