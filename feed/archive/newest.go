package archive

import (
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Newest is a Source or a Watch that walks everything by time where names do
// not tell it; see the package comment.
type Newest interface {
	// Newest is a Walk over everything in that order.
	Newest(ctx context.Context, yield func(Entry) error) error
}

// Newest implements Newest.
func (f *folder) Newest(ctx context.Context, yield func(Entry) error) error {
	return f.all(ctx, true, yield)
}

// Newest implements Newest.
func (w *watch) Newest(ctx context.Context, yield func(Entry) error) error {
	w.newest = true
	defer func() { w.newest = false }()
	return w.Walk(ctx, nil, yield)
}

// The sizes of what is put into order by time: some names are given before
// all others were looked at, and never are more than so many held.
const (
	early   = 64
	mostAge = 100000
)

// timed is a name and when it was written to.
type timed struct {
	name string
	time time.Time
}

// order puts the names of a folder, which come in descending order, into the
// order of the walk, some at a time.
func (w *walk) order(here *place, list []string, give func([]string) error) error {
	if !w.newest || tell(list) {
		return give(list)
	}
	for size := early; len(list) > 0; size = mostAge {
		some := list[:min(size, len(list))]
		list = list[len(some):]
		if err := w.byTime(here, some); err != nil {
			return err
		}
		if err := give(some); err != nil {
			return err
		}
	}
	return nil
}

// peek gives some of the first names that were read of a large folder, before
// the others are known, and returns what is left, where names tell nothing
// anyway. It does so once, for the first rows of a catalog.
func (w *walk) peek(here *place, names []string, give func([]string) error) ([]string, error) {
	if !w.newest || w.peeked || tell(names) {
		return names, nil
	}
	w.peeked = true
	names = slices.DeleteFunc(names, hidden)
	some := slices.Clone(names[:min(early, len(names))])
	if err := w.byTime(here, some); err != nil {
		return nil, err
	}
	return names[len(some):], give(some)
}

// byTime sorts names by when they were written to, the latest first.
func (w *walk) byTime(here *place, names []string) error {
	dir, err := here.open()
	if err != nil {
		return nil //nolint:nilerr // whoever looks at the names will say it
	}
	list := make([]timed, len(names))
	for i, name := range names {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		list[i].name = name
		if info, err := dir.Lstat(name); err == nil {
			list[i].time = info.ModTime()
		}
	}
	slices.SortStableFunc(list, func(a, b timed) int { return b.time.Compare(a.time) })
	for i := range list {
		names[i] = list[i].name
	}
	return nil
}

// tell reports whether most of names tell their time or place in a sequence.
func tell(names []string) bool {
	const most = 200 // are looked at
	step := max(len(names)/most, 1)
	told, n := 0, 0
	for i := 0; i < len(names); i += step {
		n++
		if tells(names[i]) {
			told++
		}
	}
	return told*2 >= n
}

// tells reports whether a name begins with a short number, or has a year or a
// day in it. The digits of a hash are neither.
func tells(name string) bool {
	for at := 0; at < len(name); {
		from := strings.IndexAny(name[at:], "0123456789")
		if from < 0 {
			return false
		}
		from += at
		at = from
		for at < len(name) && isDigit(name[at]) {
			at++
		}
		run := name[from:at]
		if len(run) >= 8 && isDay(run[:4], run[4:6], run[6:8]) {
			return true
		}
		if from > 0 && isLetter(name[from-1]) || at < len(name) && isLetter(name[at]) {
			continue
		}
		switch {
		case from == 0 && len(run) <= 4,
			len(run) == 4 && isDay(run, "01", "01"),
			len(run) == 6 && isDay("20"+run[:2], run[2:4], run[4:]):
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isLetter(b byte) bool { return b >= 0x80 || 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDay(year, month, day string) bool {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	return y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// all walks everything, by time where names do not tell it if newest.
func (f *folder) all(ctx context.Context, newest bool, yield func(Entry) error) error {
	root, err := os.OpenRoot(f.key)
	if err != nil {
		return openError(f.given, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	w := newWalk(ctx, f, root, yield)
	w.newest = newest
	if err := w.dir("", "."); err != nil {
		return err
	}
	return f.there(root, w.any)
}
