package archive

import (
	"context"
	"slices"
	"sort"
	"time"

	"dateline/feed/archive/names"
)

// Newest is a Source or a Watch that can walk everything by modification time
// where names are not dated; see the package comment.
type Newest interface {
	// Newest is a Walk over everything in that order.
	Newest(ctx context.Context, yield func(Entry) error) error
}

// The sizes of the groups of names that are sorted by time.
const (
	early   = 64     // the first group, small so that entries are yielded early
	maxAged = 100000 // the others
)

// aged is a name and the time of its last change.
type aged struct {
	name string
	time time.Time
}

// order calls visit with the names in list, a group at a time, in the order of the
// walk. The list is in descending order; in is the folder that it is from.
func (w *walk) order(in *openDir, list []string, visit func([]string) error) error {
	if !w.newest || names.MostDated(list) {
		return visit(list)
	}
	for size := early; len(list) > 0; size = maxAged {
		part := list[:min(size, len(list))]
		list = list[len(part):]
		if err := w.byTime(in, part); err != nil {
			return err
		}
		if err := visit(part); err != nil {
			return err
		}
	}
	return nil
}

// peek calls visit with some of the first names of a large folder before the
// others are read, and returns the rest. It does so once in a walk, if names are
// not dated, so that a catalog has its first rows early.
func (w *walk) peek(in *openDir, first []string, visit func([]string) error) (rest []string, err error) {
	if !w.newest || w.peeked || names.MostDated(first) {
		return first, nil
	}
	w.peeked = true
	part := slices.Clone(first[:min(early, len(first))])
	if err := w.byTime(in, part); err != nil {
		return nil, err
	}
	return first[len(part):], visit(part)
}

// byTime sorts the names in list by modification time, the latest first; in is the
// folder that they are from.
func (w *walk) byTime(in *openDir, list []string) error {
	dir, err := in.open()
	if err != nil {
		return nil //nolint:nilerr // the walk reports it for each name
	}
	files := make([]aged, len(list))
	for i, name := range list {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		files[i].name = name
		if info, err := dir.Lstat(name); err == nil {
			files[i].time = info.ModTime()
		}
	}
	sort.SliceStable(files, func(i, j int) bool { return files[j].time.Before(files[i].time) })
	for i, f := range files {
		list[i] = f.name
	}
	return nil
}
