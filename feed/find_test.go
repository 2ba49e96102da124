package feed_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/story"
)

var rowsTop story.Key

func TestFindAcceptsIDsPrefixesAndPaths(t *testing.T) {
	root := folder(t, map[string]string{
		"2031/03/14/ferry.txt": copyOf("Ferry resumes service", "The ferry sails again."),
		"2031/03/14/abc.txt":   copyOf("Bridge closes", "The bridge is shut."),
		"abcd":                 copyOf("Market opens", "The market is open."),
	})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	id := story.NewID("2031/03/14/ferry.txt")
	other := filepath.Join(t.TempDir(), "way in")
	if err := os.Symlink(root, other); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(root, "2031"))
	for _, ref := range []string{
		string(id), strings.ToUpper(string(id)), string(id[:8]), "2031/03/14/ferry.txt", "./2031/03/14/ferry.txt",
		filepath.Join(root, "2031/03/14/ferry.txt"), filepath.Join(other, "2031/03/14/ferry.txt"),
		"03/14/ferry.txt", "../2031/03/14/ferry.txt",
	} {
		if got, err := s.Find(t.Context(), ref); got != id || err != nil {
			t.Errorf("%s: %s, %v", ref, got, err)
		}
	}
	for _, ref := range []string{"", "no such story", "zzzzzzzzzzzz", "2031/03/14", root, "ferry.txt", "%", "_"} {
		if got, err := s.Find(t.Context(), ref); !errors.Is(err, feed.ErrNotFound) {
			t.Errorf("%s: %s, %v", ref, got, err)
		}
	}
	if got, err := s.Find(t.Context(), "abcd"); got != story.NewID("abcd") || err != nil {
		t.Errorf("a path that looks like an ID: %s, %v", got, err)
	}
}

func TestAPrefixOfSeveralIDsIsAmbiguous(t *testing.T) {
	s := desk(t, 200)
	ids := map[string]int{}
	for _, r := range all(t, s) {
		ids[string(r.ID[:1])]++
	}
	for letter, n := range ids {
		_, err := s.Find(t.Context(), letter)
		ambiguous, ok := errors.AsType[*feed.AmbiguousError](err)
		if (n > 1) != ok || ok && len(ambiguous.IDs) < 2 {
			t.Errorf("%q of %d: %v", letter, n, err)
		}
	}
}

func TestTheErrorForAMissingFileNamesIt(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": copyOf("Ferry resumes service", "The ferry sails again.")})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	id := find(t, s, "a.txt")
	if err := os.Remove(filepath.Join(root, "a.txt")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Story(t.Context(), id); err == nil || !strings.Contains(err.Error(), "a.txt") {
		t.Errorf("error %v", err)
	}
	if _, err := s.Story(t.Context(), "aaaaaaaaaaaa"); !errors.Is(err, feed.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

func TestStandardInputLeavesNoFiles(t *testing.T) {
	d := dirs(t)
	text := copyOf("Ferry resumes service", "The ferry sails again.")
	s := open(t, archive.Text("standard input", []byte(text)), d)
	if p := scan(t, s); p.Added != 1 {
		t.Errorf("%+v", p)
	}
	id := all(t, s)[0].ID
	if err := s.SetStarred(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	if r, err := s.Row(t.Context(), id); err != nil || !r.Starred || r.Headline.Text != "Ferry resumes service" {
		t.Errorf("%+v, %v", r, err)
	}
	for _, dir := range []string{d.Cache, d.State} {
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s was created: %v", dir, err)
		}
	}
}

func TestIdenticalFilesAreRowsAndAllButOneAreDuplicates(t *testing.T) {
	text := copyOf("Ferry resumes service", "The ferry sails again.")
	root := folder(t, map[string]string{"b.txt": text, "a.txt": text, "c.txt": text, "other.txt": copyOf("Bridge closes", "Shut.")})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	duplicates := func() string {
		var out []string
		for _, p := range problems(t, s) {
			if p.Doubt.Problem == story.Duplicate {
				out = append(out, p.Path+": "+p.Doubt.Detail)
			}
		}
		return strings.Join(out, "\n")
	}
	if got, want := duplicates(), "b.txt: the same as a.txt\nc.txt: the same as a.txt"; got != want {
		t.Errorf("duplicates:\n%s\nwant:\n%s", got, want)
	}
	if n := len(all(t, s)); n != 4 {
		t.Errorf("%d rows", n)
	}
	if err := os.Remove(filepath.Join(root, "a.txt")); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	if got, want := duplicates(), "c.txt: the same as b.txt"; got != want {
		t.Errorf("duplicates without a.txt:\n%s\nwant:\n%s", got, want)
	}
	if n, err := s.Counts(t.Context(), feed.Files); err != nil || n.Problems != len(problems(t, s)) {
		t.Errorf("%+v, %v, and %d problems", n, err, len(problems(t, s)))
	}
}
