package watch

import (
	"path/filepath"
	"time"
)

// listen receives events from system until it is closed, then closes ended.
func (w *Watch) listen(system *notifier, ended chan<- struct{}) {
	defer close(ended)
	for {
		select {
		case e, ok := <-system.events:
			if !ok {
				return
			}
			w.changed(e.Name)
		case _, ok := <-system.errors:
			if !ok {
				return
			}
			w.lost()
		}
	}
}

// lost records that events were lost.
func (w *Watch) lost() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pending.addEverything(time.Now())
	w.wakeNext()
}

// changed records an event at name, an absolute path.
func (w *Watch) changed(name string) {
	location, err := filepath.Rel(w.root, name)
	if err != nil || !filepath.IsLocal(location) {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	wasEmpty, now := w.pending.empty(), time.Now()
	switch {
	case location == ".", w.only != "" && name == w.only:
		w.pending.addEverything(now)
	case w.only != "":
		return
	default:
		for _, path := range w.table.paths(location) {
			w.pending.add(path, now)
		}
	}
	if wasEmpty && !w.pending.empty() {
		w.wakeNext()
	}
}

// wakeNext makes Next check the pending changes.
func (w *Watch) wakeNext() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}
