package archive

import (
	"errors"
	"path/filepath"
	"runtime"
	"time"

	"github.com/fsnotify/fsnotify"
)

// notifier tells what happens in the folders that are added to it.
type notifier struct {
	add    func(path string) error
	remove func(path string) error
	close  func() error
	events <-chan fsnotify.Event
	errors <-chan error // some events were lost
}

var errUnwatched = errors.New("this system watches files, not folders")

// connect returns the system's notifier.
func connect() (*notifier, error) {
	switch runtime.GOOS {
	case "linux", "windows":
	default: // a watch there opens every file of the folder
		return nil, errUnwatched
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &notifier{add: w.Add, remove: w.Remove, close: w.Close, events: w.Events, errors: w.Errors}, nil
}

// listen takes what system tells until it is closed.
func (w *watch) listen(system *notifier, ended chan<- struct{}) {
	defer close(ended)
	for {
		select {
		case e, ok := <-system.events:
			if !ok {
				return
			}
			w.happened(e.Name)
		case _, ok := <-system.errors:
			if !ok {
				return
			}
			w.mu.Lock()
			w.pending.everything(time.Now())
			w.mu.Unlock()
			w.rouse()
		}
	}
}

// rouse lets Next look at what waits.
func (w *watch) rouse() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// happened notes what an event at name, on disk, concerns.
func (w *watch) happened(name string) {
	at, err := filepath.Rel(w.root, name)
	if err != nil || !filepath.IsLocal(at) {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	before, now := w.pending.empty(), time.Now()
	switch {
	case at == "." || w.key != "" && name == w.key:
		w.pending.everything(now)
	case w.key != "":
	default:
		for _, path := range w.table.paths(at) {
			w.pending.add(path, now)
		}
	}
	if before && !w.pending.empty() {
		w.rouse()
	}
}
