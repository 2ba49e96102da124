package watch

import (
	"errors"
	"io/fs"
	"path/filepath"

	"dateline/feed/archive/names"
)

// Enter watches the folder at location, whose path is path. The walk calls it
// before it lists the folder, so that no change is missed in between. A nil
// Watch ignores the call.
func (w *Watch) Enter(path, location string) {
	if w == nil {
		return
	}
	w.mu.Lock()
	old, known := w.table.name(path, location) // before the folder's first event
	w.mu.Unlock()
	if known && old == path || w.add(location) {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.table.remove(path, location)
}

// Link watches the file at location, the target of the link at path. A nil Watch
// ignores the call.
func (w *Watch) Link(path, location string) {
	if w == nil {
		return
	}
	w.mu.Lock()
	watched := w.table.link(path, location)
	w.mu.Unlock()
	if !watched {
		w.add(filepath.Dir(location))
	}
}

// add adds a system watch for the folder at location, and reports whether it
// could. It holds no lock meanwhile, because the system may wait until its events
// are received.
func (w *Watch) add(location string) bool {
	w.mu.Lock()
	system := w.system
	if w.full {
		system = nil
	}
	w.mu.Unlock()
	if system == nil {
		return false
	}
	err := system.add(filepath.Join(w.root, location))
	switch {
	case err == nil:
		return true
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		// An event in the parent folder reports when that changes.
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.blind, w.full = true, true
	return false
}

// forget ends the watches at paths and below, and returns the outermost of
// paths. A walk then watches the folders that still exist, perhaps under other
// paths. So watches at pending paths end too: the system has one watch for a folder,
// and ending that at its old path after the walk of its new one would end both.
func (w *Watch) forget(paths []string) []string {
	paths = names.Outermost(paths)
	var unwatched []string
	w.mu.Lock()
	system := w.system
	for _, p := range paths {
		unwatched = append(unwatched, w.table.forget(p)...)
	}
	for p := range w.pending.paths {
		if _, folder := w.table.location[p]; folder {
			unwatched = append(unwatched, w.table.forget(p)...)
		}
	}
	w.mu.Unlock()
	for _, location := range unwatched {
		if system != nil {
			_ = system.remove(filepath.Join(w.root, location)) // the folder may be gone
		}
	}
	return paths
}

// Location returns the location of the watched folder at path.
func (w *Watch) Location(path string) (location string, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	location, ok = w.table.location[path]
	return location, ok
}

// Concealed returns the locations of the watched folders that a walk reaches
// only through a link.
func (w *Watch) Concealed() map[string]bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := map[string]bool{}
	for location := range w.table.path {
		if names.Concealed(location) {
			out[location] = true
		}
	}
	return out
}
