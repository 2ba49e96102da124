package feed

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/feed/archive"
	"dateline/feed/catalog"
)

// countFrom is the number of files to be read after which counting them all
// is worth a second walk.
const countFrom = 256

// The sizes of what is passed from listing to comparing: the first is small,
// and none waits for long, as the first file is to be read at once.
const (
	mostListed = 256
	listedWait = 5 * time.Millisecond
)

// look walks, looks at every file and passes on those that must be read. It lists and
// compares at the same time.
func (sc *scan) look(ctx context.Context, startCounting func()) error {
	g, ctx := errgroup.WithContext(ctx)
	listed := make(chan []archive.Entry, 4)
	g.Go(func() error {
		defer close(listed)
		return sc.list(ctx, listed)
	})
	g.Go(func() error {
		known, read := sc.cat.Lookup(), 0
		for entries := range listed {
			sc.update(func(p *Progress) { p.Seen += len(entries) })
			for i := range entries {
				j, changed, err := sc.compare(ctx, known, &entries[i])
				if err != nil {
					return err
				}
				if !changed {
					continue
				}
				if read++; read == countFrom {
					startCounting()
				}
				select {
				case sc.jobs <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
		return nil
	})
	return g.Wait()
}

// list passes on what a walk finds, some at a time.
func (sc *scan) list(ctx context.Context, listed chan<- []archive.Entry) error {
	size := 1
	var some []archive.Entry
	var began time.Time
	pass := func() error {
		select {
		case listed <- some:
			some, size = nil, min(size*2, mostListed)
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := sc.walk(ctx, func(e archive.Entry) error {
		if some == nil {
			some, began = make([]archive.Entry, 0, size), time.Now()
		}
		if some = append(some, e); len(some) == size || time.Since(began) > listedWait {
			return pass()
		}
		return nil
	})
	if err == nil && len(some) > 0 {
		err = pass()
	}
	return err
}

// compare looks a file up; changed reports whether it must be read.
func (sc *scan) compare(ctx context.Context, known *catalog.Lookup, e *archive.Entry) (j job, changed bool, err error) {
	if sc.before == 0 {
		return job{entry: *e}, true, nil
	}
	k, ok, err := known.Find(ctx, e.Path)
	if err != nil {
		return job{}, false, err
	}
	if ok {
		sc.met += sc.seen.set(k.ID)
	}
	return job{*e, k}, !ok || !unchanged(&k, e), nil
}

// unchanged reports whether there is nothing to be read. Where only the inode
// differs the digest decides. A file that could not be read before is tried
// again unless its entry itself is the problem.
func unchanged(k *catalog.Known, e *archive.Entry) bool {
	same := k.Size == e.Size && k.ModTime.Equal(e.ModTime)
	if e.Problem != "" {
		return same && len(k.Digest) == 0
	}
	return same && k.Inode == e.Inode && k.Sure && len(k.Digest) > 0
}

// counted is the number of files in src.
func counted(ctx context.Context, src archive.Source) (n int, err error) {
	if c, ok := src.(archive.Counter); ok {
		return c.Count(ctx)
	}
	err = src.Walk(ctx, func(archive.Entry) error { n++; return nil })
	return n, err
}

// count finds the size of the archive.
func (sc *scan) count(ctx context.Context) error {
	n, err := counted(ctx, sc.src)
	if err == nil {
		sc.update(func(p *Progress) { p.Total = n })
	}
	// Whatever is wrong with the archive the scan itself finds out.
	return nil
}
