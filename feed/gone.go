package feed

import (
	"context"

	"dateline/feed/catalog"
)

// bits is a set of small numbers.
type bits []uint64

// set adds n and returns 1 when it was not there, else 0.
func (b *bits) set(n int64) int {
	if b.has(n) {
		return 0
	}
	for int64(len(*b)) <= n/64 {
		*b = append(*b, 0)
	}
	(*b)[n/64] |= 1 << (n % 64)
	return 1
}

func (b bits) has(n int64) bool {
	return n/64 < int64(len(b)) && b[n/64]&(1<<(n%64)) != 0
}

// page is how many files are looked at, or taken out, at a time.
const page = 2000

// finish takes out the files that the walk has not met, gives the marks of
// moved stories to where they are now, and reports the end.
func (sc *scan) finish(ctx context.Context) error {
	remove := sc.removeGone
	if sc.paths != nil {
		remove = sc.removeGoneIn
	}
	if err := remove(ctx); err != nil {
		return err
	}
	p := sc.progress()
	if p.Added+p.Changed+p.Removed > 0 {
		if err := sc.store.adopt(ctx, sc.cat, p.Changed > 0 || sc.paths == nil); err != nil {
			return err
		}
	}
	if sc.paths == nil {
		if err := sc.cat.Scanned(ctx); err != nil {
			return err
		}
	}
	sc.update(func(p *Progress) { p.Total, p.Done = p.Seen, true })
	sc.report(sc.progress())
	return nil
}

// removeGone takes out the files that were known before this scan and were not
// met by it.
func (sc *scan) removeGone(ctx context.Context) error {
	after := ""
	for sc.met < sc.before {
		known, err := sc.cat.Files(ctx, after, page)
		if err != nil || len(known) == 0 {
			return err
		}
		after = known[len(known)-1].Path
		if err := sc.remove(ctx, sc.gone(known)); err != nil {
			return err
		}
	}
	return nil
}

// removeGoneIn is removeGone for the paths that the scan is about.
func (sc *scan) removeGoneIn(ctx context.Context) error {
	lookup := sc.cat.Lookup()
	var gone []string
	for _, path := range sc.paths {
		k, ok, err := lookup.Find(ctx, path)
		if err != nil {
			return err
		}
		if ok {
			gone = append(gone, sc.gone([]catalog.Known{k})...)
		}
		if err := sc.removeBelow(ctx, path); err != nil {
			return err
		}
	}
	return sc.remove(ctx, gone)
}

func (sc *scan) removeBelow(ctx context.Context, folder string) error {
	for after := ""; ; {
		known, err := sc.cat.FilesIn(ctx, folder, after, page)
		if err != nil || len(known) == 0 {
			return err
		}
		after = known[len(known)-1].Path
		if err := sc.remove(ctx, sc.gone(known)); err != nil {
			return err
		}
	}
}

func (sc *scan) remove(ctx context.Context, gone []string) error {
	if len(gone) == 0 {
		return nil
	}
	d, err := sc.cat.Remove(ctx, gone)
	sc.update(func(p *Progress) { add(p, d) })
	return err
}

// gone are the paths of the known files that the walk has not met.
func (sc *scan) gone(known []catalog.Known) []string {
	var paths []string
	for _, k := range known {
		if k.ID <= sc.last && !sc.seen.has(k.ID) {
			paths = append(paths, k.Path)
		}
	}
	return paths
}
