package feedtest

import (
	"os"
	"testing"
)

// The environment variables that Slow and Rounds look for.
const (
	slow = "DATELINE_TEST_SLOW"
	long = "DATELINE_TEST_LONG"
)

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
// variable DATELINE_TEST_LONG is set, else few.
func Rounds(few, many int) int {
	if os.Getenv(long) == "" {
		return few
	}
	return many
}
