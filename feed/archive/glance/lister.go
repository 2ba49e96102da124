package glance

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/feed/archive/disk"
	"dateline/feed/archive/names"
)

// lister lists one folder for a comparison.
type lister struct {
	*comparison

	folder *Folder
	known  *set // its recorded names
	hasher hasher
	added  []uint64 // hashes that are not in known
}

// list calls yield with every entry that is not hidden.
func (l *lister) list(yield func(name []byte, inode uint64, kind disk.Kind) error) error {
	dir, err := disk.OpenFolder(filepath.Join(l.root, l.folder.Location))
	if err != nil {
		return err
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	return List(l.ctx, dir, yield)
}

// checkEvery is the number of names after which List checks the context.
const checkEvery = 4096

// List calls yield with every entry of dir that is not hidden; see disk.List. It stops
// when ctx ends.
func List(ctx context.Context, dir *os.File, yield func(name []byte, inode uint64, kind disk.Kind) error) error {
	n := 0
	return disk.List(dir, func(name []byte, inode uint64, kind disk.Kind) error {
		if n++; n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if names.Hidden(name) {
			return nil
		}
		return yield(name, inode, kind)
	})
}

// fewNames is the number of names of a folder all of whose files are compared if
// anything differs. A file that was deleted and written again may have its old inode.
const fewNames = 500

// compare names the entry if its name is not known.
func (l *lister) compare(name []byte, inode uint64, kind disk.Kind) error {
	l.folder.Links = l.folder.Links || kind == disk.Link || kind == disk.Unknown
	h := l.hasher.hash(name, inode, kind)
	if l.known.find(h) {
		if kind == disk.File && len(l.known.hashes) <= fewNames {
			return l.add(names.Join(l.folder.Path, string(name)))
		}
		return nil
	}
	l.added = append(l.added, h)
	return l.add(names.Join(l.folder.Path, string(name)))
}

// link names the entry if it is a link.
func (l *lister) link(name []byte, _ uint64, kind disk.Kind) error {
	if kind == disk.Unknown {
		info, err := os.Lstat(filepath.Join(l.root, l.folder.Location, string(name)))
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return nil //nolint:nilerr // it is no link any more
		}
	} else if kind != disk.Link {
		return nil
	}
	return l.add(names.Join(l.folder.Path, string(name)))
}

// pathsPage is the number of paths that are read from the catalog at a time.
const pathsPage = 2000

// findGone names the files of the catalog that are no longer in the folder.
func (l *lister) findGone() error {
	here := map[uint64]struct{}{}
	err := l.list(func(name []byte, _ uint64, _ disk.Kind) error {
		here[l.hasher.hash(name, 0, 0)] = struct{}{}
		return nil
	})
	if err != nil {
		return err
	}
	prefix := names.Join(l.folder.Path, "")
	if l.folder.Path == "" {
		prefix = ""
	}
	for after := ""; ; {
		paths, err := l.catalog.PathsIn(l.ctx, l.folder.Path, after, pathsPage)
		if err != nil || len(paths) == 0 {
			return err
		}
		for _, p := range paths {
			if p <= after {
				continue // it is in a folder that was skipped
			}
			name, _, below := strings.Cut(p[len(prefix):], "/")
			if _, ok := here[l.hasher.hash([]byte(name), 0, 0)]; !ok {
				if err := l.add(prefix + name); err != nil {
					return err
				}
			}
			if after = p; below {
				after = prefix + name + "/\xff" // the folder is compared by itself
			}
		}
	}
}
