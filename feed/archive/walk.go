package archive

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/feed/archive/disk"
	"dateline/feed/archive/glance"
	"dateline/feed/archive/names"
	"dateline/feed/archive/watch"
)

// walk is one walk through a folder.
type walk struct {
	ctx    context.Context //nolint:containedctx // a walk is one call
	root   *os.Root
	links  resolver
	yield  func(Entry) error
	list   func(path, location string) error // called for each folder
	watch  *watch.Watch                      // follows the walk; may be nil
	log    *glance.Log                       // records folders; may be nil
	locate func(dir string) string           // returns the location of the folder at a path
	newest bool                              // order names by time where they are not dated
	peeked bool                              // peek has yielded entries
	found  bool                              // an entry was yielded
	seen   map[string]bool                   // the locations of hidden folders that were reached through a link
}

// newWalk returns a walk through the folder that links is for. Closing the walk
// closes the root of links.
func newWalk(ctx context.Context, links resolver, yield func(Entry) error) *walk {
	w := &walk{ctx: ctx, root: links.root, links: links, seen: map[string]bool{}}
	unstable := disk.Of(links.key).Unstable
	w.yield = func(e Entry) error {
		w.found = true
		if unstable {
			e.Inode = 0
		}
		return yield(e)
	}
	w.list = w.entries
	w.locate = filepath.FromSlash
	return w
}

func (w *walk) close() { _ = w.root.Close() } // nothing was written

// dir walks the folder at location, whose path is path.
func (w *walk) dir(path, location string) error {
	if names.Concealed(location) {
		if w.seen[location] {
			return nil
		}
		w.seen[location] = true
	}
	w.watch.Enter(path, location)
	return w.list(path, location)
}

// entries walks the entries of the folder at location, whose path is path.
func (w *walk) entries(path, location string) error {
	record := w.log.Enter(w.links.key, path, location)
	in := openDir{root: w.root, location: location}
	defer in.close()
	dir, err := in.open()
	if err != nil {
		return w.badDir(path, err)
	}
	visit := func(list []string) error {
		for _, name := range list {
			if err := w.ctx.Err(); err != nil {
				return err
			}
			if err := w.entry(&in, name, names.Join(path, name)); err != nil {
				return err
			}
		}
		return nil
	}
	var stop error
	list, err := readNames(w.ctx, dir, record, func(first []string) (rest []string, err error) {
		rest, stop = w.peek(&in, first, visit)
		return rest, stop
	})
	if stop != nil {
		return stop
	}
	if err != nil {
		if w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		if err := w.badDir(path, err); err != nil {
			return err
		}
	}
	return w.order(&in, list, visit)
}

// entry walks the entry called name of the folder in, whose path is path.
func (w *walk) entry(in *openDir, name, path string) error {
	dir, err := in.open()
	if err != nil {
		return w.bad(path, err)
	}
	info, err := dir.Lstat(name)
	if err != nil {
		return w.bad(path, err)
	}
	switch {
	case info.IsDir():
		in.close() // keeps one folder open at a time, however deep they are
		return w.dir(path, filepath.Join(in.location, name))
	case info.Mode()&fs.ModeSymlink != 0:
		return w.link(in, filepath.Join(in.location, name), path)
	}
	return w.yield(fileEntry(path, info))
}

// link follows the link at location in the folder in.
func (w *walk) link(in *openDir, location, path string) error {
	target, info, err := w.links.resolve(location, func(dir string) { w.log.Link(w.links.key, dir) })
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = &fs.PathError{Op: "readlink", Path: path, Err: errNowhere}
		}
		return w.bad(path, err)
	}
	if !info.IsDir() {
		w.watch.Link(path, target)
		return w.yield(fileEntry(path, info))
	}
	if !names.Concealed(target) {
		return nil
	}
	in.close()
	return w.dir(path, target)
}

// badDir yields a folder that cannot be read. For the archive's own folder it
// returns an error.
func (w *walk) badDir(path string, err error) error {
	if path == "" {
		return openError(w.links.given, err)
	}
	return w.bad(path, err)
}

// bad yields an entry that cannot be read, unless it no longer exists.
func (w *walk) bad(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		w.log.Vanish(path)
		return nil
	}
	return w.yield(unreadable(path, err).entry(nil))
}

// fileEntry returns the Entry of the file at path that info describes.
func fileEntry(path string, info fs.FileInfo) Entry {
	if e := irregular(path, info); e != nil {
		return e.entry(info)
	}
	return Entry{Path: path, Size: info.Size(), ModTime: info.ModTime(), Inode: disk.Inode(info)}
}
