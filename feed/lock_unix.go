//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package feed

import (
	"os"
	"syscall"
)

// lock is held by one process at a time; it goes with the process.
type lock struct{ f *os.File }

func newLock(path string) (*lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	return &lock{f}, nil
}

// try takes the lock, unless another process has it. Where the file system
// knows no locks it is as good as taken.
func (l *lock) try() bool {
	err := syscall.Flock(int(l.f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return err != syscall.EWOULDBLOCK && err != syscall.EINTR
}

func (l *lock) release() { _ = l.f.Close() }
