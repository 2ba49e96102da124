package disk

import (
	"os"
	"syscall"
)

// OpenDir opens the folder at path in root so that ReadDir takes the kind of each
// entry from the listing. For a folder opened by root, it would call lstat for
// each entry.
func OpenDir(root *os.Root, path string) (*os.File, error) {
	dir, err := root.OpenFile(path, os.O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	fd, err := syscall.Openat(int(dir.Fd()), ".", syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, &os.PathError{Op: "openat", Path: path, Err: err}
	}
	return os.NewFile(uintptr(fd), path), nil
}
