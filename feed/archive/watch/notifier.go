package watch

import (
	"errors"
	"runtime"

	"github.com/fsnotify/fsnotify"
)

// notifier reports events in the folders that are added to it.
type notifier struct {
	add    func(path string) error
	remove func(path string) error
	close  func() error // closes events
	events <-chan fsnotify.Event
	errors <-chan error // each error reports that events were lost
}

var errFilesOnly = errors.New("this system watches files, not folders")

// connect returns the system's notifier.
func connect() (*notifier, error) {
	switch runtime.GOOS {
	case "linux", "windows":
	default: // a watch on a folder opens every file in it
		return nil, errFilesOnly
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &notifier{add: w.Add, remove: w.Remove, close: w.Close, events: w.Events, errors: w.Errors}, nil
}
