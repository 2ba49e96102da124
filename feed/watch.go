package feed

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/feed/archive"
	"dateline/feed/catalog"
)

// lookEvery is how often a process that does not watch itself looks for what
// the one that does has found, and whether it is still there.
const lookEvery = 400 * time.Millisecond

// Watch brings the catalog up to date as Scan does and keeps it so until ctx
// ends or the store is closed; its error says which. It goes pass by pass: the
// first looks at everything, each later one at what has changed. Every report
// counts from the beginning of its pass, and the last of a pass is Done: the
// stories that came while a reader looked are the sum over Done reports of
// passes after the first. A later pass that finds nothing is not reported.
//
// A pass that fails, as when the archive's disk is not there, is reported with
// Err, once; the catalog stays as it is, and the archive is looked at again
// until it is back.
//
// Of several processes one watches; the others report what it does as passes
// of their own, at once even during its first, and without Seen, Total and
// Rate. When it ends another takes over. A source that is not
// archive.Watchable is scanned once.
func (s *Store) Watch(ctx context.Context, report func(Progress)) error {
	s.watching.Lock()
	defer s.watching.Unlock()
	ctx, stop := s.living(ctx)
	defer stop()
	w := &watcher{store: s, report: report, pass: 1, began: time.Now()}
	if w.report == nil {
		w.report = func(Progress) {}
	}
	w.tally.since(ctx, s.catalog())
	l := s.lockNamed(watchLock)
	if l != nil {
		defer l.release()
	}
	for l != nil && !l.try() {
		w.look(ctx)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(lookEvery):
		}
	}
	w.lead(ctx)
	return ctx.Err()
}

// watcher is a Watch that runs.
type watcher struct {
	store   *Store
	report  func(Progress)
	pass    int
	began   time.Time
	tally   tally // at the beginning of the pass
	trouble string

	seen    bool // look has looked before
	version int64
	busy    bool
}

// lead scans everything, then what changes, and settles in between.
func (w *watcher) lead(ctx context.Context) {
	var settling errgroup.Group
	settling.SetLimit(1)
	defer settling.Wait() //nolint:errcheck // what was not done now is done by the next watch
	settle := func() { settling.TryGo(func() error { return w.store.Settle(ctx) }) }
	watchable, ok := w.store.src.(archive.Watchable)
	if !ok {
		w.scan(ctx, w.store.everything())
		settle()
		<-ctx.Done()
		return
	}
	watch := watchable.Watch()
	defer watch.Close() //nolint:errcheck // there is nothing left to be told
	var paths []string
	var err error
	for err == nil {
		w.scan(ctx, scope{paths: paths, first: watch, walk: func(ctx context.Context, yield func(archive.Entry) error) error {
			return watch.Walk(ctx, paths, yield)
		}})
		settle()
		paths, err = watch.Next(ctx)
	}
}

// scan is one pass.
func (w *watcher) scan(ctx context.Context, what scope) {
	w.store.scanning.Lock()
	p, err := w.store.scan(ctx, what, func(p Progress) {
		if !p.Done {
			w.tell(ctx, p)
		}
	})
	w.store.scanning.Unlock()
	if ctx.Err() != nil {
		return
	}
	p.Done, p.Err = true, w.store.plain(err)
	w.tell(ctx, p)
}

// tell reports p with what the tally says, which is also what others did
// meanwhile, unless there is nothing to be said.
func (w *watcher) tell(ctx context.Context, p Progress) {
	d := w.tally.since(ctx, w.store.catalog())
	p.Pass, p.Added, p.Changed, p.Removed = w.pass, d.Added, d.Changed, d.Removed
	trouble := ""
	if p.Err != nil {
		trouble = p.Err.Error()
	}
	if w.pass > 1 && d == (catalog.Delta{}) && (!p.Done || trouble == w.trouble) {
		return
	}
	w.report(p)
	if p.Done {
		w.pass, w.trouble, w.began = w.pass+1, trouble, time.Now()
		w.tally.reset(d)
	}
}

// look reports what the process that watches has done.
func (w *watcher) look(ctx context.Context) {
	cat := w.store.catalog()
	if cat.Gone() {
		w.store.replaceCatalog(ctx, cat, catalog.ErrGone)
	}
	version, err := w.store.catalog().Changed(ctx)
	if err != nil || w.seen && !w.busy && version == w.version {
		return // a question of the reader's finds out what is wrong
	}
	// At first the one that watches may not have begun yet.
	w.busy = w.store.scanned() || !w.seen
	w.seen, w.version = true, version
	w.tell(ctx, Progress{Began: w.began, Done: !w.busy})
}
