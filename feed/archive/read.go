package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"dateline/feed/archive/disk"
	"dateline/feed/archive/packed"
)

// chunk is the number of bytes that are read before the context is checked.
const chunk = 1 << 20

// readRoot reads the file at location in root; errors give its path. The file may have
// been replaced since it was looked at, so readRoot does not wait for a pipe's writer
// and checks the file again.
func readRoot(ctx context.Context, root *os.Root, location, path string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := openRoot(root, location, path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	return readFile(ctx, f, path)
}

// openRoot opens the file at location in root; errors give its path.
func openRoot(root *os.Root, location, path string) (*file, error) {
	f, err := root.OpenFile(location, os.O_RDONLY|disk.NoWait, 0)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return newFile(f, path)
}

// readFile is readRoot for an open file. It returns what is compressed in it, if it is.
func readFile(ctx context.Context, f *file, path string) ([]byte, error) {
	if f.size > MaxSize {
		if f.kind() != packed.Plain {
			return unpackFile(ctx, f.unpacked(), path)
		}
		large := tooLarge(path, f.size)
		large.Err = ErrLarge
		return nil, large
	}
	data, err := readWhole(ctx, f.stream, path)
	if err != nil {
		return nil, err
	}
	return unpack(ctx, data, path)
}

// readWhole reads f to its end if it is a regular file of at most MaxSize bytes, and never
// more than a byte beyond that.
func readWhole(ctx context.Context, f fs.File, path string) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, unreadable(path, err)
	}
	if e := irregular(path, info); e != nil {
		return nil, e
	}
	if info.Size() > MaxSize {
		return nil, tooLarge(path, info.Size())
	}
	// The extra byte lets the last read report the end without growing data.
	data := make([]byte, 0, info.Size()+1)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		end := min(cap(data), len(data)+chunk, MaxSize+1)
		n, err := f.Read(data[len(data):end])
		short := len(data)+n < end
		data = data[:len(data)+n]
		switch {
		case len(data) > MaxSize:
			return nil, tooLarge(path, 0)
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, unreadable(path, err)
		case short && int64(len(data)) == info.Size():
			return data, nil // waiting for io.EOF would cost another call for every file
		}
	}
}
