package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed/feedtest"
)

// maxMemory is the peak memory of an index run in MiB: stories that are not in the
// catalog yet, the caches of the database, and garbage.
const maxMemory = 300

// hostile has functions that return the text of a file that needs much memory.
var hostile = map[string]func(size int) string{
	"without a space": func(size int) string { return strings.Repeat("a", size) },
	"all words":       func(size int) string { return numbered(size, "%x ") },
	"all Chinese": func(size int) string {
		return strings.Repeat("利率上升港口渡轮停航市长说没有时间", size/51)
	},
	"all headlines":   func(size int) string { return "Ferry sails\n(END)\n" + numbered(size, "-\nFerry %d sails\n") },
	"all short lines": func(size int) string { return strings.Repeat("a\n", size/2) },
}

// numbered returns at least size bytes of a format with increasing numbers.
func numbered(size int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestMemoryIsBounded indexes large files of each kind.
func TestMemoryIsBounded(t *testing.T) {
	feedtest.Slow(t)
	const n, size = 6, 2 << 20
	for kind, text := range hostile {
		t.Run(kind, func(t *testing.T) {
			dir := t.TempDir()
			h := home{filepath.Join(dir, "archive"), filepath.Join(dir, "cache"), filepath.Join(dir, "state")}
			if err := os.MkdirAll(h.archive, 0o755); err != nil {
				t.Fatal(err)
			}
			for i := range n {
				name := filepath.Join(h.archive, fmt.Sprintf("%03d.txt", i))
				if err := os.WriteFile(name, []byte("Pier opens\n\n"+text(size)), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			mib := h.indexed(t)
			t.Logf("%d MiB", mib)
			if mib > maxMemory {
				t.Errorf("%d MiB, more than %d", mib, maxMemory)
			}
		})
	}
}
