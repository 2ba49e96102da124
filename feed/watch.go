package feed

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
)

// pollEvery is the interval at which a process that waits to watch checks for changes
// of the watching process and whether it still runs.
const pollEvery = 400 * time.Millisecond

// Watch brings the catalog up to date as Scan does and keeps it up to date until ctx
// ends or the store is closed. It returns the error of its context. It works in
// passes: the first scans the whole archive, each later one the changes. Every report
// counts from the beginning of its pass, and the last of a pass is Done. The stories
// that arrived since the first pass are the sum of the Done reports of later passes. A
// later pass without changes is not reported.
//
// A pass that fails, for example because the archive's disk is missing, is reported
// once, with Err. The catalog stays unchanged, and Watch tries again until the archive
// is back.
//
// If several processes watch an archive, one scans it; the others report its changes
// as their own passes, even during its first pass, without Seen, Total and Rate. When
// it ends another takes over. A source that is not archive.Watchable is scanned once.
func (s *Store) Watch(ctx context.Context, report func(Progress)) error {
	ctx, release := s.untilClosed(ctx)
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
	if _, err := l.wait(ctx, pollEvery, func() { w.poll(ctx) }); err != nil {
		return err
	}
	w.run(ctx)
	return ctx.Err()
}

// Look makes a running Watch look at the archive at once if it is one whose changes are not
// reported, as on a network drive, which is otherwise looked at from time to time.
func (s *Store) Look() {
	select {
	case s.look <- struct{}{}:
	default:
	}
}

// watcher is a running Watch.
type watcher struct {
	store   *Store
	report  func(Progress)
	pass    int
	began   time.Time
	base    baseline // at the beginning of the pass
	lastErr string   // the error of the last pass

	polled  bool // poll has run before
	version int64
	busy    bool // another process is scanning
}

// run scans the whole archive, then changes, and settles in between. It makes the backups of
// the marks too: a reader that marks watches.
func (w *watcher) run(ctx context.Context) {
	var settling errgroup.Group
	settling.SetLimit(1)
	defer settling.Wait() //nolint:errcheck // the next watch settles the rest
	settle := func() {
		settling.TryGo(func() error {
			w.store.backUpMarks(ctx)
			return w.store.Settle(ctx)
		})
	}
	watchable, ok := w.store.src.(archive.Watchable)
	if !ok {
		w.scan(ctx, pass{Config: w.store.config})
		settle()
		<-ctx.Done()
		return
	}
	watch := watchable.Watch()
	defer watch.Close() //nolint:errcheck // the watch is no longer needed
	go w.hurry(ctx, watch)
	newest, _ := watch.(archive.Newest)
	var paths []string
	var err error
	for err == nil {
		c := pass{Config: w.store.config}
		c.Paths, c.Newest = paths, newest
		c.Walk = func(ctx context.Context, yield func(archive.Entry) error) error { return watch.Walk(ctx, paths, yield) }
		w.scan(ctx, c)
		settle()
		paths, err = watch.Next(ctx)
	}
}

// hurry passes the calls of Look to watch until ctx ends.
func (w *watcher) hurry(ctx context.Context, watch archive.Watch) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-w.store.look:
			watch.Hurry()
		}
	}
}

// scan is one pass.
func (w *watcher) scan(ctx context.Context, c pass) {
	if w.store.scanning.lock(ctx) != nil {
		return
	}
	p, err := w.store.scan(ctx, c, func(p Progress) {
		if !p.Done {
			w.send(ctx, p)
		}
	})
	w.store.scanning.unlock()
	if ctx.Err() != nil {
		return
	}
	p.Done, p.Err = true, w.store.plain(err)
	w.send(ctx, p)
}

// send reports p with all changes since the baseline, including those of other
// processes. It reports nothing if there are no changes.
func (w *watcher) send(ctx context.Context, p Progress) {
	d := w.base.since(ctx, w.store.shelf.catalog())
	p.Pass, p.Added, p.Changed, p.Removed = w.pass, d.Added, max(d.Changed-p.Reread, 0), d.Removed
	errText := ""
	if p.Err != nil {
		errText = p.Err.Error()
	}
	if w.pass > 1 && d == (fill.Delta{}) && (!p.Done || errText == w.lastErr) {
		return
	}
	w.report(p)
	if p.Done {
		w.pass, w.lastErr, w.began = w.pass+1, errText, time.Now()
		w.base.move(d)
	}
}

// poll reports the changes of the watching process.
func (w *watcher) poll(ctx context.Context) {
	shelf := w.store.shelf
	if cat := shelf.catalog(); cat.Gone() {
		shelf.replace(ctx, cat, catalog.ErrGone)
	}
	version, err := shelf.catalog().DataVersion(ctx)
	if err != nil || w.polled && !w.busy && version == w.version {
		return // the next read of the catalog reports the error
	}
	// At first the watching process may not have started its scan.
	w.busy = w.store.anotherScans() || !w.polled
	w.polled, w.version = true, version
	w.send(ctx, Progress{Began: w.began, Done: !w.busy})
}
