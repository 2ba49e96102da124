package archive

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"dateline/feed/archive/packed"
)

// readInside reads the file at path, which is in an archive that open opens. Without such an
// archive it returns err.
func readInside(ctx context.Context, open func(path string) (*file, error), path string, err error) ([]byte, error) {
	for end := strings.LastIndexByte(path, '/'); end > 0; end = strings.LastIndexByte(path[:end], '/') {
		f, openErr := open(path[:end])
		if openErr != nil {
			continue
		}
		defer f.Close() //nolint:errcheck // nothing was written; the loop ends here
		return readEntry(ctx, f, path[end+1:], path)
	}
	return nil, err
}

// errFound ends a walk at an entry that was looked for.
var errFound = errors.New("found")

// readEntry reads the entry called name of the archive f. A zip archive has a directory,
// but a tar archive is read up to the entry.
func readEntry(ctx context.Context, f *file, name, path string) (data []byte, err error) {
	if f.kind() == packed.Plain {
		return nil, unreadable(path, fs.ErrNotExist)
	}
	var readErr error
	err = f.unpacked().Each(ctx, func(e *packed.Entry) error {
		if e.Path != name {
			return nil
		}
		data, readErr = entryContent(e, path)
		return errFound
	})
	switch {
	case errors.Is(err, errFound):
		return data, readErr
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return nil, unreadable(path, fs.ErrNotExist)
}

// entryContent returns the content of e, whose path is path, as Source.Read does.
func entryContent(e *packed.Entry, path string) ([]byte, error) {
	if e.Size > MaxSize {
		return nil, tooLarge(path, e.Size)
	}
	data, err := e.Read(MaxSize)
	if err = unpackError(path, len(data), err); err != nil && len(data) > MaxSize {
		data = nil
	}
	return data, err
}
