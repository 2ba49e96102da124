// Package names holds the rules about the names of files in an archive: which
// are hidden, which contain a date, and the order in which a walk visits them.
//
// A name may be any bytes. A path in an archive has slashes; a location on disk
// has the system's separators.
package names

import (
	"cmp"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Compare orders names as a walk does, in descending byte order. In an archive
// whose names begin with a date, the newest come first.
func Compare(a, b string) int { return cmp.Compare(b, a) }

// Hidden reports whether a walk leaves out name.
func Hidden[T string | []byte](name T) bool {
	n := len(name)
	return n > 0 && (name[0] == '.' || name[n-1] == '~' || n > 1 && name[0] == '#' && name[n-1] == '#')
}

// Concealed reports whether the folder at location is hidden or lies in a
// hidden one, so that a walk reaches it only through a link.
func Concealed(location string) bool {
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(location), "/"), func(name string) bool {
		return name != "." && Hidden(name)
	})
}

// Join joins dir and name with a slash, and does not clean the result.
func Join(dir, name string) string {
	if dir == "" {
		return name
	}
	return dir + "/" + name
}

// Split returns the names in a path or a location.
func Split(path string) []string {
	return slices.DeleteFunc(strings.Split(filepath.ToSlash(path), "/"), func(name string) bool {
		return name == "" || name == "."
	})
}

// Outermost returns paths without those that lie below another.
func Outermost(paths []string) []string {
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
