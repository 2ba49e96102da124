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
	if path != s.path {
		return nil, unreadable(path, os.ErrNotExist)
	}
	root, err := os.OpenRoot(filepath.Dir(s.key))
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	name := filepath.Base(s.key)
	info, err := root.Lstat(name)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if e := refused(path, info); e != nil {
		return nil, e
	}
	return readRoot(ctx, root, name, path, nil)
}
