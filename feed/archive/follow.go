package archive

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Watch implements Watchable.
func (f *folder) Watch() Watch {
	w := newWatch(f.key, "")
	w.walk = f.follow
	return w
}

// Watch implements Watchable. Of the file's folder only the file counts.
func (s *single) Watch() Watch {
	w := newWatch(filepath.Dir(s.key), s.key)
	w.walk = func(ctx context.Context, w *watch, _ []string, yield func(Entry) error) error {
		w.dir("", ".")
		return s.Walk(ctx, yield)
	}
	return w
}

// follow walks what lies at paths, or everything when that is nil, and lets w
// watch it.
func (f *folder) follow(ctx context.Context, w *watch, paths []string, yield func(Entry) error) error {
	root, err := os.OpenRoot(f.key)
	if err != nil {
		return openError(f.given, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	walk := newWalk(ctx, f, root, yield)
	walk.watch, walk.newest = w, w.newest
	if paths == nil {
		if err := walk.dir("", "."); err != nil {
			return err
		}
		return f.there(root, walk.any)
	}
	paths = outermost(paths)
	w.forget(paths)
	walk.seen = w.seen()
	for _, p := range paths {
		if err := walk.at(p); err != nil {
			return err
		}
	}
	return f.there(root, true)
}

// at walks what lies at a path, if its folder is still there. Of a folder that
// could not be watched the path must do; links in it are followed inside only.
func (w *walk) at(name string) error {
	dir := strings.TrimPrefix(path.Dir("/"+name), "/")
	at, ok := w.watch.lies(dir)
	if !ok {
		at = filepath.FromSlash(cmp.Or(dir, "."))
	}
	here := place{root: w.root, at: at}
	defer here.close()
	return w.one(&here, path.Base(name), name)
}

// outermost leaves out what lies below others.
func outermost(paths []string) []string {
	given := map[string]bool{}
	for _, p := range paths {
		given[p] = true
	}
	var out []string
	for _, p := range paths {
		below := false
		for dir := path.Dir(p); dir != "." && dir != "/" && !below; dir = path.Dir(dir) {
			below = given[dir]
		}
		if !below {
			out = append(out, p)
		}
	}
	return out
}

// dir watches the folder that lies at and is called path. It is called before
// the folder is listed, so that nothing is missed in between.
func (w *watch) dir(path, at string) {
	if w == nil {
		return
	}
	w.mu.Lock()
	was, ok := w.table.path[at]
	w.table.path[at], w.table.at[path] = path, at // before its first event
	w.mu.Unlock()
	if ok && was == path || w.add(at) {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.table.path, at)
	delete(w.table.at, path)
}

// link watches the file at, to which the link called path leads.
func (w *watch) link(path, at string) {
	if w == nil {
		return
	}
	dir := filepath.Dir(at)
	w.mu.Lock()
	w.table.link(at, path)
	_, known := w.table.path[dir]
	known = known || w.table.sides[dir]
	w.table.sides[dir] = true
	w.mu.Unlock()
	if !known {
		w.add(dir)
	}
}

// add watches the folder at, if that can be. No lock is held meanwhile: the
// system may wait for its events to be taken.
func (w *watch) add(at string) bool {
	w.mu.Lock()
	system := w.system
	if w.full {
		system = nil
	}
	w.mu.Unlock()
	if system == nil {
		return false
	}
	err := system.add(filepath.Join(w.root, at))
	switch {
	case err == nil:
		return true
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		// The folder above tells when that changes.
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.blind, w.full = true, true
	return false
}

// lies is where the watched folder called path lies.
func (w *watch) lies(path string) (at string, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	at, ok = w.table.at[path]
	return at, ok
}

// forget ends the watches at paths and below: what is still there is watched
// anew when it is walked, perhaps under another name.
func (w *watch) forget(paths []string) {
	var gone []string
	w.mu.Lock()
	system := w.system
	for _, p := range paths {
		gone = append(gone, w.table.forget(p)...)
	}
	w.mu.Unlock()
	for _, at := range gone {
		if system != nil {
			_ = system.remove(filepath.Join(w.root, at)) // it may have gone
		}
	}
}

// seen are the hidden folders that are there under a link.
func (w *watch) seen() map[string]bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := map[string]bool{}
	for at := range w.table.path {
		if within(at) {
			out[at] = true
		}
	}
	return out
}
