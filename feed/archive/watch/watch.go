// Package watch notices changes in a tree of folders.
//
// A walk registers the folders and links that it visits with a Watch, which adds
// a system watch for each before the walk lists it: a change in between is in the
// listing, or reported, or both. A Watch reports paths, not what happened there;
// the caller walks them again. A path is reported once nothing has happened there
// for 400 ms, and after 1.5 s at the latest. A change of a file is also reported
// for the links to it that the walk has visited.
//
// Everything is reported as changed if the system lost events, if the root was
// moved or unmounted, or if too many paths changed to list them. If not everything
// can be watched, because the system has no watches left, has none for folders, or
// other machines change the files, everything is reported periodically: the time
// between two reports is 20 times that of a walk of everything, but at least 2 s
// and at most 1 min.
package watch

import (
	"context"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"dateline/feed/archive/disk"
)

// heartbeat is the time between two checks that the root exists.
const heartbeat = 2 * time.Second

// Watch follows one tree. Walk, Next and Close are for one goroutine.
type Watch struct {
	root    string // the absolute path of the tree's folder
	only    string // the absolute path of the only file to report; empty for all
	connect func() (*notifier, error)
	wake    chan struct{}

	info     os.FileInfo // of root at the last walk of everything
	checked  time.Time   // when root was last looked at
	pace     pace
	restarts bool // the next walk of everything renews all watches
	hurried  atomic.Bool

	mu      sync.Mutex
	system  *notifier     // nil while nothing is watched
	ended   chan struct{} // closed when listen returns
	pending pending
	table   table
	blind   bool // not all changes are noticed
	full    bool // the system has no watches left
}

// Folder returns a Watch of the folder at root, an absolute path.
func Folder(root string) *Watch {
	return &Watch{
		root: root, connect: connect, wake: make(chan struct{}, 1), restarts: true,
		pending: newPending(), table: newTable(),
	}
}

// File returns a Watch of the file at path in the folder at root, both
// absolute. Changes of other files are ignored.
func File(root, path string) *Watch {
	w := Folder(root)
	w.only = path
	return w
}

// Walk calls walk with paths, which Next returned, less those that lie below
// another; nil means everything. The walk calls Enter and Link for the
// folders and links that it visits.
func (w *Watch) Walk(paths []string, walk func(paths []string) error) error {
	if paths == nil {
		w.begin()
	} else {
		paths = w.forget(paths)
	}
	start := time.Now()
	err := walk(paths)
	w.pace.walked(start, time.Now(), paths == nil, err)
	return err
}

// begin prepares a walk of everything.
func (w *Watch) begin() {
	w.info, _ = os.Stat(w.root) // the walk reports a root that is missing
	w.checked = time.Now()
	if !w.restarts && !w.pace.failed {
		w.mu.Lock()
		w.pending = newPending()
		w.mu.Unlock()
		return
	}
	w.restarts = false
	_ = w.Close() // the walk finds the changes that are not reported yet
	remote := disk.Of(w.root).Remote
	system, err := w.connect()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pending, w.table = newPending(), newTable()
	w.blind, w.full = remote || err != nil, err != nil
	if err != nil {
		return
	}
	w.system, w.ended = system, make(chan struct{})
	go w.listen(system, w.ended)
}

// Close ends the watch.
func (w *Watch) Close() error {
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

// Hurry makes Next return at once where changes go unnoticed, unless the last walk has
// only just ended. It may be called from any goroutine.
func (w *Watch) Hurry() {
	w.hurried.Store(true)
	w.wakeNext()
}

// Next waits until there are changes that have stopped, and returns the paths to
// walk again; nil means everything. Its error is that of ctx.
func (w *Watch) Next(ctx context.Context) ([]string, error) {
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

// due returns the paths to report at the time now, or how long to wait for
// them; all reports that everything changed.
func (w *Watch) due(now time.Time) (paths []string, all bool, wait time.Duration) {
	if now.Sub(w.checked) >= heartbeat {
		w.checked = now
		info, err := os.Stat(w.root)
		if same := err == nil && w.info != nil && os.SameFile(info, w.info); !same && !w.pace.failed {
			w.restarts = true
			return nil, true, 0
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	wait = heartbeat
	hurried := w.hurried.Swap(false)
	if w.blind || w.pace.failed {
		rest := w.pace.rest(now)
		if rest <= 0 || hurried && !w.pace.tooSoon(now) {
			return nil, true, 0
		}
		wait = min(wait, rest)
	}
	if w.pending.empty() {
		return nil, false, wait
	}
	paths, all = w.pending.due(now)
	if all && w.pace.tooSoon(now) {
		return nil, false, poll
	}
	if all {
		w.restarts = true
		return nil, true, 0
	}
	return paths, false, poll
}
