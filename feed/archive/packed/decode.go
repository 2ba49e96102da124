package packed

import (
	"bufio"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"errors"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/therootcompany/xz"
)

// open returns the decompressed bytes of f, or those of f itself if it is not compressed.
func (f *File) open(ctx context.Context) (io.Reader, error) {
	r, err := decoder(f.kind, &checked{ctx, io.NewSectionReader(f.r, 0, f.size)})
	if err != nil {
		return nil, damaged(ctx, err)
	}
	return &metered{r, f}, nil
}

// decoder returns a decoder of r, or r itself if kind is no compression.
func decoder(kind Kind, r io.Reader) (io.Reader, error) {
	switch kind {
	case Gzip:
		return gzip.NewReader(bufio.NewReaderSize(r, 32<<10))
	case Bzip2:
		return bzip2.NewReader(bufio.NewReaderSize(r, 32<<10)), nil
	case XZ:
		x, err := xz.NewReader(bufio.NewReaderSize(r, 32<<10), xz.DefaultDictMax)
		if err != nil {
			return nil, xzError(err)
		}
		return xzReader{x}, nil
	case Zstd:
		z, err := zstd.NewReader(bufio.NewReaderSize(r, 32<<10), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		return zstdReader{z}, err
	}
	return r, nil
}

// maxWindow is the largest window of a zstd file, in bytes.
const maxWindow = 64 << 20

// errMemory says that a decoder would need too much memory.
func errMemory(err error) error {
	return &DamageError{Reason: "to unpack it takes more than 64 MiB of memory", Large: true, Err: err}
}

// zstdReader is a zstd.Decoder whose errors are sentences of this package. The decoder has
// no goroutines, so it need not be closed.
type zstdReader struct{ r io.Reader }

// Read implements io.Reader.
func (z zstdReader) Read(p []byte) (int, error) {
	n, err := z.r.Read(p)
	if errors.Is(err, zstd.ErrWindowSizeExceeded) {
		err = errMemory(err)
	}
	return n, err
}

// xzReader is an xz.Reader whose errors are sentences of this package.
type xzReader struct{ *xz.Reader }

// Read implements io.Reader.
func (x xzReader) Read(p []byte) (int, error) {
	n, err := x.Reader.Read(p)
	return n, xzError(err)
}

func xzError(err error) error {
	switch {
	case errors.Is(err, xz.ErrBuf):
		return io.ErrUnexpectedEOF
	case errors.Is(err, xz.ErrMemlimit):
		return errMemory(err)
	}
	return err
}

// checked is a reader that stops when its context ends.
type checked struct {
	ctx context.Context //nolint:containedctx // a read is part of one call
	r   io.Reader
}

// Read implements io.Reader.
func (c *checked) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// metered is a reader whose bytes are counted for its file.
type metered struct {
	r io.Reader
	f *File
}

// Read implements io.Reader.
func (m *metered) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if over := m.f.spend(n); over != nil {
		return n, over
	}
	return n, err
}
