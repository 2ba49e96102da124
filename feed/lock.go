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

// mutex is a mutex whose lock method stops waiting when a context ends.
type mutex chan struct{}

func newMutex() mutex { return make(mutex, 1) }

// lock locks m. It returns the error of a context that has ended, even if m is free.
func (m mutex) lock(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case m <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (m mutex) tryLock() bool {
	select {
	case m <- struct{}{}:
		return true
	default:
		return false
	}
}

func (m mutex) unlock() { <-m }

func (m mutex) locked() bool { return len(m) > 0 }

// The file locks of a catalog that several processes use. A process holds scanLock
// while it scans, watchLock while it watches, openLock while it opens the catalog or
// sets it aside, and settleLock while it settles.
const (
	scanLock   = "scan.lock"
	watchLock  = "watch.lock"
	openLock   = "open.lock"
	settleLock = "settle.lock"
)

// fileLock is a lock on a file. One process at a time holds it, until it releases the
// lock or ends. A nil fileLock is always free.
type fileLock struct{ file *flock.Flock }

func newFileLock(path string) *fileLock {
	return &fileLock{flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))}
}

// lockBeside returns the lock with that name in the folder of the catalog at path, or
// nil for a catalog in memory, which has no path.
func lockBeside(path, name string) *fileLock {
	if path == "" {
		return nil
	}
	return newFileLock(filepath.Join(filepath.Dir(path), name))
}

// try takes the lock unless another process has it. If files cannot be locked it
// succeeds, because the locks of the database make two scans safe.
func (l *fileLock) try() bool {
	if l == nil {
		return true
	}
	ok, err := l.file.TryLock()
	return ok || err != nil && !errors.Is(err, syscall.EINTR)
}

// wait tries to take the lock until it succeeds or ctx ends. After each failed try it
// calls meanwhile, unless that is nil. It returns how long it waited.
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
