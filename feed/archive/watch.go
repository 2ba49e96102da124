package archive

import (
	"context"
	"os"
	"sync"
	"time"
)

// Watchable is a Source that can tell of its changes.
type Watchable interface {
	Source
	// Watch returns a Watch, which the caller closes. Its first Walk begins it.
	Watch() Watch
}

// Watch follows what changes in an archive; see the package comment. Walk and
// Next are for one goroutine.
type Watch interface {
	// Walk is the Walk of a Source over what lies at paths, which Next gave, or
	// over everything when that is nil. What it walks is watched from then on.
	Walk(ctx context.Context, paths []string, yield func(Entry) error) error
	// Next waits until something may have changed and is still, and returns
	// where; nil is anywhere. Its error is that of ctx.
	Next(ctx context.Context) (paths []string, err error)
	// Close ends the watch.
	Close() error
}

// When changes are told.
const (
	still     = 400 * time.Millisecond  // nothing more has happened there for so long
	held      = 1500 * time.Millisecond // or it has waited for so long
	step      = 100 * time.Millisecond  // between two looks at what waits
	heartbeat = 2 * time.Second         // between two looks whether the archive is there
	leastRest = 2 * time.Second         // between two rescans
	mostRest  = time.Minute
	restShare = 20 // a rescan takes this part of the time at most
)

// watch implements Watch for a folder and for a single file.
type watch struct {
	root    string // the folder that is watched, absolute
	key     string // the only file of interest in it; empty: all
	walk    func(ctx context.Context, w *watch, paths []string, yield func(Entry) error) error
	connect func() (*notifier, error)
	wake    chan struct{}

	info     os.FileInfo // of root when it was last walked whole
	checked  time.Time   // when root was last looked at
	walked   time.Time   // when the last walk ended
	took     time.Duration
	failed   bool // the last walk
	newest   bool // the walk that runs goes by time
	restarts bool // the next whole walk sets all watches anew

	mu      sync.Mutex
	system  *notifier // nil while nothing is watched
	ended   chan struct{}
	pending pending
	table   table
	blind   bool // not all changes are told
	full    bool // there can be no more watches
}

func newWatch(root, key string) *watch {
	return &watch{root: root, key: key, connect: connect, wake: make(chan struct{}, 1), restarts: true, pending: newPending(), table: newTable()}
}

// Walk implements Watch.
func (w *watch) Walk(ctx context.Context, paths []string, yield func(Entry) error) error {
	if paths == nil {
		w.begin()
	}
	began := time.Now()
	err := w.walk(ctx, w, paths, yield)
	if w.walked = time.Now(); paths == nil {
		w.took = w.walked.Sub(began)
	}
	w.failed = err != nil
	return err
}

// begin prepares a walk over everything.
func (w *watch) begin() {
	w.info, _ = os.Stat(w.root) // a root that is not there is seen by the walk
	w.checked = time.Now()
	if !w.restarts && !w.failed {
		w.mu.Lock()
		w.pending = newPending()
		w.mu.Unlock()
		return
	}
	w.restarts = false
	_ = w.Close() // what it would still tell the walk finds
	silent := diskOf(w.root).silent
	system, err := w.connect()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pending, w.table = newPending(), newTable()
	w.blind, w.full = silent || err != nil, err != nil
	if err != nil {
		return
	}
	w.system, w.ended = system, make(chan struct{})
	go w.listen(system, w.ended)
}

// Close implements Watch.
func (w *watch) Close() error {
	w.mu.Lock()
	system, ended := w.system, w.ended
	w.system = nil
	w.mu.Unlock()
	if system == nil {
		return nil
	}
	err := system.close()
	<-ended
	return err
}

// Next implements Watch.
func (w *watch) Next(ctx context.Context) ([]string, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		paths, all, wait := w.due(time.Now())
		if all || len(paths) > 0 {
			return paths, nil
		}
		timer := time.NewTimer(wait)
		select {
		case <-w.wake:
		case <-timer.C:
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

// due returns what is to be told now, else how long to wait.
func (w *watch) due(now time.Time) (paths []string, all bool, wait time.Duration) {
	if now.Sub(w.checked) >= heartbeat {
		w.checked = now
		info, err := os.Stat(w.root)
		if here := err == nil && w.info != nil && os.SameFile(info, w.info); !here && !w.failed {
			w.restarts = true
			return nil, true, 0
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	rest := min(max(restShare*w.took, leastRest), mostRest)
	if (w.blind || w.failed) && now.Sub(w.walked) >= rest {
		return nil, true, 0
	}
	wait = heartbeat
	if w.blind || w.failed {
		wait = min(wait, rest-now.Sub(w.walked))
	}
	if w.pending.empty() {
		return nil, false, wait
	}
	paths, all = w.pending.due(now)
	if all && now.Sub(w.walked) < min(w.took, leastRest) {
		return nil, false, step // a storm is no reason to do nothing else
	}
	if all {
		w.restarts = true
		return nil, true, 0
	}
	return paths, false, step
}
