package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
)

// chunk is how much is read between two looks at the context.
const chunk = 1 << 20

// readRoot reads the file at, which is called path in errors, into room where
// there is enough of it. What it opens can have been swapped since it was looked
// at: it does not wait for a pipe's writer, and looks again at what it has.
func readRoot(ctx context.Context, root *os.Root, at, path string, room []byte) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := root.OpenFile(at, os.O_RDONLY|noWait, 0)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close() //nolint:errcheck // nothing was written
	return readFile(ctx, f, path, room)
}

// readFile is readRoot for a file that is open. It reads the whole of f, if it is
// a regular file and no larger than MaxSize; it never reads more than one byte
// over that.
func readFile(ctx context.Context, f fs.File, path string, room []byte) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, unreadable(path, err)
	}
	if e := refused(path, info); e != nil {
		return nil, e
	}
	// One byte more than the size: the end is then seen without growing.
	data := slices.Grow(room[:0], int(info.Size())+1)
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
			return data, nil // to be told of the end too would be a call more for every file
		}
	}
}
