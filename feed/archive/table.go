package archive

import (
	"path/filepath"
	"strings"
)

// table is what is watched and what it is called. Where a folder or file lies
// is written as the system does, its path as an archive does.
type table struct {
	path  map[string]string          // of a watched folder, by where it lies
	at    map[string]string          // the other way round
	links map[string]map[string]bool // the paths of links to a file, by where it lies
	sides map[string]bool            // folders that are watched only for what links lead to
}

func newTable() table {
	return table{
		path: map[string]string{}, at: map[string]string{},
		links: map[string]map[string]bool{}, sides: map[string]bool{},
	}
}

// paths are what an entry that lies at is called: by its folder, and by the
// links to it.
func (t *table) paths(at string) []string {
	var out []string
	if dir, ok := t.path[filepath.Dir(at)]; ok && !hidden(filepath.Base(at)) {
		out = append(out, join(dir, filepath.Base(at)))
	} else if path, ok := t.path[at]; ok {
		out = append(out, path)
	}
	for path := range t.links[at] {
		out = append(out, path)
	}
	return out
}

// link notes that the link called path leads to the file at.
func (t *table) link(at, path string) {
	if t.links[at] == nil {
		t.links[at] = map[string]bool{}
	}
	t.links[at][path] = true
}

// forget takes out what is at path and below, and returns where folders lie
// that need not be watched any more.
func (t *table) forget(path string) []string {
	for at, paths := range t.links {
		for p := range paths {
			if p == path || strings.HasPrefix(p, path+"/") {
				delete(paths, p)
			}
		}
		if len(paths) == 0 {
			delete(t.links, at)
		}
	}
	if _, ok := t.at[path]; !ok {
		return nil
	}
	var out []string
	for p, at := range t.at {
		if p == path || strings.HasPrefix(p, path+"/") {
			delete(t.at, p)
			delete(t.path, at)
			out = append(out, at)
		}
	}
	return out
}
