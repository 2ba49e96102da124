package feedtest

import (
	"os"
	"testing"
)

// slow is the environment variable that Slow looks for.
const slow = "DATELINE_TEST_SLOW"

// Slow skips the test unless the environment variable DATELINE_TEST_SLOW is
// set. Tests that take seconds call it first: those that kill processes, cut the
// power, fill disks or make many changes at once.
func Slow(tb testing.TB) {
	tb.Helper()
	if os.Getenv(slow) == "" {
		tb.Skipf("slow: set %s=1 to run it", slow)
	}
}

// Rounds returns the number of rounds for a randomized test: many if the environment
// variable DATELINE_TEST_SLOW is set, else few.
func Rounds(few, many int) int {
	if os.Getenv(slow) == "" {
		return few
	}
	return many
}
