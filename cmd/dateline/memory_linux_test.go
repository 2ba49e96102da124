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

// hostile are files of texts that need much memory.
var hostile = map[string]struct {
	n, size int
	text    func(size int) string
}{
	"without a space": {6, 2 << 20, func(size int) string { return strings.Repeat("a", size) }},
	"all words":       {6, 2 << 20, func(size int) string { return numbered(size, "%x ") }},
	"all Chinese": {6, 2 << 20, func(size int) string {
		return strings.Repeat("利率上升港口渡轮停航市长说没有时间", size/51)
	}},
	"all headlines":   {6, 2 << 20, func(size int) string { return "Ferry sails\n(END)\n" + numbered(size, "-\nFerry %d sails\n") }},
	"all short lines": {6, 2 << 20, func(size int) string { return strings.Repeat("a\n", size/2) }},
	"large, numbers":  {4, 15_000_000, func(size int) string { return numbered(size, "%x ") }},
	"large, words":    {2, 15_000_000, words},
}

// words returns size bytes of words of letters, each a different one.
func words(size int) string {
	text := make([]byte, 0, size+8)
	for i := 0; len(text) < size; i++ {
		for n := i + 1<<20; n > 0; n /= 16 {
			text = append(text, "bcdfghjklmnpqrst"[n%16])
		}
		text = append(text, ' ')
	}
	return string(text)
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
	for kind, file := range hostile {
		t.Run(kind, func(t *testing.T) {
			dir := t.TempDir()
			h := home{filepath.Join(dir, "archive"), filepath.Join(dir, "cache"), filepath.Join(dir, "state")}
			if err := os.MkdirAll(h.archive, 0o755); err != nil {
				t.Fatal(err)
			}
			for i := range file.n {
				name := filepath.Join(h.archive, fmt.Sprintf("%03d.txt", i))
				if err := os.WriteFile(name, []byte("Pier opens\n\n"+file.text(file.size)), 0o600); err != nil {
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
