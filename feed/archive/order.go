package archive

import (
	"context"
	"slices"
	"time"

	"dateline/feed/archive/names"
)

// Newest is a Source or a Watch that can walk everything by time where names are
// not dated; see the package comment.
type Newest interface {
	// Newest is a Walk over everything in that order.
	Newest(ctx context.Context, yield func(Entry) error) error
}

// How many names are put in order by time at once.
const (
	early    = 64     // first, so that some are yielded before all are looked at
	mostAged = 100000 // later
)

// aged is a name and the time of its last change.
type aged struct {
	name string
	time time.Time
}

// order hands the names of the folder in to give in the order of the walk, some
// at a time. They come in descending order.
func (w *walk) order(in *openDir, list []string, give func([]string) error) error {
	if !w.newest || names.MostDated(list) {
		return give(list)
	}
	for size := early; len(list) > 0; size = mostAged {
		part := list[:min(size, len(list))]
		list = list[len(part):]
		if err := w.byTime(in, part); err != nil {
			return err
		}
		if err := give(part); err != nil {
			return err
		}
	}
	return nil
}

// peek hands some of the first names of a large folder to give before the others
// are read, and returns the rest, if names are not dated. It does so once in a
// walk, for the first rows of a catalog.
func (w *walk) peek(in *openDir, first []string, give func([]string) error) (rest []string, err error) {
	if !w.newest || w.peeked || names.MostDated(first) {
		return first, nil
	}
	w.peeked = true
	first = slices.DeleteFunc(first, names.Hidden)
	part := slices.Clone(first[:min(early, len(first))])
	if err := w.byTime(in, part); err != nil {
		return nil, err
	}
	return first[len(part):], give(part)
}

// byTime sorts the names of the folder in, the latest change first.
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
	slices.SortStableFunc(files, func(a, b aged) int { return b.time.Compare(a.time) })
	for i, f := range files {
		list[i] = f.name
	}
	return nil
}
