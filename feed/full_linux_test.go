package feed_test

import (
	"strings"
	"syscall"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

func TestADiskThatFillsDuringAScanIsReported(t *testing.T) {
	cache := feedtest.Disk(t, 2048)
	s := open(t, archive.FS("desk", "desk", feedtest.FS(damagedStories*3)), feed.Dirs{Cache: cache, State: t.TempDir()})
	scan(t, s)
	answers(t, s)
	if n := len(all(t, s)); n != damagedStories*3 {
		t.Errorf("%d stories", n)
	}
	if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], cache) || !strings.Contains(w[0], "full") {
		t.Errorf("warnings: %q", w)
	}
}

func TestSettleOnAFullDiskKeepsSearchesWorking(t *testing.T) {
	cache := feedtest.Disk(t, 16<<10)
	s := open(t, archive.FS("desk", "desk", feedtest.FS(damagedStories*3)), feed.Dirs{Cache: cache, State: t.TempDir()})
	scan(t, s)
	fill(t, cache)
	for range 3 {
		err := s.Settle(t.Context())
		if err != nil && !strings.Contains(err.Error(), "is full") {
			t.Errorf("%v", err)
		}
	}
	r, err := s.Search(t.Context(), feed.Search{Text: "council"})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := r.Count(t.Context()); err != nil || n == 0 {
		t.Errorf("%d found, %v", n, err)
	}
}

func TestAReadOnlyCacheFolderIsReported(t *testing.T) {
	for _, kept := range []bool{false, true} {
		cache, state := feedtest.Disk(t, 8<<10), t.TempDir()
		if kept {
			s := open(t, archive.FS("desk", "desk", feedtest.FS(damagedStories)), feed.Dirs{Cache: cache, State: state})
			scan(t, s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if err := syscall.Mount("", cache, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			t.Skip(err)
		}
		s := open(t, archive.FS("desk", "desk", feedtest.FS(damagedStories)), feed.Dirs{Cache: cache, State: state})
		scan(t, s)
		answers(t, s)
		if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], cache) || !strings.Contains(w[0], "The catalog will not be saved") {
			t.Errorf("with a catalog %t: warnings %q", kept, w)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
