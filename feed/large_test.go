package feed_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feed"
)

// mailFolder returns a mail folder of messages, numbered from first to last, that is large if
// there are at least 60 of them.
func mailFolder(first, last int) string {
	var b strings.Builder
	pad := "--b\nContent-Type: application/octet-stream\n\n" + strings.Repeat(strings.Repeat("A", 76)+"\n", 4000) + "--b--\n\n"
	for n := first; n <= last; n++ {
		fmt.Fprintf(&b, "From a@skarn.example Fri Mar 14 09:15:00 2031\nFrom: Dora Holm <dora@skarn.example>\nDate: Fri, 14 Mar 2031 09:%02d:00 +0000\n"+
			"Subject: Ferry %d sails\nMessage-ID: <%d@skarn.example>\n"+
			"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe ferry sails again, for the %dth time.\n\n%s", n%60, n, n, n, pad)
	}
	return b.String()
}

// refreshed fails the test unless bringing the catalog up to date changes it like that.
func refreshed(t *testing.T, s *feed.Store, root, want string) {
	t.Helper()
	if err := os.Chtimes(root, time.Time{}, time.Now()); err != nil {
		t.Fatal(err)
	}
	p := scan(t, s)
	if got := fmt.Sprintf("%d added, %d changed, %d removed", p.Added, p.Changed, p.Removed); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// opens fails the test unless the message of that number is in the list and can be read.
func opens(t *testing.T, s *feed.Store, n int) {
	t.Helper()
	want := fmt.Sprintf("Ferry %d sails", n)
	for _, r := range all(t, s) {
		if r.Headline.Title == want {
			st, err := s.Story(t.Context(), r.ID)
			if err != nil || st.Headline.Title != want || st.Path != r.Path || !strings.Contains(st.Body[0].Text, fmt.Sprintf(" %dth", n)) {
				t.Errorf("%s is %+v, %v", r.Path, st, err)
			}
			return
		}
	}
	t.Errorf("%q is not in the list", want)
}

func TestALargeMailFolderIsReadAndFollowed(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": copyOf("Pier opens", "The pier is open."), "desk.mbox": mailFolder(1, 70)})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	refreshed(t, s, root, "71 added, 0 changed, 0 removed")
	for _, n := range []int{1, 14, 15, 70} {
		opens(t, s, n)
	}
	if n, err := s.FileCounts(t.Context()); err != nil || n != (feed.FileCounts{Files: 2, Several: 1, Held: 70}) {
		t.Errorf("%+v, %v", n, err)
	}
	if got := problemsOf(t, s); len(got) > 0 {
		t.Errorf("problems %q", got)
	}
	refreshed(t, s, root, "0 added, 0 changed, 0 removed")

	// The folder grows, is cut off, is rewritten, and is not large any more.
	write(t, root, "desk.mbox", mailFolder(1, 72))
	refreshed(t, s, root, "2 added, 0 changed, 0 removed")
	opens(t, s, 72)
	write(t, root, "desk.mbox", mailFolder(1, 60)+"From a@skarn")
	refreshed(t, s, root, "0 added, 1 changed, 12 removed") // the last message has changed
	opens(t, s, 60)
	write(t, root, "desk.mbox", mailFolder(2, 62))
	scan(t, s)
	for _, n := range []int{2, 30, 62} {
		opens(t, s, n)
	}
	if n := len(all(t, s)); n != 62 {
		t.Errorf("%d stories, want 62", n)
	}
	write(t, root, "desk.mbox", mailFolder(3, 5))
	scan(t, s)
	opens(t, s, 5)
	if n := len(all(t, s)); n != 4 {
		t.Errorf("%d stories, want 4", n)
	}
	write(t, root, "desk.mbox", mailFolder(5, 70))
	scan(t, s)
	opens(t, s, 5)
	opens(t, s, 70)
	move(t, root, "desk.mbox", "late.mbox")
	scan(t, s)
	opens(t, s, 70)
	if n := len(all(t, s)); n != 67 {
		t.Errorf("%d stories, want 67", n)
	}
	if err := os.Remove(filepath.Join(root, "late.mbox")); err != nil {
		t.Fatal(err)
	}
	refreshed(t, s, root, "0 added, 0 changed, 66 removed")
}

func TestMarksStayInALargeFile(t *testing.T) {
	root := folder(t, map[string]string{"desk.mbox": mailFolder(1, 60)})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	starred := all(t, s)[20]
	if err := s.SetStarred(t.Context(), starred.ID, true); err != nil {
		t.Fatal(err)
	}
	check := func(path string) {
		t.Helper()
		if r := row(t, s, path+strings.TrimPrefix(starred.Path, "desk.mbox")); !r.Starred || r.Headline.Title != starred.Headline.Title {
			t.Errorf("%+v", r)
		}
	}
	write(t, root, "desk.mbox", mailFolder(2, 63))
	scan(t, s)
	check("desk.mbox")
	age(t, root)
	scan(t, s)
	move(t, root, "desk.mbox", "late.mbox")
	scan(t, s)
	check("late.mbox")
}

func TestALargeFileThatIsCompressedIsReadInSections(t *testing.T) {
	root := folder(t, map[string]string{"desk.mbox.gz": gzipped(t, mailFolder(1, 60))})
	s := open(t, source(t, root), dirs(t))
	refreshed(t, s, root, "60 added, 0 changed, 0 removed")
	opens(t, s, 1)
	opens(t, s, 60)
	write(t, root, "desk.mbox.gz", gzipped(t, mailFolder(1, 61)))
	refreshed(t, s, root, "1 added, 0 changed, 0 removed")
}

func TestALargeFileOfOneStoryIsAProblem(t *testing.T) {
	root := folder(t, map[string]string{"large.txt": strings.Repeat("The ferry sails again.\n", 1<<20)})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	for range 2 {
		scan(t, s)
		if got := problemsOf(t, s); len(got) != 1 || got[0] != "large.txt: too-large" {
			t.Errorf("problems %q", got)
		}
	}
	refreshed(t, s, root, "0 added, 0 changed, 0 removed")
	write(t, root, "large.txt", mailFolder(1, 60))
	scan(t, s)
	opens(t, s, 60)
	if n := len(all(t, s)); n != 60 {
		t.Errorf("%d stories, want 60", n)
	}
	write(t, root, "large.txt", strings.Repeat("The ferry sails again.\n", 1<<20))
	scan(t, s)
	if n := len(all(t, s)); n != 1 {
		t.Errorf("%d stories, want 1", n)
	}
}
