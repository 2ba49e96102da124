package archive

import (
	"context"
	"os"
	"path/filepath"

	"dateline/feed/clean"
)

// single is an archive of one file on disk.
type single struct {
	path string // the base name of the path that Open was given
	key  string // the absolute path, links resolved
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
	return yield(fileEntry(s.path, info))
}

// Read implements Source.
func (s *single) Read(ctx context.Context, path string) ([]byte, error) {
	root, name, err := s.locate(path)
	if err != nil {
		return readInside(ctx, s.open, path, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return readRoot(ctx, root, name, path)
}

// open implements opener.
func (s *single) open(path string) (*file, error) {
	root, name, err := s.locate(path)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return openRoot(root, name, path)
}

// locate returns the name of the file in its folder, root, which the caller closes.
func (s *single) locate(path string) (root *os.Root, name string, err error) {
	if path != s.path {
		return nil, "", unreadable(path, os.ErrNotExist)
	}
	if root, err = os.OpenRoot(filepath.Dir(s.key)); err != nil {
		return nil, "", unreadable(path, err)
	}
	name = filepath.Base(s.key)
	if err := s.check(root, name, path); err != nil {
		_ = root.Close()
		return nil, "", err
	}
	return root, name, nil
}

// check returns an error if the file must not be read.
func (*single) check(root *os.Root, name, path string) error {
	info, err := root.Lstat(name)
	if err != nil {
		return unreadable(path, err)
	}
	if e := irregular(path, info); e != nil {
		err = e
	}
	return err
}
