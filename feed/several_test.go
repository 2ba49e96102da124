package feed_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

// telex returns a file of stories with these headlines. The number of a story is the
// length of its headline.
func telex(headlines ...string) string {
	var b strings.Builder
	for _, h := range headlines {
		fmt.Fprintf(&b, "ZCZC MRD%03d\n%sNNNN\n\n", len(h), copyOf(h, "The ferry sails again.", "Bridge closes"))
	}
	return b.String()
}

func TestTheStoriesOfAFileKeepTheirIDsMarksAndLinks(t *testing.T) {
	root := folder(t, map[string]string{
		"2031/03/14/night.txt": telex("Ferry resumes service", "Bridge closes"),
		"2031/03/14/pier.txt":  copyOf("Pier opens", "The pier is open.", "Ferry resumes service"),
	})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	ferry := find(t, s, "2031/03/14/night.txt#MRD021")
	if err := s.SetStarred(t.Context(), ferry, true); err != nil {
		t.Fatal(err)
	}
	check := func(path string) {
		t.Helper()
		r := row(t, s, path)
		if r.Headline.Title != "Ferry resumes service" || !r.Starred {
			t.Errorf("%s: %+v", path, r)
		}
		st, err := s.Story(t.Context(), r.ID)
		if err != nil || st.Path != path || st.Headline.Title != "Ferry resumes service" {
			t.Fatalf("%s: %+v, %v", path, st, err)
		}
		cited, err := s.CitedBy(t.Context(), r.ID)
		if err != nil || len(cited) != 1 || cited[0].Headline.Title != "Pier opens" {
			t.Errorf("%s is cited by %v, %v", path, paths(cited), err)
		}
		links, err := s.Related(t.Context(), st)
		if err != nil || len(links) != 1 || len(links[0].Targets) != 1 {
			t.Errorf("%s: links %+v, %v", path, links, err)
		}
	}
	check("2031/03/14/night.txt#MRD021")

	write(t, root, "2031/03/14/night.txt", telex("Library moves", "Lamps counted", "Ferry resumes service", "Bridge closes"))
	scan(t, s)
	check("2031/03/14/night.txt#MRD021")
	if n := len(all(t, s)); n != 5 {
		t.Errorf("%d stories, want 5", n)
	}
	write(t, root, "2031/03/14/night.txt", telex("Ferry resumes service", "Bridge closes"))
	scan(t, s)
	check("2031/03/14/night.txt#MRD021")
	age(t, root)
	scan(t, s)
	move(t, root, "2031/03/14/night.txt", "2031/03/14/late.txt")
	scan(t, s)
	check("2031/03/14/late.txt#MRD021")
	if n := len(all(t, s)); n != 3 {
		t.Errorf("%d stories, want 3", n)
	}
	move(t, root, "2031/03/14/late.txt", "late.txt")
	if _, err := s.Story(t.Context(), find(t, s, "2031/03/14/late.txt#MRD021")); err == nil {
		t.Error("a story is read from a file that is gone")
	}
}

func TestAWatchCountsTheStoriesOfAFile(t *testing.T) {
	root := folder(t, map[string]string{"night.txt": telex("Ferry resumes service", "Bridge closes"), "one.txt": copyOf("Pier opens", "The pier is open.")})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	w := watch(t, s)
	write(t, root, "night.txt", telex("Library moves away", "Ferry resumes service", "Bridge closes"))
	w.until("a story is added", func() bool { added, changed, removed := w.sum(); return added == 1 && changed == 0 && removed == 0 })
	write(t, root, "night.txt", telex("Library moves away", "Ferry resumes service"))
	w.until("a story is removed", func() bool { _, _, removed := w.sum(); return removed == 1 })
	if err := os.Remove(filepath.Join(root, "night.txt")); err != nil {
		t.Fatal(err)
	}
	w.until("the file is removed", func() bool { _, _, removed := w.sum(); return removed == 3 })
	if got := paths(all(t, s)); len(got) != 1 || got[0] != "one.txt" {
		t.Errorf("%v are left", got)
	}
}

// ranged is an archive that counts the reads of whole files and of ranges.
type ranged struct {
	archive.Source
	whole, ranges int
}

func (r *ranged) Read(ctx context.Context, path string) ([]byte, error) {
	r.whole++
	return r.Source.Read(ctx, path)
}

func (r *ranged) ReadRange(ctx context.Context, path string, start, length int64) ([]byte, error) {
	r.ranges++
	return archive.ReadRange(ctx, r.Source, path, start, length)
}

