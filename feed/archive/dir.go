package archive

import (
	"context"
	"os"
	"sort"

	"dateline/feed/archive/disk"
	"dateline/feed/archive/glance"
	"dateline/feed/archive/names"
)

// batch is the number of names after which readNames calls peek.
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

// readNames returns the names in dir that are not hidden, in the order of a walk, and
// adds them to record; with an error it returns the names that it read before. It calls
// peek with the first names of a large folder, and keeps those that peek returns.
func readNames(ctx context.Context, dir *os.Root, record *glance.Listing, peek func([]string) ([]string, error)) ([]string, error) {
	f, err := dir.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	var list []string
	n := 0
	err = glance.List(ctx, f, func(name []byte, inode uint64, kind disk.Kind) (err error) {
		record.Add(name, inode, kind)
		list = append(list, string(name))
		if n++; n == batch {
			list, err = peek(list)
		}
		return err
	})
	if err == nil {
		record.Done()
	}
	sort.Slice(list, func(i, j int) bool { return names.Compare(list[i], list[j]) < 0 })
	return list, err
}
