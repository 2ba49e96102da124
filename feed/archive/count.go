package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Counter is a Source that counts its files for much less than a walk costs.
type Counter interface {
	Source
	// Count is how many entries a Walk gives.
	Count(ctx context.Context) (int, error)
}

// Count implements Counter. It reads names and what the folder tells of their
// kind, and looks at no file but links.
func (f *folder) Count(ctx context.Context) (int, error) {
	root, err := os.OpenRoot(f.key)
	if err != nil {
		return 0, openError(f.given, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	n := 0
	w := newWalk(ctx, f, root, func(Entry) error { n++; return nil })
	w.each = w.count
	err = w.dir("", ".")
	return n, err
}

// count counts what is in the folder that lies at and is called path.
func (w *walk) count(path, at string) error {
	dir, err := kinds(w.root, at)
	if err != nil {
		return w.badDir(path, err)
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	var later []fs.DirEntry
	for {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		some, err := dir.ReadDir(batch)
		for _, d := range some {
			switch {
			case hidden(d.Name()):
			case d.IsDir(), d.Type()&fs.ModeSymlink != 0:
				later = append(later, d)
			default:
				_ = w.yield(Entry{}) // it counts
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return w.badDir(path, err)
		}
	}
	_ = dir.Close() // one folder is open at a time
	here := place{root: w.root, at: at}
	defer here.close()
	for _, d := range later {
		if d.IsDir() {
			err = w.dir(join(path, d.Name()), filepath.Join(at, d.Name()))
		} else {
			err = w.one(&here, d.Name(), join(path, d.Name()))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
