//go:build !race

// Under the race detector a sync.Pool drops items at random.

package term_test

import (
	"testing"

	"dateline/feed/term"
)

func TestAppendDoesNotAllocate(t *testing.T) {
	dst := make([]byte, 0, 1<<16)
	for name, text := range texts {
		term.Append(dst, text)
		if n := testing.AllocsPerRun(100, func() { term.Append(dst, text) }); n >= 1 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
