package archive

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"dateline/feed/clean"
)

// folder is an archive on disk. It holds nothing open between calls, so it
// can be unmounted, and replaced while the program runs.
type folder struct {
	name  string
	key   string      // absolute, links resolved
	given string      // absolute, as it was asked for
	info  os.FileInfo // of the folder that was opened
}

func (f *folder) Name() string { return clean.Line(f.name) }
func (f *folder) Key() string  { return f.key }

// Walk implements Source.
func (f *folder) Walk(ctx context.Context, yield func(Entry) error) error {
	return f.all(ctx, false, yield)
}

// there is the error of a walk whose folder has gone meanwhile, or is an empty
// one in the place of that which was opened: what is left where a disk was.
func (f *folder) there(root *os.Root, anything bool) error {
	now, err := os.Stat(f.key)
	if err != nil {
		return openError(f.given, err)
	}
	walked, err := root.Stat(".")
	if err != nil || !os.SameFile(now, walked) {
		return fmt.Errorf("%q was replaced while it was read", clean.Line(f.given))
	}
	if !anything && !os.SameFile(now, f.info) {
		return fmt.Errorf("%q is an empty folder now; perhaps its disk is not there", clean.Line(f.given))
	}
	return nil
}

// Read implements Source.
func (f *folder) Read(ctx context.Context, path string) ([]byte, error) {
	root, err := os.OpenRoot(f.key)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	name := filepath.FromSlash(path)
	if !filepath.IsLocal(name) {
		return nil, unreadable(path, errLeaves)
	}
	at, info, err := f.resolve(root, name)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if e := refused(path, info); e != nil {
		return nil, e
	}
	return readRoot(ctx, root, at, path, nil)
}

// single is an archive of one file on disk.
type single struct {
	path string // its base name, as it was asked for
	key  string // absolute, links resolved
}

func (s *single) Name() string { return clean.Line(s.path) }
func (s *single) Key() string  { return s.key }

// Walk implements Source.
func (s *single) Walk(ctx context.Context, yield func(Entry) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	info, err := os.Lstat(s.key)
	if err != nil {
		return yield(unreadable(s.path, err).entry(nil))
	}
	if e := refused(s.path, info); e != nil {
		return yield(e.entry(info))
	}
	return yield(Entry{Path: s.path, Size: info.Size(), ModTime: info.ModTime(), Inode: inode(info)})
}

// Read implements Source.
func (s *single) Read(ctx context.Context, path string) ([]byte, error) {
	if path != s.path {
		return nil, unreadable(path, os.ErrNotExist)
	}
	root, err := os.OpenRoot(filepath.Dir(s.key))
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	at := filepath.Base(s.key)
	info, err := root.Lstat(at)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if e := refused(path, info); e != nil {
		return nil, e
	}
	return readRoot(ctx, root, at, path, nil)
}
