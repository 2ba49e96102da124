package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/feed/archive/names"
)

// maxLinks is the number of links that one path may go through.
const maxLinks = 40

// The errors of a link.
var (
	errLeaves  = errors.New("the link leaves the archive")
	errCircle  = errors.New("the link leads back to itself")
	errNowhere = errors.New("the link leads nowhere")
)

// resolver resolves links in an archive. os.Root never leaves the archive by
// itself; a resolver also follows absolute links that lead into it, and returns
// an error for all other links.
type resolver struct {
	root  *os.Root
	key   string // the archive's absolute path, links resolved
	given string // the archive's absolute path as it was given
}

// resolve returns the location of path with all links resolved, and the info of
// the file there. It calls visit, which may be nil, with the location of each folder
// that has a link, and with that of the file, even if it is missing.
func (r resolver) resolve(path string, visit func(dir string)) (location string, info fs.FileInfo, err error) {
	if visit == nil {
		visit = func(string) {}
	}
	defer func() { visit(location) }()
	location = "."
	links := 0
	rest := names.Split(path)
	info, err = r.root.Lstat(location)
	for len(rest) > 0 && err == nil {
		name := rest[0]
		rest = rest[1:]
		if name == ".." {
			if location == "." {
				return "", nil, errLeaves
			}
			location = filepath.Dir(location)
			info, err = r.root.Lstat(location)
			continue
		}
		next := filepath.Join(location, name)
		if info, err = r.root.Lstat(next); err != nil {
			visit(next)
			break
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			location = next
			continue
		}
		visit(location)
		if links++; links > maxLinks {
			return "", nil, errCircle
		}
		var target string
		if location, target, err = r.target(location, next); err == nil {
			rest = append(names.Split(target), rest...)
			info, err = r.root.Lstat(location)
		}
	}
	return location, info, err
}

// target reads the link at location, which is in the folder dir, and returns the
// path that it holds and the folder where that path starts.
func (r resolver) target(dir, location string) (from, path string, err error) {
	path, err = r.root.Readlink(location)
	if err != nil || !filepath.IsAbs(path) {
		return dir, path, err
	}
	for _, base := range []string{r.key, r.given} {
		if rel, err := filepath.Rel(base, path); err == nil && filepath.IsLocal(rel) {
			return ".", rel, nil
		}
	}
	return "", "", errLeaves
}
