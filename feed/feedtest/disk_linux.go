package feedtest

import (
	"fmt"
	"syscall"
	"testing"
)

// Disk is a file system of its own, of so many KiB. Only those who may mount
// one have it; for others the test is skipped.
func Disk(t *testing.T, kib int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dk", kib)); err != nil {
		t.Skipf("no disk to fill: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}
