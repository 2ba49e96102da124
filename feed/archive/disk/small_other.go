//go:build !linux && !darwin

package disk

import (
	"errors"
	"io"
	"os"
	"slices"
)

// Dir is an open folder whose files are read by name.
type Dir struct{ root *os.Root }

// OpenIn opens the folder at path in root.
func OpenIn(root *os.Root, path string) (*Dir, error) {
	dir, err := root.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &Dir{dir}, nil
}

// Close closes the folder.
func (d *Dir) Close() error { return d.root.Close() }

// ReadSmall reads the file called name, into buf if that is large enough. It fails if
// the file is not a regular one of at most limit bytes, or if its size changes.
func (d *Dir) ReadSmall(name string, buf []byte, limit int64) ([]byte, error) {
	f, err := d.root.OpenFile(name, os.O_RDONLY|NoWait, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > limit {
		return nil, errNotSmall
	}
	size := int(info.Size())
	buf = slices.Grow(buf[:0], size+1) // the extra byte shows that the file has grown
	n, err := f.Read(buf[:size+1])
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if n != size {
		return nil, errNotSmall
	}
	return buf[:n], nil
}
