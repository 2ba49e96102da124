package feed_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
)

// swap replaces the file at path with another one that has the same time.
func swap(t *testing.T, root, path, text string) {
	t.Helper()
	name := filepath.Join(root, filepath.FromSlash(path))
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, root, path+".tmp~", text)
	if err := os.Chtimes(name+".tmp~", time.Now(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(name+".tmp~", name); err != nil {
		t.Fatal(err)
	}
}

func TestAReplacedFileWithTheSameSizeAndTimeIsComparedByContent(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("inodes are not compared on this system")
	}
	root := folder(t, map[string]string{"a.txt": copyOf("Ferry halts", "No ferry sails.")})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	swap(t, root, "a.txt", copyOf("Ferry halts", "No ferry sails."))
	if p := scan(t, s); p.Read != 1 || p.Changed != 0 {
		t.Errorf("the same content: %+v", p)
	}
	if p := scan(t, s); p.Read != 0 {
		t.Errorf("the file is read again: %+v", p)
	}
	swap(t, root, "a.txt", copyOf("Ferry sails", "No ferry halts."))
	if p := scan(t, s); p.Read != 1 || p.Changed != 1 {
		t.Errorf("other content: %+v", p)
	}
	if r := row(t, s, "a.txt"); r.Headline.Text != "Ferry sails" {
		t.Errorf("headline %q", r.Headline.Text)
	}
}

func TestAMissingArchiveKeepsItsRows(t *testing.T) {
	root := filepath.Join(t.TempDir(), "archive")
	write(t, root, "2031/a.txt", copyOf("Ferry sails", "It sails."))
	src, err := archive.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, src, dirs(t))
	scan(t, s)
	away := root + ".away"
	if err := os.Rename(root, away); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Scan(t.Context(), nil); err == nil {
		t.Error("a scan of a missing folder did not fail")
	}
	if err := os.Mkdir(root, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Scan(t.Context(), nil); err == nil {
		t.Error("a scan of an empty folder did not fail")
	}
	hasStories(t, s, 1)
	if err := os.Remove(root); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, root); err != nil {
		t.Fatal(err)
	}
	if p := scan(t, s); p.Added+p.Removed > 0 {
		t.Errorf("when it is back: %+v", p)
	}
}

// hasStories fails unless s has n stories.
func hasStories(t *testing.T, s *feed.Store, n int) {
	t.Helper()
	if c, err := s.Counts(t.Context(), feed.Files); err != nil || c.Stories != n {
		t.Errorf("%d stories, want %d, %v", c.Stories, n, err)
	}
}
