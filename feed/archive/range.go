package archive

import (
	"context"
	"errors"
	"io"
	"os"

	"dateline/feed/archive/packed"
)

// Ranger is a Source that reads a part of a file without the rest of it.
type Ranger interface {
	Source
	// ReadRange returns length bytes of the content of the file at path from start, or
	// fewer if the content ends before, or if they are more than MaxSize. Its errors are those
	// of Read, but the file may be of any size. It reads a compressed file from its beginning.
	ReadRange(ctx context.Context, path string, start, length int64) ([]byte, error)
}

// ReadRange is Ranger.ReadRange for any Source. If src is not a Ranger, it reads the
// whole file.
func ReadRange(ctx context.Context, src Source, path string, start, length int64) ([]byte, error) {
	if r, ok := src.(Ranger); ok {
		return r.ReadRange(ctx, path, start, length)
	}
	data, err := src.Read(ctx, path)
	return (span{path, start, length}).of(data), err
}

// ReadRange implements Ranger.
func (f *folder) ReadRange(ctx context.Context, path string, start, length int64) ([]byte, error) {
	root, location, err := f.locate(path)
	if err != nil {
		return rangeInside(ctx, f.open, span{path, start, length}, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return readRange(ctx, root, location, span{path, start, length})
}

// ReadRange implements Ranger.
func (s *single) ReadRange(ctx context.Context, path string, start, length int64) ([]byte, error) {
	root, location, err := s.locate(path)
	if err != nil {
		return rangeInside(ctx, s.open, span{path, start, length}, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return readRange(ctx, root, location, span{path, start, length})
}

// span is length bytes, from start, of the file at path.
type span struct {
	path          string
	start, length int64
}

// of returns the bytes of s in data, the content of the file.
func (s span) of(data []byte) []byte {
	start := min(max(s.start, 0), int64(len(data)))
	return data[start:min(start+max(s.length, 0), int64(len(data)))]
}

// readRange is readRoot for a part of the file at location.
func readRange(ctx context.Context, root *os.Root, location string, s span) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := openRoot(root, location, s.path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	if f.kind() != packed.Plain {
		return s.unpacked(ctx, f)
	}
	length := min(s.length, f.size-s.start, MaxSize)
	if s.start < 0 || length <= 0 {
		return nil, nil
	}
	data := make([]byte, length)
	n, err := f.ReadAt(data, s.start)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(s.path, err)
	}
	return data[:n], nil
}

// unpacked returns the bytes of s in the content of f, which is compressed.
func (s span) unpacked(ctx context.Context, f *file) ([]byte, error) {
	data, err := readFile(ctx, f, s.path)
	if !errors.Is(err, ErrLarge) {
		return s.of(data), err
	}
	in, err := f.content(ctx, s.path)
	if err == nil {
		_, err = io.CopyN(io.Discard, in, s.start)
	}
	if err == nil {
		data, err = io.ReadAll(io.LimitReader(in, min(s.length, MaxSize)))
	}
	return data, err
}

// rangeInside is readInside for a part of a file.
func rangeInside(ctx context.Context, open func(path string) (*file, error), s span, err error) ([]byte, error) {
	data, err := readInside(ctx, open, s.path, err)
	return s.of(data), err
}
