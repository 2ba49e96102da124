package archive

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"time"

	"dateline/feed/clean"
)

// FS returns the archive in fsys, with its name for people and its key.
func FS(name, key string, fsys fs.FS) Source {
	return &files{name: name, key: key, fsys: fsys}
}

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
	list = slices.DeleteFunc(list, func(d fs.DirEntry) bool { return hidden(d.Name()) })
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return descending(a.Name(), b.Name()) })
	for _, d := range list {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f.one(ctx, d, path.Join(dir, d.Name()), yield); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (f *files) one(ctx context.Context, d fs.DirEntry, name string, yield func(Entry) error) error {
	if d.IsDir() {
		return f.dir(ctx, name, yield)
	}
	info, err := d.Info()
	if err != nil {
		return yield(unreadable(name, err).entry(nil))
	}
	if e := refused(name, info); e != nil {
		return yield(e.entry(info))
	}
	return yield(Entry{Path: name, Size: info.Size(), ModTime: info.ModTime()})
}

// Read implements Source.
func (f *files) Read(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	file, err := f.fsys.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer file.Close() //nolint:errcheck // nothing was written
	return readFile(ctx, file, name, nil)
}

// Text returns the archive of one file in memory, as standard input is. Its
// file has name for its path. The caller must not change data afterwards.
func Text(name string, data []byte) Source {
	return &memory{name: name, data: data, time: time.Now()}
}

type memory struct {
	name string
	data []byte
	time time.Time
}

func (m *memory) Name() string { return clean.Line(m.name) }
func (m *memory) Key() string  { return "" }

// Walk implements Source.
func (m *memory) Walk(ctx context.Context, yield func(Entry) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	e := Entry{Path: m.name, Size: int64(len(m.data)), ModTime: m.time}
	if e.Size > MaxSize {
		large := tooLarge(m.name, e.Size)
		e.Problem, e.Detail = large.Problem, large.Detail
	}
	return yield(e)
}

// Read implements Source.
func (m *memory) Read(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case name != m.name:
		return nil, unreadable(name, os.ErrNotExist)
	case len(m.data) > MaxSize:
		return nil, tooLarge(name, int64(len(m.data)))
	}
	return bytes.Clone(m.data), nil
}
