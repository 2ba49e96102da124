package feedtest

import (
	"fmt"
	"syscall"
	"testing"
)

// Disk mounts a file system of kib KiB and returns its folder. It skips the test if
// the user is not allowed to mount one.
func Disk(t *testing.T, kib int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dk", kib)); err != nil {
		t.Skipf("cannot mount a disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}
