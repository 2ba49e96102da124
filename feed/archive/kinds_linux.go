package archive

import (
	"os"
	"syscall"
)

// kinds opens the folder at so that reading it tells the kind of each entry. A
// folder that was opened through a root would ask for each file instead.
func kinds(root *os.Root, at string) (*os.File, error) {
	dir, err := root.OpenFile(at, os.O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	fd, err := syscall.Openat(int(dir.Fd()), ".", syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, &os.PathError{Op: "openat", Path: at, Err: err}
	}
	return os.NewFile(uintptr(fd), at), nil
}