func TestAStoryOfAFileIsReadFromItsBytes(t *testing.T) {
	root := folder(t, map[string]string{"night.txt": telex("Ferry resumes service", "Bridge closes"), "one.txt": copyOf("Pier opens", "The pier is open.")})
	age(t, root)
	src := &ranged{Source: source(t, root)}
	s := open(t, src, dirs(t))
	scan(t, s)
	bridge := find(t, s, "night.txt#MRD013")
	read := func(id story.ID, whole, ranges int) {
		t.Helper()
		src.whole, src.ranges = 0, 0
		st, err := s.Story(t.Context(), id)
		if err != nil || st.ID != id || src.whole != whole || src.ranges != ranges {
			t.Errorf("%v, %v: %d whole files, %d ranges", st, err, src.whole, src.ranges)
		}
	}
	if n, err := s.FileCounts(t.Context()); n != (feed.FileCounts{Files: 2, Several: 1, Held: 2}) || err != nil {
		t.Errorf("%+v, %v", n, err)
	}
	read(bridge, 0, 1)
	read(find(t, s, "one.txt"), 1, 0)
	write(t, root, "night.txt", telex("Library moves", "Ferry resumes service", "Bridge closes"))
	read(bridge, 1, 1)
	write(t, root, "night.txt", telex("Library opens"))
	if _, err := s.Story(t.Context(), bridge); err == nil || !strings.Contains(err.Error(), "no longer contains") {
		t.Errorf("%v", err)
	}
}

func TestTheFileOfSeveralStoriesIsAmbiguous(t *testing.T) {
	root := folder(t, map[string]string{"night.txt": telex("Ferry resumes service", "Bridge closes")})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	_, err := s.Find(t.Context(), "night.txt")
	ambiguous, ok := errors.AsType[*feed.AmbiguousError](err)
	if !ok || !ambiguous.File || len(ambiguous.IDs) != 2 || ambiguous.IDs[0] != story.NewID("night.txt#MRD021") {
		t.Errorf("%v", err)
	}
	if id, err := s.Find(t.Context(), root+"/night.txt#MRD013"); err != nil || id != story.NewID("night.txt#MRD013") {
		t.Errorf("%s, %v", id, err)
	}
	single := open(t, source(t, root+"/night.txt"), dirs(t))
	scan(t, single)
	if id, err := single.Find(t.Context(), root+"/night.txt#MRD013"); err != nil || id != story.NewID("night.txt#MRD013") {
		t.Errorf("%s, %v", id, err)
	}
}

func TestTheFileOfAStoryIsOnDisk(t *testing.T) {
	root := folder(t, map[string]string{"night.txt": telex("Ferry resumes service", "Bridge closes"), "a#b.txt": copyOf("Pier opens", "It is open.")})
	s, single := open(t, source(t, root), dirs(t)), open(t, source(t, root+"/night.txt"), dirs(t))
	night, hash := filepath.Join(s.Path(), "night.txt"), filepath.Join(s.Path(), "a#b.txt")
	for path, want := range map[string]string{"night.txt#MRD013": night, "night.txt": night, "a#b.txt": hash, "a#b.txt#2": hash} {
		if got := s.FilePath(&story.Row{Path: path}); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
	if got := single.FilePath(&story.Row{Path: "night.txt#MRD013"}); got != night {
		t.Errorf("%s", got)
	}
}

// TestALargeFileOfSeveralStoriesIsRead reads 20,000 stories in 16 MiB. Budget: a story
// opens in 20 ms.
func TestALargeFileOfSeveralStoriesIsRead(t *testing.T) {
	feedtest.Slow(t)
	var b strings.Builder
	filler := strings.Repeat("The port authority of Skarn said that a line of text was needed here.\n", 9)
	for i := range 20000 {
		fmt.Fprintf(&b, "ZCZC MRD%05d\n%s%sNNNN\n\n", i, copyOf(fmt.Sprint("Ferry number ", i, " sails"), "It sails."), filler)
	}
	root := folder(t, map[string]string{"night.txt": b.String()})
	s := open(t, source(t, root), dirs(t))
	start := time.Now()
	scan(t, s)
	t.Logf("%d MB scanned in %v", b.Len()>>20, time.Since(start))
	start = time.Now()
	const opened = 100
	for i := range opened {
		if _, err := s.Story(t.Context(), story.NewID(fmt.Sprintf("night.txt#MRD%05d", i*200))); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("a story takes %v to open", time.Since(start)/opened)
}
