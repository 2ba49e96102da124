package glance

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"
)

// Catalog is what Compare asks the catalog for. A list has at most n paths.
type Catalog interface {
	// Names returns the packed names of the folder at path.
	Names(ctx context.Context, path string) ([]byte, error)
	// PathsIn returns the paths of files in folder and below that follow after.
	PathsIn(ctx context.Context, folder, after string, n int) ([]string, error)
	// Unsure returns the paths of files that are to be compared in any case.
	Unsure(ctx context.Context, n int) ([]string, error)
	// Dropped returns paths that are not in the catalog, although the names of their
	// folders may say so.
	Dropped(ctx context.Context, n int) ([]string, error)
}

// MaxPaths is the number of paths from which a walk of everything takes less time
// than a walk of each.
const MaxPaths = 20000

// ErrMany says that the archive has to be walked whole.
var ErrMany = errors.New("too much has changed")

// comparison is a running Compare.
type comparison struct {
	Changes

	ctx     context.Context //nolint:containedctx // a comparison is one call
	root    string
	catalog Catalog
	now     time.Time
	differs bool // something differs, so a link may too
	looked  bool // the times of a folder differ
}

// Compare compares the archive at root, an absolute path, with its packed records. It
// returns ErrMany if too much differs, a *DistrustError if folders say nothing about
// their files, and ErrUnrecorded if it cannot read the records.
func Compare(ctx context.Context, root string, packed []byte, catalog Catalog) (*Changes, error) {
	c := &comparison{ctx: ctx, root: root, catalog: catalog, now: time.Now()}
	unsure, err := catalog.Unsure(ctx, MaxPaths)
	if err != nil {
		return nil, err
	}
	differ, err := ask(ctx, root, packed, c.now)
	if err != nil || len(differ) == 0 && len(unsure) == 0 {
		return &c.Changes, err
	}
	known, _ := Unpack(packed) // ask has read them
	for i, f := range known {
		a, ok := differ[i]
		if !ok {
			c.Folders = append(c.Folders, f)
			continue
		}
		if err := c.folder(f, a); err != nil {
			return nil, err
		}
	}
	if err := c.followLinks(known); err != nil {
		return nil, err
	}
	if c.looked {
		if c.Dropped, err = catalog.Dropped(ctx, MaxPaths); err != nil {
			return nil, err
		}
	}
	c.addKnown(slices.Concat(unsure, c.Dropped))
	if len(c.Paths) >= MaxPaths || slices.Contains(c.Paths, "") {
		return nil, ErrMany
	}
	c.finish(known)
	return &c.Changes, nil
}

// folder compares one folder that differs, or was not sure, with its record and adds its
// new record.
func (c *comparison) folder(f *Folder, a answer) error {
	if a.err != nil {
		c.looked, c.differs, c.Renewed = true, true, true
		if !f.Target {
			c.Paths = append(c.Paths, f.Path)
		}
		return nil
	}
	st := a.Folder
	if err := c.ctx.Err(); err != nil {
		return err
	}
	c.looked = c.looked || st != f.Stat
	cur := *f
	cur.look(st, c.now)
	if f.Target {
		c.differs = true
	} else if err := c.look(f, &cur); err != nil {
		return err
	}
	if cur.Stat != f.Stat || cur.Sure != f.Sure || cur.Sum != f.Sum || cur.Links != f.Links {
		c.Renewed = true
	}
	c.Folders = append(c.Folders, &cur)
	return nil
}

// look lists the folder f, whose times are those of cur, and completes cur. If more
// than its names may have changed, it names the folder itself.
func (c *comparison) look(f, cur *Folder) error {
	before, after := f.Stat, cur.Stat
	moved := before.Inode != after.Inode || before.Mode != after.Mode || before.Owner != after.Owner
	if !f.Listed || moved || before.Mod == after.Mod && before.Change != after.Change {
		return c.add(f.Path)
	}
	packed, err := c.catalog.Names(c.ctx, f.Path)
	if err != nil {
		return err
	}
	if sum(packed) != f.Sum {
		return c.add(f.Path)
	}
	l := lister{comparison: c, folder: cur, known: newSet(unpackNames(packed))}
	if err := l.list(l.compare); err != nil {
		if c.ctx.Err() != nil {
			return err
		}
		return c.add(f.Path)
	}
	if l.known.left > 0 {
		c.differs = true
		if err := l.findGone(); err != nil {
			return err
		}
	}
	if len(l.added) > 0 || l.known.left > 0 {
		slices.Sort(l.added)
		cur.Names = packNames(l.known.merge(l.added))
		cur.Sum = sum(cur.Names)
	}
	return nil
}

// add names a path that is to be walked.
func (c *comparison) add(path string) error {
	if len(c.Paths) >= MaxPaths {
		return ErrMany
	}
	c.differs = true
	c.Paths = append(c.Paths, path)
	return nil
}

// addKnown names those of paths that are in a folder that is still there. The path of
// one that is gone was named, and what is there now may be a file or a link.
func (c *comparison) addKnown(paths []string) {
	if len(paths) == 0 {
		return
	}
	folders := map[string]bool{}
	for _, f := range c.Folders {
		if !f.Target {
			folders[f.Path] = true
		}
	}
	for _, p := range paths {
		if folders[p[:max(strings.LastIndexByte(p, '/'), 0)]] {
			c.Paths = append(c.Paths, p)
		}
	}
}

// followLinks names all links if anything differs. The walk then records the folders
// of their targets.
func (c *comparison) followLinks(known []*Folder) error {
	if !c.differs {
		return nil
	}
	c.Folders = slices.DeleteFunc(c.Folders, func(f *Folder) bool { return f.Target })
	for _, f := range known {
		if !f.Target && f.Location != place(f.Path) { // the link to it may be gone
			if err := c.add(f.Path); err != nil {
				return err
			}
		}
		if !f.Links || f.Target {
			continue
		}
		l := lister{comparison: c, folder: f}
		if err := l.list(l.link); err != nil {
			if c.ctx.Err() != nil || errors.Is(err, ErrMany) {
				return err
			}
			continue // it differs, so it was named
		}
	}
	return nil
}
