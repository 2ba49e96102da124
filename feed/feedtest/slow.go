package feedtest

import (
	"os"
	"testing"
)

// slow is the environment variable that Slow looks for.
const slow = "DATELINE_TEST_SLOW"

// Slow skips the test unless the environment variable DATELINE_TEST_SLOW is
// set. Tests call it first when they take seconds: when they kill processes,
// cut the power, fill disks or send storms of changes.
func Slow(t testing.TB) {
	t.Helper()
	if os.Getenv(slow) == "" {
		t.Skipf("slow: set %s=1 to run it", slow)
	}
}
