package feed

import (
	"context"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"dateline/feed/archive"
	"dateline/feed/catalog"
)

// Scan brings the catalog up to date with the archive: it compares path, size,
// time and inode of every file, newest folders first, reads what is new or changed,
// and takes out what is gone. report, which may be nil, is called as rows become
// visible, with a small first batch early, and at most about ten times a
// second, always by one goroutine at a time.
//
// A bad file never stops the rest. When ctx ends, what was read stays, and the
// next scan carries on. Of several processes on one archive one scans at a
// time; the others wait, report what becomes visible, and then look for
// themselves, which is quick.
func (s *Store) Scan(ctx context.Context, report func(Progress)) (Progress, error) {
	s.scanning.Lock()
	defer s.scanning.Unlock()
	p, err := s.scan(ctx, s.everything(), report)
	return p, s.plain(err)
}

// scope is what a scan looks at.
type scope struct {
	walk  func(ctx context.Context, yield func(archive.Entry) error) error
	paths []string // what the walk is about, with all below; nil: everything
	first any      // an archive.Newest, for an empty catalog; else nothing
}

// everything is all of the archive.
func (s *Store) everything() scope { return scope{walk: s.src.Walk, first: s.src} }

// scan is Scan for whoever holds scanning.
func (s *Store) scan(ctx context.Context, what scope, report func(Progress)) (Progress, error) {
	ctx, stop := s.living(ctx)
	defer stop()
	if report == nil {
		report = func(Progress) {}
	}
	release, err := s.elect(ctx, report)
	if err != nil {
		return Progress{}, err
	}
	defer release()
	for tries := 0; ; tries++ {
		if cat := s.catalog(); cat.Gone() {
			s.replaceCatalog(ctx, cat, catalog.ErrGone)
		}
		if what.paths != nil && s.filled != s.catalog() {
			what = s.everything() // there is more to a new catalog than what has changed
		}
		sc := newScan(s, what, report)
		err := sc.run(ctx)
		switch {
		case err == nil && s.catalog() == sc.cat:
			if what.paths == nil {
				s.filled = sc.cat
			}
			s.dropOld()
			return sc.progress(), nil
		case ctx.Err() != nil, tries == mostTries:
			return sc.progress(), err
		case err != nil && !s.replaceCatalog(ctx, sc.cat, err):
			return sc.progress(), err
		}
	}
}

// mostTries is how often a scan begins again with another catalog.
const mostTries = 2

// scan is one run over the archive, or a part of it.
type scan struct {
	scope
	src    archive.Source
	cat    *catalog.Catalog
	store  *Store
	report func(Progress)

	mu sync.Mutex
	p  Progress

	before int   // files known when the scan began
	last   int64 // the highest id of these
	met    int   // how many of them are still there
	seen   bits  // their ids
	jobs   chan job
	done   chan *fetched
	room   *semaphore.Weighted // for what was read and is not yet in the catalog
	hurry  func()              // says that all cores may read now
	all    chan struct{}       // closed by hurry
}

// job is a file to be read.
type job struct {
	entry archive.Entry
	known catalog.Known // zero for a new file
}

func newScan(s *Store, what scope, report func(Progress)) *scan {
	all := make(chan struct{})
	return &scan{
		hurry: sync.OnceFunc(func() { close(all) }), all: all,
		scope: what, p: Progress{Began: time.Now()},
		src: s.src, cat: s.catalog(), store: s, report: report,
		jobs: make(chan job, 64), done: make(chan *fetched, lastBatch), room: semaphore.NewWeighted(mostWeight),
	}
}

func (sc *scan) progress() Progress {
	sc.mu.Lock()
	defer sc.mu.Unlock()
	return sc.p
}

func (sc *scan) update(change func(*Progress)) {
	sc.mu.Lock()
	defer sc.mu.Unlock()
	change(&sc.p)
}

// run walks, reads and writes at the same time, then looks what is gone.
func (sc *scan) run(ctx context.Context) error {
	var err error
	if sc.before, sc.last, err = sc.cat.FileCount(ctx); err != nil {
		return err
	}
	if newest, ok := sc.first.(archive.Newest); ok && sc.before == 0 && sc.paths == nil {
		sc.walk = newest.Newest
	}
	g, gctx := errgroup.WithContext(ctx)
	cctx, stopCounting := context.WithCancel(gctx)
	defer stopCounting()
	g.Go(func() error {
		defer stopCounting()
		defer close(sc.jobs)
		return sc.look(gctx, func() { g.Go(func() error { return sc.count(cctx) }) })
	})
	var readers sync.WaitGroup
	for i := range runtime.GOMAXPROCS(0) {
		readers.Add(1)
		g.Go(func() error {
			defer readers.Done()
			if i > 0 {
				select {
				case <-sc.all:
				case <-gctx.Done():
				}
			}
			defer sc.hurry()
			return sc.read(gctx)
		})
	}
	g.Go(func() error {
		readers.Wait()
		close(sc.done)
		return nil
	})
	g.Go(func() error { return sc.write(gctx) })
	if err := g.Wait(); err != nil {
		return err
	}
	return sc.finish(ctx)
}
