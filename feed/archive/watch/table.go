package watch

import (
	"path/filepath"
	"strings"

	"dateline/feed/archive/names"
)

// table records the folders that are watched and the links that lead to files. A
// path is a file's path in the archive; a location is its path in the root with
// links resolved.
type table struct {
	path     map[string]string          // of a watched folder, by location
	location map[string]string          // of a watched folder, by path
	links    map[string]map[string]bool // the paths of links to a file, by its location
	targets  map[string]bool            // the locations of the folders of linked files
}

func newTable() table {
	return table{
		path: map[string]string{}, location: map[string]string{},
		links: map[string]map[string]bool{}, targets: map[string]bool{},
	}
}

// name sets the path of the folder at location, and returns its old path.
func (t *table) name(path, location string) (old string, known bool) {
	old, known = t.path[location]
	t.path[location], t.location[path] = path, location
	return old, known
}

// remove takes the folder at location out of the table.
func (t *table) remove(path, location string) {
	delete(t.path, location)
	delete(t.location, path)
}

// link adds a link at path to the file at location, and reports whether the
// folder of that file is watched.
func (t *table) link(path, location string) (watched bool) {
	if t.links[location] == nil {
		t.links[location] = map[string]bool{}
	}
	t.links[location][path] = true
	dir := filepath.Dir(location)
	_, watched = t.path[dir]
	watched = watched || t.targets[dir]
	t.targets[dir] = true
	return watched
}

// paths returns the paths of the file or folder at location: the one in its
// folder, and those of the links to it.
func (t *table) paths(location string) []string {
	var out []string
	name := filepath.Base(location)
	if dir, ok := t.path[filepath.Dir(location)]; ok && !names.Hidden(name) {
		out = append(out, names.Join(dir, name))
	} else if path, ok := t.path[location]; ok {
		out = append(out, path)
	}
	for path := range t.links[location] {
		out = append(out, path)
	}
	return out
}

// forget removes the folders and links at path and below, and returns the
// locations of the folders that no longer need a watch.
func (t *table) forget(path string) []string {
	t.forgetLinks(path)
	if _, ok := t.location[path]; !ok {
		return nil
	}
	var out []string
	for p, location := range t.location {
		if inside(p, path) {
			t.remove(p, location)
			out = append(out, location)
		}
	}
	return out
}

// forgetLinks removes the links at path and below.
func (t *table) forgetLinks(path string) {
	for location, paths := range t.links {
		for p := range paths {
			if inside(p, path) {
				delete(paths, p)
			}
		}
		if len(paths) == 0 {
			delete(t.links, location)
		}
	}
}

// inside reports whether path is dir or lies below it.
func inside(path, dir string) bool { return path == dir || strings.HasPrefix(path, dir+"/") }
