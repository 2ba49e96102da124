package archive

import (
	"cmp"
	"context"
	"errors"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"dateline/feed/archive/watch"
)

// Watchable is a Source that can report its changes.
type Watchable interface {
	Source
	// Watch returns a Watch that starts with its first Walk. The caller closes it.
	Watch() Watch
}

// Watch follows the changes of an archive; see the package comment. Walk and
// Next are for one goroutine.
type Watch interface {
	// Walk is Source.Walk over paths, which Next returned, or over everything if
	// paths is nil. It also starts to watch the folders that it visits.
	Walk(ctx context.Context, paths []string, yield func(Entry) error) error
	// Next waits until files may have changed and the changes have stopped, and
	// returns their paths; nil means everything. Its error is that of ctx.
	Next(ctx context.Context) (paths []string, err error)
	// Hurry makes Next look at the archive at once where changes are not reported, as on
	// a network drive. It may be called from any goroutine.
	Hurry()
	// Close ends the watch.
	Close() error
}

// follower is a Watch: a watch and the walk that registers folders with it.
type follower struct {
	*watch.Watch
	walk func(ctx context.Context, paths []string, newest bool, yield func(Entry) error) error
}

// Walk implements Watch.
func (f *follower) Walk(ctx context.Context, paths []string, yield func(Entry) error) error {
	return f.Watch.Walk(paths, func(paths []string) error { return f.walk(ctx, paths, false, yield) })
}

// Newest implements Newest.
func (f *follower) Newest(ctx context.Context, yield func(Entry) error) error {
	return f.Watch.Walk(nil, func([]string) error { return f.walk(ctx, nil, true, yield) })
}

// Watch implements Watchable.
func (f *folder) Watch() Watch {
	w := watch.Folder(f.key)
	return &follower{w, func(ctx context.Context, paths []string, newest bool, yield func(Entry) error) error {
		return f.follow(ctx, w, paths, newest, yield)
	}}
}

// Watch implements Watchable. It reports changes of this file alone.
func (s *single) Watch() Watch {
	w := watch.File(filepath.Dir(s.key), s.key)
	return &follower{w, func(ctx context.Context, _ []string, _ bool, yield func(Entry) error) error {
		w.Enter("", ".")
		return s.Walk(ctx, yield)
	}}
}

// follow walks paths, or everything if paths is nil, and registers with w the
// folders and links that it visits.
func (f *folder) follow(ctx context.Context, w *watch.Watch, paths []string, newest bool, yield func(Entry) error) error {
	walk, err := f.walk(ctx, yield)
	if err != nil {
		return err
	}
	defer walk.close()
	walk.watch, walk.newest = w, newest
	if paths == nil {
		walk.record(f.log)
		if err := walk.dir("", "."); err != nil {
			return err
		}
		return f.verify(walk)
	}
	walk.seen = w.Concealed()
	walk.locate = func(dir string) string {
		if location, ok := w.Location(dir); ok {
			return location
		}
		return filepath.FromSlash(dir)
	}
	return f.only(walk, paths)
}

// only walks paths.
func (f *folder) only(w *walk, paths []string) error {
	w.found = true // these paths alone do not show that the archive is empty
	for _, p := range paths {
		if err := w.path(p); err != nil {
			return err
		}
	}
	return f.verify(w)
}

// path walks the entry at p, if its folder still exists. Without a location of that
// folder, path takes p for its location, so it reaches nothing through links above p.
func (w *walk) path(p string) error {
	dir := strings.TrimPrefix(path.Dir("/"+p), "/")
	in := openDir{root: w.root, location: cmp.Or(w.locate(dir), ".")}
	defer in.close()
	if _, err := in.open(); errors.Is(err, syscall.ENOTDIR) {
		return nil // a file has replaced its folder
	}
	return w.entry(&in, path.Base(p), p)
}
