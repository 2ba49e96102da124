//go:build linux || darwin

package disk

import (
	"os"
	"slices"

	"golang.org/x/sys/unix"
)

// Dir is an open folder whose files are read by name.
type Dir struct {
	file *os.File
	fd   int
}

// OpenIn opens the folder at path in root.
func OpenIn(root *os.Root, path string) (*Dir, error) {
	f, err := root.OpenFile(path, unix.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	return &Dir{file: f, fd: int(f.Fd())}, nil
}

// Close closes the folder.
func (d *Dir) Close() error { return d.file.Close() }

// ReadSmall reads the file called name, into buf if that is large enough. It fails if
// the file is not a regular one of at most limit bytes, as a link is not, or if its size
// changes. An os.File would take twice as long: it has a finalizer and asks the
// poller, which takes no regular files.
func (d *Dir) ReadSmall(name string, buf []byte, limit int64) ([]byte, error) {
	fd, err := unix.Openat(d.fd, name, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_CLOEXEC|NoWait, 0)
	if err != nil {
		return nil, &os.PathError{Op: "openat", Path: name, Err: err}
	}
	defer unix.Close(fd) //nolint:errcheck // nothing was written
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return nil, &os.PathError{Op: "fstat", Path: name, Err: err}
	}
	if st.Mode&unix.S_IFMT != unix.S_IFREG || st.Size > limit {
		return nil, errNotSmall
	}
	size := int(st.Size)
	buf = slices.Grow(buf[:0], size+1) // the extra byte shows that the file has grown
	n, err := unix.Read(fd, buf[:size+1])
	if err != nil {
		return nil, &os.PathError{Op: "read", Path: name, Err: err}
	}
	if n != size {
		return nil, errNotSmall
	}
	return buf[:n], nil
}
