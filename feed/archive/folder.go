package archive

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/feed/archive/glance"
	"dateline/feed/clean"
	"dateline/feed/locale"
)

// folder is an archive on disk. It holds nothing open between calls, so that
// its disk can be unmounted, and replaced, while the program runs.
type folder struct {
	name  string
	key   string      // the absolute path, links resolved
	given string      // the absolute path that Open was given
	info  os.FileInfo // of the folder when it was opened
	log   *glance.Log // records the folders of a walk; may be nil
}

func (f *folder) Name() string { return clean.Line(f.name) }
func (f *folder) Key() string  { return f.key }

// Walk implements Source.
func (f *folder) Walk(ctx context.Context, yield func(Entry) error) error {
	return f.all(ctx, false, yield)
}

// Newest implements Newest.
func (f *folder) Newest(ctx context.Context, yield func(Entry) error) error {
	return f.all(ctx, true, yield)
}

// all walks everything, in the order of Newest if newest is true.
func (f *folder) all(ctx context.Context, newest bool, yield func(Entry) error) error {
	w, err := f.walk(ctx, yield)
	if err != nil {
		return err
	}
	defer w.close()
	w.newest = newest
	w.record(f.log)
	if err := w.dir("", "."); err != nil {
		return err
	}
	return f.verify(w)
}

// Count implements Counter. It reads the folders' listings, which have the kind
// of each entry, and looks up links only.
func (f *folder) Count(ctx context.Context) (n int, err error) {
	w, err := f.walk(ctx, func(Entry) error { n++; return nil })
	if err != nil {
		return 0, err
	}
	defer w.close()
	w.list = w.count
	err = w.dir("", ".")
	return n, err
}

// walk returns a walk through f, which the caller closes.
func (f *folder) walk(ctx context.Context, yield func(Entry) error) (*walk, error) {
	root, err := os.OpenRoot(f.key)
	if err != nil {
		return nil, openError(f.given, err)
	}
	return newWalk(ctx, f.resolver(root), yield), nil
}

// verify returns an error if the folder that w walked is missing, or has been
// replaced by an empty one, as when its disk was unmounted.
func (f *folder) verify(w *walk) error {
	cur, err := os.Stat(f.key)
	if err != nil {
		return openError(f.given, err)
	}
	walked, err := w.root.Stat(".")
	if err != nil || !os.SameFile(cur, walked) {
		return locale.Errorf("%q was replaced while it was read", clean.Line(f.given))
	}
	if !w.found && !os.SameFile(cur, f.info) {
		return locale.Errorf("%q is now an empty folder; its disk may not be mounted", clean.Line(f.given))
	}
	return nil
}

// Read implements Source.
func (f *folder) Read(ctx context.Context, path string) ([]byte, error) {
	root, location, err := f.locate(path)
	if err != nil {
		return readInside(ctx, f.open, path, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return readRoot(ctx, root, location, path)
}

// open implements opener.
func (f *folder) open(path string) (*file, error) {
	root, location, err := f.locate(path)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return openRoot(root, location, path)
}

// locate returns the location of the file at path in root, which the caller closes. The
// file there is no link.
func (f *folder) locate(path string) (root *os.Root, location string, err error) {
	if root, err = os.OpenRoot(f.key); err != nil {
		return nil, "", unreadable(path, err)
	}
	location, err = f.locateIn(root, path)
	if err != nil {
		_ = root.Close()
		return nil, "", err
	}
	return root, location, nil
}

func (f *folder) locateIn(root *os.Root, path string) (string, error) {
	name := filepath.FromSlash(path)
	if !filepath.IsLocal(name) {
		return "", unreadable(path, errLeaves)
	}
	location := name
	info, err := root.Lstat(name)
	if err != nil || info.Mode()&fs.ModeSymlink != 0 { // resolve takes several calls for each folder
		location, info, err = f.resolver(root).resolve(name, nil)
	}
	if err != nil {
		return "", unreadable(path, err)
	}
	if e := irregular(path, info); e != nil {
		return "", e
	}
	return location, nil
}

// resolver returns the resolver of links in the folder, which root is open on.
func (f *folder) resolver(root *os.Root) resolver {
	return resolver{root: root, key: f.key, given: f.given}
}
