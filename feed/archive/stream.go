package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"dateline/feed/archive/packed"
)

// Stream returns the content of the file at path, of any size and without its compression. Its
// errors are those of Read. The caller closes it.
func (r *Reader) Stream(ctx context.Context, path string) (io.ReadCloser, error) {
	src, ok := r.src.(opener)
	if !ok {
		return nil, unreadable(path, fs.ErrInvalid)
	}
	f, err := src.open(path)
	if err != nil {
		return nil, err
	}
	in, err := f.content(ctx, path)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{in, f}, nil
}

// content returns what is in f, which is at path and was not read from.
func (f *file) content(ctx context.Context, path string) (io.Reader, error) {
	var in io.Reader = io.NewSectionReader(f, 0, f.size)
	var err error
	switch {
	case f.kind() != packed.Plain:
		in, err = f.unpacked().Stream(ctx)
	case f.stream != nil:
		in = io.LimitReader(f.stream, f.size)
	}
	return &contentReader{in, path, 0}, unpackError(path, 0, err)
}

// contentReader is a reader whose errors are *Error.
type contentReader struct {
	r    io.Reader
	path string
	n    int
}

// Read implements io.Reader.
func (s *contentReader) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.n = min(s.n+n, MaxSize)
	if err == nil || err == io.EOF {
		return n, err
	}
	if _, ok := errors.AsType[*packed.DamageError](err); ok {
		return n, unpackError(s.path, s.n, err)
	}
	return n, unreadable(s.path, err)
}
