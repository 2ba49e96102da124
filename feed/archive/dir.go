package archive

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"

	"dateline/feed/archive/names"
)

// batch is the number of names that are read from a folder before the context
// is checked.
const batch = 4096

// openDir is a folder that is opened when it is needed.
type openDir struct {
	root     *os.Root
	location string
	dir      *os.Root
}

func (d *openDir) open() (*os.Root, error) {
	if d.dir != nil {
		return d.dir, nil
	}
	dir, err := d.root.OpenRoot(d.location)
	d.dir = dir
	return dir, err
}

func (d *openDir) close() {
	if d.dir != nil {
		_ = d.dir.Close()
		d.dir = nil
	}
}

// readNames returns the names in dir that are not hidden, in the order of a walk;
// with an error it returns the names that it read before. It calls peek with the
// first names of a large folder, and keeps those that peek returns.
func readNames(ctx context.Context, dir *os.Root, peek func([]string) []string) ([]string, error) {
	f, err := dir.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	var list []string
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		// ReadDir would call lstat for each file before it returned the first.
		more, err := f.Readdirnames(batch)
		if list == nil && len(more) == batch {
			more = peek(more)
		}
		list = append(list, more...)
		if err != nil {
			list = slices.DeleteFunc(list, names.Hidden)
			slices.SortFunc(list, names.Compare)
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return list, err
		}
	}
}
