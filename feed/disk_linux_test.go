package feed_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// fill fills the disk that holds dir.
func fill(t *testing.T, dir string) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "ballast"))
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// onlyWarning returns the warning of a store with its marks in state, and fails unless
// there is exactly one.
func onlyWarning(t *testing.T, cache, state string) string {
	t.Helper()
	s := open(t, archive.FS("desk", "desk", feedtest.FS(3)), feed.Dirs{Cache: cache, State: state})
	scan(t, s)
	s.TryMarks(t.Context())
	w := s.Warnings()
	if len(w) != 1 {
		t.Fatalf("warnings: %q", w)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return w[0]
}

func TestAFullDiskForMarksIsReported(t *testing.T) {
	for name, before := range map[string]func(t *testing.T, cache, state string){
		"no marks yet": func(*testing.T, string, string) {},
		"marks": func(t *testing.T, cache, state string) {
			t.Helper()
			s := open(t, archive.FS("desk", "desk", feedtest.FS(3)), feed.Dirs{Cache: cache, State: state})
			scan(t, s)
			if err := s.SetStarred(t.Context(), all(t, s)[0].ID, true); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			cache, state := t.TempDir(), feedtest.Disk(t, 256)
			before(t, cache, state)
			fill(t, state)
			if w := onlyWarning(t, cache, state); !strings.Contains(w, state) || !strings.Contains(w, "full") || !strings.Contains(w, "saved") {
				t.Errorf("warning: %q", w)
			}
		})
	}
}

func TestAMarkThatDoesNotFitOnTheDiskIsAPlainError(t *testing.T) {
	state := feedtest.Disk(t, 256)
	s := open(t, archive.FS("desk", "desk", feedtest.FS(3)), feed.Dirs{Cache: t.TempDir(), State: state})
	scan(t, s)
	fill(t, state)
	var err error
	for i := 0; err == nil && i < 100; i++ {
		err = s.SetPlace(t.Context(), all(t, s)[0].ID, feed.Place{Block: i})
	}
	if err == nil || !strings.HasPrefix(err.Error(), "the place in the story was not saved: the disk is full at "+state) {
		t.Errorf("%v", err)
	}
}

func TestAReadOnlyStateFolderIsReported(t *testing.T) {
	for _, kept := range []bool{false, true} {
		cache, state := t.TempDir(), feedtest.Disk(t, 1024)
		if kept {
			s := open(t, archive.FS("desk", "desk", feedtest.FS(3)), feed.Dirs{Cache: cache, State: state})
			scan(t, s)
			if err := errors.Join(s.SetStarred(t.Context(), all(t, s)[0].ID, true), s.Close()); err != nil {
				t.Fatal(err)
			}
		}
		if err := syscall.Mount("", state, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			t.Skip(err)
		}
		if w := onlyWarning(t, cache, state); !strings.Contains(w, state) || !strings.Contains(w, "saved") {
			t.Errorf("with marks %t: warning %q", kept, w)
		} else {
			t.Log(w)
		}
		s := open(t, archive.FS("desk", "desk", feedtest.FS(3)), feed.Dirs{Cache: cache, State: state})
		if got := all(t, s)[0].Starred; got != kept {
			t.Errorf("with marks %t: starred is %t", kept, got)
		}
	}
}
