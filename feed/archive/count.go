package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/feed/archive/disk"
	"dateline/feed/archive/names"
)

// Counter is a Source that counts its files at much less cost than a walk.
type Counter interface {
	Source
	// Count returns the number of entries that a Walk yields.
	Count(ctx context.Context) (int, error)
}

// count yields an empty Entry for each entry of the folder at location, whose
// path is path.
func (w *walk) count(path, location string) error {
	dir, err := disk.OpenDir(w.root, location)
	if err != nil {
		return w.badDir(path, err)
	}
	others, err := w.countFiles(dir)
	_ = dir.Close() // keeps one folder open at a time
	if w.ctx.Err() != nil {
		return w.ctx.Err()
	}
	if err != nil {
		return w.badDir(path, err)
	}
	in := openDir{root: w.root, location: location}
	defer in.close()
	for _, d := range others {
		next := names.Join(path, d.Name())
		if d.IsDir() {
			err = w.dir(next, filepath.Join(location, d.Name()))
		} else {
			err = w.entry(&in, d.Name(), next)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// countFiles yields an empty Entry for each file in dir, and returns the folders
// and links.
func (w *walk) countFiles(dir *os.File) (others []fs.DirEntry, err error) {
	for {
		if err := w.ctx.Err(); err != nil {
			return nil, err
		}
		list, err := dir.ReadDir(batch)
		for _, d := range list {
			switch {
			case names.Hidden(d.Name()):
			case d.IsDir(), d.Type()&fs.ModeSymlink != 0:
				others = append(others, d)
			default:
				_ = w.yield(Entry{}) // Count's yield only counts
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return others, nil
		case err != nil:
			return others, err
		}
	}
}
