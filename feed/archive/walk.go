package archive

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// batch is how many names are read from a folder between two looks at the
// context.
const batch = 4096

// walk is one walk through a folder.
type walk struct {
	ctx    context.Context //nolint:containedctx // a walk is one call
	folder *folder
	root   *os.Root
	yield  func(Entry) error
	seen   map[string]bool // hidden folders that a link led to, by where they lie
	disk   disk
	any    bool                        // there was something
	watch  *watch                      // what follows it; may be nil
	each   func(path, at string) error // what is done with a folder
	newest bool                        // go by time where names do not tell it
	peeked bool
}

func newWalk(ctx context.Context, f *folder, root *os.Root, yield func(Entry) error) *walk {
	w := &walk{ctx: ctx, folder: f, root: root, seen: map[string]bool{}, disk: diskOf(f.key)}
	w.yield = func(e Entry) error {
		w.any = true
		if w.disk.fleeting {
			e.Inode = 0
		}
		return yield(e)
	}
	w.each = w.list
	return w
}

// dir walks the folder that lies at, with links resolved, and is called path.
func (w *walk) dir(path, at string) error {
	if within(at) {
		if w.seen[at] {
			return nil
		}
		w.seen[at] = true
	}
	w.watch.dir(path, at)
	return w.each(path, at)
}

// list looks at what is in the folder that lies at and is called path.
func (w *walk) list(path, at string) error {
	here := place{root: w.root, at: at}
	defer here.close()
	dir, err := here.open()
	if err != nil {
		return w.badDir(path, err)
	}
	give := func(list []string) error {
		for _, name := range list {
			if err := w.ctx.Err(); err != nil {
				return err
			}
			if err := w.one(&here, name, join(path, name)); err != nil {
				return err
			}
		}
		return nil
	}
	var stop error
	list, err := names(w.ctx, dir, func(some []string) (left []string) {
		left, stop = w.peek(&here, some, give)
		return left
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
	return w.order(&here, list, give)
}

// one handles a name of the folder here.
func (w *walk) one(here *place, name, path string) error {
	dir, err := here.open()
	if err != nil {
		return w.bad(path, err)
	}
	info, err := dir.Lstat(name)
	if err != nil {
		return w.bad(path, err)
	}
	switch {
	case info.IsDir():
		// One folder is open at a time, however deep they lie.
		here.close()
		return w.dir(path, filepath.Join(here.at, name))
	case info.Mode()&fs.ModeSymlink != 0:
		return w.link(here, filepath.Join(here.at, name), path)
	}
	return w.file(path, info)
}

// link follows the link that lies at and is called path.
func (w *walk) link(here *place, at, path string) error {
	target, info, err := w.folder.resolve(w.root, at)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = &fs.PathError{Op: "readlink", Path: path, Err: errNowhere}
		}
		return w.bad(path, err)
	}
	if !info.IsDir() {
		w.watch.link(path, target)
		return w.file(path, info)
	}
	if !within(target) {
		return nil
	}
	here.close()
	return w.dir(path, target)
}

// file yields the file that info describes.
func (w *walk) file(path string, info fs.FileInfo) error {
	if e := refused(path, info); e != nil {
		return w.yield(e.entry(info))
	}
	return w.yield(Entry{Path: path, Size: info.Size(), ModTime: info.ModTime(), Inode: inode(info)})
}

// badDir is bad for a folder. Without the archive's own there is no walk.
func (w *walk) badDir(path string, err error) error {
	if path == "" {
		return openError(w.folder.given, err)
	}
	return w.bad(path, err)
}

// bad yields what could not be read; what has disappeared is not there.
func (w *walk) bad(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return w.yield(unreadable(path, err).entry(nil))
}

// place is a folder that is open while its files are looked at.
type place struct {
	root *os.Root
	at   string
	dir  *os.Root
}

func (p *place) open() (*os.Root, error) {
	if p.dir != nil {
		return p.dir, nil
	}
	dir, err := p.root.OpenRoot(p.at)
	p.dir = dir
	return dir, err
}

func (p *place) close() {
	if p.dir != nil {
		_ = p.dir.Close()
		p.dir = nil
	}
}

// names returns what is in dir and not hidden, in descending order; with an
// error, what could be read before it. Of a folder with many names peek is
// handed the first and returns those that it leaves.
func names(ctx context.Context, dir *os.Root, peek func([]string) []string) ([]string, error) {
	f, err := dir.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	var list []string
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		// Names alone: ReadDir asks for the size of every file before the first is given.
		some, err := f.Readdirnames(batch)
		if list == nil && len(some) == batch {
			some = peek(some)
		}
		list = append(list, some...)
		if err != nil {
			list = slices.DeleteFunc(list, hidden)
			slices.SortFunc(list, descending)
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return list, err
		}
	}
}

func descending(a, b string) int { return cmp.Compare(b, a) }

// hidden reports whether a name is left out of every archive.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		len(name) > 1 && strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

// within reports whether the folder at lies inside a hidden one, or is hidden:
// whether the walk does not come to it by itself.
func within(at string) bool {
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(at), "/"), func(name string) bool {
		return name != "." && hidden(name)
	})
}

// join is path.Join for names that are taken as they are.
func join(dir, name string) string {
	if dir == "" {
		return name
	}
	return dir + "/" + name
}
