package feed_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// marksOf returns the marks file below d.
func marksOf(t *testing.T, d feed.Dirs) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(d.State, "archives", "*", "marks.db"))
	if err != nil || len(found) != 1 {
		t.Fatalf("marks: %v, %v", found, err)
	}
	return found[0]
}

func TestDamagedMarksAreSetAsideAndStartEmpty(t *testing.T) {
	s, root, d := marked(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := marksOf(t, d)
	for _, aside := range []string{path + ".damaged", path + ".damaged.2"} {
		junk := bytes.Repeat([]byte(aside[len(aside)-3:]), 3000)
		overwrite(t, path, junk)
		s = open(t, source(t, root), d)
		if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], aside+".") {
			t.Errorf("warnings: %q", w)
		}
		if kept, err := os.ReadFile(aside); err != nil || !bytes.Equal(kept, junk) {
			t.Errorf("%s is not the damaged file, %v", aside, err)
		}
		scan(t, s)
		if row(t, s, "2031/03/14/ferry.txt").Starred {
			t.Error("the story has a star from the damaged file")
		}
		if err := s.SetStarred(t.Context(), find(t, s, "2031/03/14/ferry.txt"), true); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = open(t, source(t, root), d)
		if w := s.Warnings(); len(w) > 0 || !row(t, s, "2031/03/14/ferry.txt").Starred {
			t.Errorf("the new marks were not saved, or warnings %q", w)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSeveralStoresSetDamagedMarksAsideOnce(t *testing.T) {
	s, root, d := marked(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := marksOf(t, d)
	overwrite(t, path, bytes.Repeat([]byte("no marks"), 1000))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			s, err := feed.Open(t.Context(), source(t, root), d)
			if err == nil {
				err = s.Close()
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if found, err := filepath.Glob(path + ".damaged*"); err != nil || len(found) != 1 {
		t.Errorf("set aside: %v, %v", found, err)
	}
}

func TestAWarningIsAPlainSentenceThatNamesTheFile(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, archive.FS("desk", "desk", feedtest.FS(3)), feed.Dirs{Cache: blocked, State: blocked})
	for _, w := range s.Warnings() {
		if !strings.Contains(w, blocked) || !strings.HasSuffix(w, ".") || strings.ContainsAny(w, "()") || strings.Contains(w, "mkdir") {
			t.Errorf("warning: %q", w)
		}
	}
}
