//go:build unix

package feed_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/feed/archive"
	"dateline/feed/story"
)

func TestAHostileArchiveIsReadCompletely(t *testing.T) {
	root := folder(t, map[string]string{
		"good.txt":                 copyOf("Ferry resumes service", "The ferry sails again."),
		"empty.txt":                "",
		"binary.txt":               "\x7fELF\x00\x00\x01\x02" + strings.Repeat("\x00\x01\xfe", 400),
		"huge.txt":                 strings.Repeat("x", archive.MaxSize+1),
		"escapes.txt":              copyOf("Ferry \x1b]0;owned\a\x1b[2Jsails", "It \u202esails\x1b[31m on."),
		"bad \xff\xfe bytes.txt":   copyOf("Bridge closes", "The bridge is shut."),
		"deep/er/and/deeper/s.txt": copyOf("Market opens", "The market is open."),
		"line\nbreak.txt":          copyOf("Library moves", "The library moves."),
	})
	if err := syscall.Mkfifo(filepath.Join(root, "pipe.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{
		"loop": ".", "circle.txt": "circle.txt", "away.txt": "/etc/hostname", "nowhere.txt": "not-there", "link.txt": "good.txt",
	} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	write(t, root, "locked.txt", "secret")
	if err := os.Chmod(filepath.Join(root, "locked.txt"), 0); err != nil {
		t.Fatal(err)
	}
	s := open(t, source(t, root), dirs(t))
	p := scan(t, s)
	rows := all(t, s)
	if !p.Done || len(rows) != p.Added {
		t.Errorf("%+v, %d rows", p, len(rows))
	}
	for path, problem := range map[string]string{
		"good.txt": "", "binary.txt": story.Binary, "huge.txt": story.TooLarge, "escapes.txt": "",
		"bad \xff\xfe bytes.txt": "", "deep/er/and/deeper/s.txt": "", "line\nbreak.txt": "",
		"pipe.txt": story.Unreadable, "away.txt": story.Unreadable, "link.txt": "",
	} {
		r := row(t, s, path)
		if r.Problem != problem {
			t.Errorf("%q: problem %q, want %q", path, r.Problem, problem)
		}
		if strings.ContainsAny(r.Headline.Text+r.Headline.Title, "\x1b\a\u202e\n") {
			t.Errorf("%q: headline %q", path, r.Headline.Text)
		}
		if _, err := s.Story(t.Context(), r.ID); err != nil {
			t.Errorf("%q: %v", path, err)
		}
	}
	second := scan(t, s)
	if second.Added+second.Changed+second.Removed != 0 {
		t.Errorf("a second scan found changes: %+v", second)
	}
	if got := all(t, s); len(got) != len(rows) {
		t.Errorf("a second scan left %d rows of %d", len(got), len(rows))
	}
}

func TestAFileThatBecomesReadableIsRead(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": copyOf("Ferry resumes service", "The ferry sails again.")})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	path := filepath.Join(root, "a.txt")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	if r := row(t, s, "a.txt"); r.Problem != story.Unreadable {
		t.Errorf("problem %q", r.Problem)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	write(t, root, "a.txt", copyOf("Ferry resumes service", "The ferry sails again."))
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	if r := row(t, s, "a.txt"); r.Problem != "" || r.Headline.Text != "Ferry resumes service" {
		t.Errorf("problem %q, headline %q", r.Problem, r.Headline.Text)
	}
}

func TestPathsWithAnyBytesAreFound(t *testing.T) {
	const odd = "sub \xe9\xff/st\x01ory\u202e.txt"
	root := folder(t, map[string]string{odd: copyOf("Ferry resumes service", "The ferry sails again.")})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	id := find(t, s, odd)
	if onDisk := find(t, s, filepath.Join(root, odd)); onDisk != id {
		t.Errorf("ID %s by the path on disk, %s by the path in the archive", onDisk, id)
	}
	r, err := s.Row(t.Context(), id)
	if err != nil || r.Path != odd {
		t.Errorf("path %q, %v", r.Path, err)
	}
	if rows, err := s.Rows(t.Context(), r.Key(), 1); err != nil || len(rows) != 1 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}
