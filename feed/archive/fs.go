package archive

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"

	"dateline/feed/archive/names"
	"dateline/feed/clean"
)

// FS returns the archive of the files in fsys; name and key are its Name and Key.
func FS(name, key string, fsys fs.FS) Source {
	return &files{name: name, key: key, fsys: fsys}
}

// files is an archive in an fs.FS.
type files struct {
	name, key string
	fsys      fs.FS
}

func (f *files) Name() string { return clean.Line(f.name) }
func (f *files) Key() string  { return f.key }

// Walk implements Source.
func (f *files) Walk(ctx context.Context, yield func(Entry) error) error {
	return f.dir(ctx, ".", yield)
}

func (f *files) dir(ctx context.Context, dir string, yield func(Entry) error) error {
	list, err := fs.ReadDir(f.fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		if err := yield(unreadable(dir, err).entry(nil)); err != nil {
			return err
		}
	}
	list = slices.DeleteFunc(list, func(d fs.DirEntry) bool { return names.Hidden(d.Name()) })
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return names.Compare(a.Name(), b.Name()) })
	for _, d := range list {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f.entry(ctx, d, path.Join(dir, d.Name()), yield); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (f *files) entry(ctx context.Context, d fs.DirEntry, name string, yield func(Entry) error) error {
	if d.IsDir() {
		return f.dir(ctx, name, yield)
	}
	info, err := d.Info()
	if err != nil {
		return yield(unreadable(name, err).entry(nil))
	}
	return yield(fileEntry(name, info))
}

// Read implements Source.
func (f *files) Read(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := f.open(name)
	if err != nil {
		return readInside(ctx, f.open, name, err)
	}
	defer in.Close() //nolint:errcheck // nothing was written
	return readFile(ctx, in, name)
}

// open implements opener.
func (f *files) open(name string) (*file, error) {
	in, err := f.fsys.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return newFile(in, name)
}
