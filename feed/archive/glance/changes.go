package glance

import (
	"slices"
	"sort"
	"strings"

	"dateline/feed/archive/names"
)

// Changes is what differs between an archive and its records.
type Changes struct {
	Paths   []string  // to walk, in the order of a walk; none lies below another
	Folders []*Folder // the records once those paths were walked, without the folders in them; nil if nothing differs
	Renewed bool      // Folders are not those that Compare was given
	Dropped []string  // the paths that the catalog returned

	locations map[string]string // of folders that were reached through a link, by path
}

// finish puts the paths into the order of a walk and drops the records of the folders
// in them.
func (c *comparison) finish(known []*Folder) {
	if len(c.Paths) == 0 {
		return
	}
	sort.Slice(c.Paths, func(i, j int) bool { return byWalk(c.Paths[i], c.Paths[j]) < 0 })
	c.Paths = names.Outermost(slices.Compact(c.Paths))
	named := make(map[string]bool, len(c.Paths))
	for _, p := range c.Paths {
		named[p] = true
	}
	c.Folders = slices.DeleteFunc(c.Folders, func(f *Folder) bool { return !f.Target && inside(named, f.Path) })
	c.locations = map[string]string{}
	for _, f := range known {
		if !f.Target && f.Location != place(f.Path) {
			c.locations[f.Path] = f.Location
		}
	}
}

// Locate returns the location of the folder at path.
func (c *Changes) Locate(path string) string {
	if location, ok := c.locations[path]; ok {
		return location
	}
	return place(path)
}

// None reports whether nothing differs.
func (c *Changes) None() bool { return len(c.Paths) == 0 && !c.Renewed }

// With returns the records after the walk of the paths, which recorded walked. For nil
// changes, everything was walked.
func (c *Changes) With(walked []*Folder) []*Folder {
	if c == nil {
		return walked
	}
	all := slices.Concat(walked, c.Folders)
	sort.SliceStable(all, func(i, j int) bool { return inOrder(all[i], all[j]) < 0 })
	return slices.CompactFunc(all, func(a, b *Folder) bool { return inOrder(a, b) == 0 })
}

// inside reports whether path is named or lies below a folder that is.
func inside(named map[string]bool, path string) bool {
	for ; ; path = path[:strings.LastIndexByte(path, '/')] {
		if named[path] {
			return true
		}
		if !strings.Contains(path, "/") {
			return false
		}
	}
}

// byWalk orders paths as a walk does, name by name.
func byWalk(a, b string) int {
	for {
		x, restA, moreA := strings.Cut(a, "/")
		y, restB, moreB := strings.Cut(b, "/")
		switch {
		case x != y:
			return names.Compare(x, y)
		case !moreA && !moreB:
			return 0
		case !moreA:
			return -1
		case !moreB:
			return 1
		}
		a, b = restA, restB
	}
}
