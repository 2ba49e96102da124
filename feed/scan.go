package feed

import (
	"context"
	"crypto/sha256"
	"errors"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/intake"
)

// Scan brings the catalog up to date with the archive: it compares path, size
// and time of every file, newest folders first, reads what is new or changed,
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
	p, err := s.scan(ctx, report)
	return p, s.plain(err)
}

// scan is Scan for whoever holds scanning.
func (s *Store) scan(ctx context.Context, report func(Progress)) (Progress, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s.mu.Lock()
	s.stop = stop
	s.mu.Unlock()
	if report == nil {
		report = func(Progress) {}
	}
	release, err := s.elect(ctx, report)
	if err != nil {
		return Progress{}, err
	}
	defer release()
	for tries := 0; ; tries++ {
		sc := newScan(s, report)
		err := sc.run(ctx)
		switch {
		case err == nil && s.catalog() == sc.cat:
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

// scan is one run over the archive.
type scan struct {
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
	done   chan catalog.File
}

// job is a file to be read.
type job struct {
	entry archive.Entry
	known catalog.Known // zero for a new file
}

func newScan(s *Store, report func(Progress)) *scan {
	return &scan{
		src: s.src, cat: s.catalog(), store: s, report: report,
		jobs: make(chan job, 64), done: make(chan catalog.File, 512),
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
	g, gctx := errgroup.WithContext(ctx)
	cctx, stopCounting := context.WithCancel(gctx)
	defer stopCounting()
	g.Go(func() error {
		defer stopCounting()
		defer close(sc.jobs)
		return sc.walk(gctx, func() { g.Go(func() error { return sc.count(cctx) }) })
	})
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Add(1)
		g.Go(func() error {
			defer readers.Done()
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

// countFrom is the number of files to be read after which counting them all
// is worth a second walk.
const countFrom = 256

// walk looks at every file and passes on those that must be read.
func (sc *scan) walk(ctx context.Context, startCounting func()) error {
	known, read := sc.cat.Lookup(), 0
	return sc.src.Walk(ctx, func(e archive.Entry) error {
		k, ok, err := known.Find(ctx, e.Path)
		if err != nil {
			return err
		}
		if ok {
			sc.met += sc.seen.set(k.ID)
		}
		sc.update(func(p *Progress) { p.Seen++ })
		if ok && unchanged(&k, &e) {
			return nil
		}
		if read++; read == countFrom {
			startCounting()
		}
		select {
		case sc.jobs <- job{e, k}:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
}

// unchanged reports whether there is nothing to be read. A file that could
// not be read before is tried again unless its entry itself is the problem.
func unchanged(k *catalog.Known, e *archive.Entry) bool {
	same := k.Size == e.Size && k.ModTime.Equal(e.ModTime)
	if e.Problem != "" {
		return same && len(k.Digest) == 0
	}
	return same && k.Sure && len(k.Digest) > 0
}

// count walks the archive once more to find its size.
func (sc *scan) count(ctx context.Context) error {
	n := 0
	err := sc.src.Walk(ctx, func(archive.Entry) error { n++; return nil })
	if err == nil {
		sc.update(func(p *Progress) { p.Total = n })
	}
	// Whatever is wrong with the archive the scan itself finds out.
	return nil
}

// read reads and parses files until there are no more jobs.
func (sc *scan) read(ctx context.Context) error {
	for j := range sc.jobs {
		f, changed, err := sc.file(ctx, j)
		if err != nil {
			return err
		}
		sc.update(func(p *Progress) { p.Read++ })
		if !changed {
			continue
		}
		select {
		case sc.done <- f:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// young is how old a file must be for its time to tell of a later change:
// more than the coarsest clock of a file system.
const young = 2 * time.Second

// file reads what j asks for. changed is false when it is what is known.
func (sc *scan) file(ctx context.Context, j job) (f catalog.File, changed bool, err error) {
	e := j.entry
	f = catalog.File{Path: e.Path, Size: e.Size, ModTime: e.ModTime}
	f.Sure = !e.ModTime.IsZero() && time.Since(e.ModTime).Abs() > young
	problem, detail := e.Problem, e.Detail
	if problem == "" {
		data, err := sc.src.Read(ctx, e.Path)
		if ctx.Err() != nil {
			return f, false, ctx.Err()
		}
		if err == nil {
			return sc.content(j, f, data)
		}
		bad, ok := errors.AsType[*archive.Error](err)
		if !ok {
			return f, false, err
		}
		problem, detail = bad.Problem, bad.Detail
	}
	// A file that was refused before, just like this, is no change.
	changed = j.known.ID == 0 || len(j.known.Digest) > 0 || j.known.Size != e.Size || !j.known.ModTime.Equal(e.ModTime)
	f.Docs = []catalog.Doc{catalog.NewDoc(intake.Refused(e.Path, problem, detail, e.ModTime))}
	return f, changed, nil
}

// content parses the data of a file.
func (*scan) content(j job, f catalog.File, data []byte) (catalog.File, bool, error) {
	sum := sha256.Sum256(data)
	f.Digest = sum[:16]
	f.Size = int64(len(data))
	k := &j.known
	if string(k.Digest) == string(f.Digest) && k.ModTime.Equal(f.ModTime) {
		f.Same = true
		return f, k.Sure != f.Sure, nil
	}
	for _, st := range parse(intake.File{Path: f.Path, ModTime: f.ModTime, Data: data}) {
		f.Docs = append(f.Docs, catalog.NewDoc(st))
	}
	return f, true, nil
}
