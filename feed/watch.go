package feed

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/scan"
)

// lookEvery is how often a process that waits to watch looks for what the
// watching process has found, and whether it still runs.
const lookEvery = 400 * time.Millisecond

// Watch brings the catalog up to date as Scan does and keeps it so until ctx
// ends or the store is closed; its error says which. It goes pass by pass: the
// first looks at everything, each later one at what has changed. Every report
// counts from the beginning of its pass, and the last of a pass is Done: the
// stories that came while a reader looked are the sum over Done reports of
// passes after the first. A later pass that finds nothing is not reported.
//
// A pass that fails, as when the archive's disk is not there, is reported with
// Err, once; the catalog stays as it is, and the watch tries again until the
// archive is back.
//
// One of several processes watches; the others report what it does as passes
// of their own, even during its first pass, without Seen, Total and Rate. When
// it ends another takes over. A source that is not
// archive.Watchable is scanned once.
func (s *Store) Watch(ctx context.Context, report func(Progress)) error {
	ctx, release := s.living(ctx)
	defer release()
	if err := s.watching.lock(ctx); err != nil {
		return err
	}
	defer s.watching.unlock()
	w := &watcher{store: s, report: report, pass: 1, began: time.Now()}
	if w.report == nil {
		w.report = func(Progress) {}
	}
	w.base.since(ctx, s.shelf.catalog())
	l := lockBeside(s.shelf.path(), watchLock)
	defer l.release()
	if _, err := l.wait(ctx, lookEvery, func() { w.look(ctx) }); err != nil {
		return err
	}
	w.lead(ctx)
	return ctx.Err()
}

// watcher is a Watch that is running.
type watcher struct {
	store   *Store
	report  func(Progress)
	pass    int
	began   time.Time
	base    baseline // at the beginning of the pass
	trouble string

	looked  bool // look has run before
	version int64
	busy    bool
}

// lead scans everything, then what changes, and settles in between.
func (w *watcher) lead(ctx context.Context) {
	var settling errgroup.Group
	settling.SetLimit(1)
	defer settling.Wait() //nolint:errcheck // the next watch does what was not done
	settle := func() { settling.TryGo(func() error { return w.store.Settle(ctx) }) }
	watchable, ok := w.store.src.(archive.Watchable)
	if !ok {
		w.scan(ctx, w.store.config)
		settle()
		<-ctx.Done()
		return
	}
	watch := watchable.Watch()
	defer watch.Close() //nolint:errcheck // nothing needs the watch any more
	newest, _ := watch.(archive.Newest)
	var paths []string
	var err error
	for err == nil {
		c := w.store.config
		c.Paths, c.Newest = paths, newest
		c.Walk = func(ctx context.Context, yield func(archive.Entry) error) error { return watch.Walk(ctx, paths, yield) }
		w.scan(ctx, c)
		settle()
		paths, err = watch.Next(ctx)
	}
}

// scan is one pass.
func (w *watcher) scan(ctx context.Context, c scan.Config) {
	if w.store.scanning.lock(ctx) != nil {
		return
	}
	p, err := w.store.scan(ctx, c, func(p Progress) {
		if !p.Done {
			w.tell(ctx, p)
		}
	})
	w.store.scanning.unlock()
	if ctx.Err() != nil {
		return
	}
	p.Done, p.Err = true, w.store.plain(err)
	w.tell(ctx, p)
}

// tell reports p with all changes since the baseline, those of other processes
// too. It keeps silent when there is nothing new.
func (w *watcher) tell(ctx context.Context, p Progress) {
	d := w.base.since(ctx, w.store.shelf.catalog())
	p.Pass, p.Added, p.Changed, p.Removed = w.pass, d.Added, max(d.Changed-p.Reread, 0), d.Removed
	trouble := ""
	if p.Err != nil {
		trouble = p.Err.Error()
	}
	if w.pass > 1 && d == (fill.Delta{}) && (!p.Done || trouble == w.trouble) {
		return
	}
	w.report(p)
	if p.Done {
		w.pass, w.trouble, w.began = w.pass+1, trouble, time.Now()
		w.base.move(d)
	}
}

// look reports what the process that watches has done.
func (w *watcher) look(ctx context.Context) {
	shelf := w.store.shelf
	if cat := shelf.catalog(); cat.Gone() {
		shelf.replace(ctx, cat, catalog.ErrGone)
	}
	version, err := shelf.catalog().Changed(ctx)
	if err != nil || w.looked && !w.busy && version == w.version {
		return // the reader's next question finds out what is wrong
	}
	// At first the process that watches may not have begun yet.
	w.busy = w.store.othersScan() || !w.looked
	w.looked, w.version = true, version
	w.tell(ctx, Progress{Began: w.began, Done: !w.busy})
}
