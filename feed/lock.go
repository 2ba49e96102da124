package feed

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// turn is a mutex. Waiting for it ends with a context.
type turn chan struct{}

func newTurn() turn { return make(turn, 1) }

// lock waits for the turn. It returns the error of a context that has ended,
// even if the turn is free.
func (t turn) lock(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case t <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t turn) tryLock() bool {
	select {
	case t <- struct{}{}:
		return true
	default:
		return false
	}
}

func (t turn) unlock() { <-t }

// The file locks of a catalog that several processes use. A process holds the
// first while it scans, the second for as long as it watches, the third while
// it opens the catalog or sets it aside, the last while it settles.
const (
	scanLock   = "scan.lock"
	watchLock  = "watch.lock"
	openLock   = "open.lock"
	settleLock = "settle.lock"
)

// fileLock is a lock on a file, which one process holds at a time until it
// releases the lock or ends. A nil fileLock is always free.
type fileLock struct{ file *flock.Flock }

func newFileLock(path string) *fileLock {
	return &fileLock{flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))}
}

// lockBeside returns the lock of that name in the folder of the catalog at
// path; nil for a catalog in memory, which has no path.
func lockBeside(path, name string) *fileLock {
	if path == "" {
		return nil
	}
	return newFileLock(filepath.Join(filepath.Dir(path), name))
}

// try takes the lock unless another process has it. Where files cannot be
// locked it succeeds: the database's own locks keep two scans from harm.
func (l *fileLock) try() bool {
	if l == nil {
		return true
	}
	ok, err := l.file.TryLock()
	return ok || err != nil && !errors.Is(err, syscall.EINTR)
}

// wait tries the lock again and again until it has it or ctx ends. After each try
// that fails it calls meanwhile, unless that is nil. It returns how long it waited.
func (l *fileLock) wait(ctx context.Context, every time.Duration, meanwhile func()) (waited time.Duration, err error) {
	began := time.Now()
	for !l.try() {
		if meanwhile != nil {
			meanwhile()
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(every):
		}
	}
	return time.Since(began), nil
}

func (l *fileLock) release() {
	if l != nil {
		_ = l.file.Unlock() // closing the file releases it too
	}
}
