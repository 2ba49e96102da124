package archive

import (
	"io"
	"io/fs"

	"dateline/feed/archive/packed"
)

// file is an open file of a source, a regular one. Not every fs.FS has files that can be
// read from any place; those have no bytes here.
type file struct {
	io.ReaderAt
	io.Closer

	size   int64
	stream fs.File // nil in memory
}

// newFile returns f, which is at path. It closes f if f is not a regular file.
func newFile(f fs.File, path string) (*file, error) {
	info, err := f.Stat()
	if err != nil {
		_ = f.Close()
		return nil, unreadable(path, err)
	}
	if e := irregular(path, info); e != nil {
		_ = f.Close()
		return nil, e
	}
	out := &file{nowhere{}, f, info.Size(), f}
	if at, ok := f.(io.ReaderAt); ok {
		out.ReaderAt = at
	}
	return out, nil
}

// nowhere is an io.ReaderAt that has no bytes.
type nowhere struct{}

// ReadAt implements io.ReaderAt.
func (nowhere) ReadAt([]byte, int64) (int, error) { return 0, io.EOF }

// kind returns how f is packed.
func (f *file) kind() packed.Kind {
	var head [packed.HeadLen]byte
	n, _ := f.ReadAt(head[:], 0) // a file that cannot be read is not packed
	return packed.KindOf(head[:n])
}

// unpacked returns f as a packed file.
func (f *file) unpacked() *packed.File { return packed.New(f.ReaderAt, f.size, f.kind()) }
