package feed_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// marksOf returns the marks file below d.
func marksOf(t *testing.T, d feed.Dirs) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(d.State, "marks.db"))
	if err != nil || len(found) != 1 {
		t.Fatalf("marks: %v, %v", found, err)
	}
	return found[0]
}

func TestDamagedMarksAreSetAsideAndSaved(t *testing.T) {
	s, root, d := marked(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := marksOf(t, d)
	for _, aside := range []string{path + ".damaged", path + ".damaged.2"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		copy(data, "This is not the header of a database.")
		overwrite(t, path, data)
		s = open(t, source(t, root), d)
		if w := s.Warnings(); len(w) != 1 || w[0] != "Marks were damaged; saved: 1 story of "+aside+" to "+path+"." {
			t.Errorf("warnings: %q", w)
		}
		if kept, err := os.ReadFile(aside); err != nil || !bytes.Equal(kept, data) {
			t.Errorf("%s is not the damaged file, %v", aside, err)
		}
		scan(t, s)
		isMarked(t, s, "2031/03/14/ferry.txt")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = open(t, source(t, root), d)
		if w := s.Warnings(); len(w) > 0 {
			t.Errorf("warnings %q", w)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAWatchMakesABackupOfTheMarks(t *testing.T) {
	s, root, d := marked(t)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Watch(ctx, nil) }()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if list, err := filepath.Glob(filepath.Join(d.State, "backups", "marks-*.db")); err == nil && len(list) == 1 {
			break
		}
	}
	stop()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	overwrite(t, marksOf(t, d), bytes.Repeat([]byte("no marks"), 1000))
	s = open(t, source(t, root), d)
	isMarked(t, s, "2031/03/14/ferry.txt")
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
