package scan

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/feed/archive"
	"dateline/feed/catalog"
)

// A second walk, which counts all files, starts when countFrom files are to be read,
// or after countAfter if files wait to be read.
const (
	countFrom  = 256
	countAfter = time.Second
)

// The walk passes files to the comparison in groups that grow up to maxListed.
// The first group is a single file, and none waits longer than listedWait, so
// that the first file is read at once.
const (
	maxListed  = 256
	listedWait = 5 * time.Millisecond
)

// job is a file to be read.
type job struct {
	entry archive.Entry
	known catalog.Known // zero for a new file
	stale bool          // its rows were made by other rules
}

// walker lists the files of the archive and compares them with the catalog.
type walker struct {
	*run
	found int  // number of files in the catalog that the walk found
	seen  bits // their IDs
	stale bits // the IDs of those with rows made by other rules
}

// walk lists and compares at the same time, and passes on the files to be read.
func (w *walker) walk(ctx context.Context, startCounting func()) error {
	g, gctx := errgroup.WithContext(ctx)
	listed := make(chan []archive.Entry, 4)
	g.Go(func() error {
		defer close(listed)
		return w.list(gctx, listed)
	})
	g.Go(func() error { return w.compareAll(gctx, listed, sync.OnceFunc(startCounting)) })
	if err := g.Wait(); err != nil {
		return err
	}
	return w.passStale(ctx)
}

func (w *walker) compareAll(ctx context.Context, listed <-chan []archive.Entry, startCounting func()) error {
	known, changes := w.Catalog.Lookup(), 0
	for entries := range listed {
		same := 0
		for i := range entries {
			j, act, err := w.compare(ctx, known, &entries[i])
			if err != nil {
				return err
			}
			switch act {
			case skip:
				if j.known.Holds {
					if err := w.keepInside(ctx, j.known.Path); err != nil {
						return err
					}
				}
				same++
				continue
			case readLater:
				continue
			}
			if changes++; changes == countFrom || changes < countFrom && w.behind() {
				startCounting()
			}
			if err := w.pass(ctx, j); err != nil {
				return err
			}
		}
		w.update(func(p *Progress) { p.Seen += same })
	}
	return nil
}

func (w *walker) pass(ctx context.Context, j job) error {
	select {
	case w.jobs <- j:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// behind reports whether files wait to be read and the scan has run for a while.
func (w *walker) behind() bool {
	return len(w.jobs) == cap(w.jobs) && time.Since(w.progress().Began) > countAfter
}

// list passes on the files of a walk in groups. At the end it reports their number.
func (w *walker) list(ctx context.Context, listed chan<- []archive.Entry) error {
	size := 1
	var group []archive.Entry
	var began time.Time
	total := 0
	pass := func() error {
		select {
		case listed <- group:
			group, size = nil, min(size*2, maxListed)
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := w.Walk(ctx, func(e archive.Entry) error {
		total++
		if group == nil {
			group, began = make([]archive.Entry, 0, size), time.Now()
		}
		if group = append(group, e); len(group) == size || time.Since(began) > listedWait {
			return pass()
		}
		return nil
	})
	if err == nil && len(group) > 0 {
		err = pass()
	}
	if err == nil {
		w.update(func(p *Progress) { p.Total = total })
	}
	return err
}

// action is what compare decides about a file.
type action int

const (
	skip      action = iota // its rows are up to date
	readNow                 // it is new or changed
	readLater               // its rows were made by other rules
)

// compare looks up a file in the catalog.
func (w *walker) compare(ctx context.Context, known *catalog.Lookup, e *archive.Entry) (job, action, error) {
	if w.before == 0 {
		return job{entry: *e}, readNow, nil
	}
	k, ok, err := known.Find(ctx, e.Path)
	if err != nil {
		return job{}, skip, err
	}
	if ok && w.seen.add(k.ID) {
		w.found++
	}
	switch {
	case !ok || !unchanged(&k, e):
		return job{entry: *e, known: k}, readNow, nil
	case k.Rules == w.Rules, !w.Whole():
		return job{known: k}, skip, nil
	}
	w.stale.add(k.ID)
	return job{}, readLater, nil
}

// count finds the number of files in the archive. It ignores errors, because
// the walk reports them too.
func count(ctx context.Context, src archive.Source, c *counter) error {
	if n, err := countFiles(ctx, src); err == nil {
		c.update(func(p *Progress) { p.Total = n })
	}
	return nil
}

func countFiles(ctx context.Context, src archive.Source) (n int, err error) {
	if counter, ok := src.(archive.Counter); ok {
		return counter.Count(ctx)
	}
	err = src.Walk(ctx, func(archive.Entry) error { n++; return nil })
	return n, err
}

// keepInside keeps the files in the archive at path, which has not changed.
func (w *walker) keepInside(ctx context.Context, path string) error {
	for after := ""; ; {
		known, err := w.Catalog.FilesIn(ctx, path, after, page)
		if err != nil || len(known) == 0 {
			return err
		}
		after = known[len(known)-1].Path
		for _, k := range known {
			w.inside.add(k.ID)
		}
	}
}
