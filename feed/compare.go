package feed

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/feed/archive"
	"dateline/feed/catalog"
)

// Counting all files is worth a second walk after so many files to be read, or
// after so long when reading is behind.
const (
	countFrom  = 256
	countAfter = time.Second
)

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
		known, read, start := sc.cat.Lookup(), 0, sync.OnceFunc(startCounting)
		for entries := range listed {
			same := 0
			for i := range entries {
				j, changed, err := sc.compare(ctx, known, &entries[i])
				if err != nil {
					return err
				}
				if !changed {
					same++
					continue
				}
				if read++; read == countFrom || read < countFrom && sc.behind() {
					start()
				}
				select {
				case sc.jobs <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			sc.update(func(p *Progress) { p.Seen += same })
		}
		return nil
	})
	return g.Wait()
}

// behind reports whether files wait to be read, and the scan has run for long.
func (sc *scan) behind() bool {
	return len(sc.jobs) == cap(sc.jobs) && time.Since(sc.progress().Began) > countAfter
}

// list passes on what a walk finds, some at a time. At its end the number of
// files is known.
func (sc *scan) list(ctx context.Context, listed chan<- []archive.Entry) error {
	size := 1
	var some []archive.Entry
	var began time.Time
	met := 0
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
		met++
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
	if err == nil {
		sc.update(func(p *Progress) { p.Total = met })
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
