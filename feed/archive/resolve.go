package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// maxLinks is how many links one path may go through.
const maxLinks = 40

var errNowhere = errors.New("the link leads nowhere")

// resolve returns where the file called name lies, without links, and what is
// there. os.Root keeps to the archive by itself; this is for links that are
// absolute and lead into it, and to say what is wrong with the others.
func (f *folder) resolve(root *os.Root, name string) (string, fs.FileInfo, error) {
	at, links := ".", 0
	rest := split(name)
	info, err := root.Lstat(at)
	for len(rest) > 0 && err == nil {
		part := rest[0]
		rest = rest[1:]
		if part == ".." {
			if at == "." {
				return "", nil, errLeaves
			}
			at = filepath.Dir(at)
			info, err = root.Lstat(at)
			continue
		}
		next := filepath.Join(at, part)
		if info, err = root.Lstat(next); err != nil {
			break
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		if links++; links > maxLinks {
			return "", nil, errCircle
		}
		var target string
		if at, target, err = f.target(root, at, next); err == nil {
			rest = append(split(target), rest...)
			info, err = root.Lstat(at)
		}
	}
	return at, info, err
}

// target reads the link at next, in the folder at, and returns the folder that
// it starts from and the way from there.
func (f *folder) target(root *os.Root, at, next string) (from, target string, err error) {
	target, err = root.Readlink(next)
	if err != nil || !filepath.IsAbs(target) {
		return at, target, err
	}
	for _, base := range []string{f.key, f.given} {
		if way, err := filepath.Rel(base, target); err == nil && filepath.IsLocal(way) {
			return ".", way, nil
		}
	}
	return "", "", errLeaves
}

// split cuts a path into its names.
func split(path string) []string {
	parts := strings.Split(filepath.ToSlash(path), "/")
	out := parts[:0]
	for _, p := range parts {
		if p != "" && p != "." {
			out = append(out, p)
		}
	}
	return out
}
