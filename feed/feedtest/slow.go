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

// Rounds returns how often a test that leaves things to chance repeats them:
// many times where DATELINE_TEST_SLOW is set, else a few.
func Rounds(few, many int) int {
	if os.Getenv(slow) == "" {
		return few
	}
	return many
}
