package ui_test

import (
	"context"
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
	"dateline/ui/uitest"
)

// desk is a folder that changes while it is read.
type desk struct {
	t          *testing.T
	root, kept string
}

// newDesk returns a desk of n stories, one a day.
func newDesk(t *testing.T, n int) *desk {
	t.Helper()
	dk := &desk{t: t, root: t.TempDir(), kept: t.TempDir()}
	for i := range n {
		dk.write(i, "Story")
	}
	return dk
}

// day is the day of story i: the higher, the newer.
func day(i int) time.Time { return time.Date(2024, 1, 1+i, 0, 0, 0, 0, time.UTC) }

func (dk *desk) path(i int) string { return filepath.Join(dk.root, fmt.Sprintf("%04d.txt", i)) }

// write writes story i, its headline made of word, and as many paragraphs as
// fill a screen.
func (dk *desk) write(i int, word string, related ...string) {
	dk.t.Helper()
	dk.writeOn(i, day(i), word, related...)
}

func (dk *desk) writeOn(i int, on time.Time, word string, related ...string) {
	dk.t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "%s number %d of the desk\nOSTVIK, %s (Meridian) -- It happened.\n", word, i, on.Format("Jan. 2, 2006"))
	for n := range 30 {
		fmt.Fprintf(&b, "Witness %d of %s saw %s leave %s.\n", n, name(i), name(i+1000), name(i+2000))
	}
	b.WriteString("(END)\n")
	for _, headline := range related {
		b.WriteString("-\n" + headline + "\n")
	}
	dk.file(i, b.String(), on.Add(time.Duration(len(word))*time.Second))
}

// file writes a text as file i.
func (dk *desk) file(i int, text string, modTime time.Time) {
	dk.t.Helper()
	if err := os.WriteFile(dk.path(i), []byte(text), 0o600); err != nil {
		dk.t.Fatal(err)
	}
	if err := os.Chtimes(dk.path(i), modTime, modTime); err != nil {
		dk.t.Fatal(err)
	}
}

// name returns a word for n, so that no two stories of a desk are takes of one.
func name(n int) string {
	var b strings.Builder
	for ; n > 0 || b.Len() == 0; n /= 10 {
		b.WriteString([]string{"ba", "do", "fe", "gu", "ki", "la", "mo", "ne", "ru", "ti"}[n%10])
	}
	return b.String()
}

func (dk *desk) remove(i int) {
	dk.t.Helper()
	if err := os.Remove(dk.path(i)); err != nil {
		dk.t.Fatal(err)
	}
}

func (dk *desk) open() *feed.Store {
	dk.t.Helper()
	src, err := archive.Open(dk.root)
	if err != nil {
		dk.t.Fatal(err)
	}
	return uitest.Open(dk.t, src, dk.kept)
}

// start starts the reader of a desk that was read before.
func (dk *desk) start(w, h int) *uitest.Driver {
	dk.t.Helper()
	store := dk.open()
	if _, err := store.Scan(dk.t.Context(), nil); err != nil {
		dk.t.Fatal(err)
	}
	return uitest.Start(dk.t, store, w, h)
}

// where returns the row of the list under the cursor and its line on the screen.
func where(t *testing.T, d *uitest.Driver) (id story.ID, line int) {
	t.Helper()
	id = d.Model.Session().Row
	row, err := d.Store.Row(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(text, row.Headline.Title) {
			return id, i
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", row.Headline.Title, d.Screen())
	return "", 0
}

func TestTheListFillsByItselfOnTheFirstRun(t *testing.T) {
	dk := newDesk(t, 0)
	d := uitest.Begin(t, dk.open(), 80, 24)
	read := func(p feed.Progress) {
		t.Helper()
		if _, err := d.Store.Scan(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		d.Report(p)
	}
	d.Shows("Reading ")
	d.Report(feed.Progress{Pass: 1, Seen: 1})
	d.Shows("reading, 1 files so far", "? keys")
	for i := 50; i < 70; i++ {
		dk.write(i, "Story")
	}
	read(feed.Progress{Pass: 1, Seen: 20, Total: 80, Added: 20})
	d.Shows("Story number 69", "1 of 20", "[          ] 25%")
	d.Press("j", "j", "j")
	id, line := where(t, d)
	for i := range 30 {
		dk.write(49-i, "Story")
		dk.write(70+i, "Story")
		if i%10 == 9 {
			read(feed.Progress{Pass: 1, Seen: 20 + 2*i, Total: 80, Added: 20 + 2*i})
			if gotID, gotLine := where(t, d); gotID != id || gotLine != line {
				t.Errorf("the cursor went from %s on line %d to %s on line %d", id, line, gotID, gotLine)
			}
		}
	}
	read(feed.Progress{Pass: 1, Seen: 80, Total: 80, Added: 80, Done: true})
	d.Shows("34 of 80")
	d.Hides("%", "files", " new")
	dk.write(100, "Story")
	read(feed.Progress{Pass: 2, Seen: 1, Total: 1, Added: 1, Done: true})
	d.Shows("34 of 80", ". 1 new")
	d.Press("g")
	d.Shows("Story number 100", "1 of 81")
}

func TestTheListKeepsFillingAfterAnInterruptedFirstRun(t *testing.T) {
	dk := newDesk(t, 40)
	first := dk.open()
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := first.Scan(ctx, func(feed.Progress) { cancel() }); err == nil {
		t.Fatal("the scan was not interrupted")
	}
	for i := 40; i < 50; i++ {
		dk.write(i, "Story")
	}
	d := uitest.Start(t, dk.open(), 80, 24)
	d.Shows("Story number 49", "1 of 50")
	d.Hides(" new")
}

func TestALaterStartShowsKnownRowsAndCountsNewOnes(t *testing.T) {
	dk := newDesk(t, 40)
	if _, err := dk.open().Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for i := 40; i < 52; i++ {
		dk.write(i, "Fresh")
	}
	d := uitest.Begin(t, dk.open(), 80, 24)
	d.Shows("Story number 39", "1 of 40")
	before := d.Row(1)
	d.Scan()
	if got := d.Row(1); got != before {
		t.Errorf("the first row went from %q to %q", before, got)
	}
	d.Hides("Fresh", "%")
	d.Shows(". 12 new", "1 of 40", "40 unread")
	d.Press(".")
	d.Shows("Fresh number 51", "1 of 52", "52 unread")
	d.Hides(" new")
	d.Press(".")
	d.Shows("No changes.")
}

func TestShowingNewsKeepsTheSelectedRowInPlace(t *testing.T) {
	for _, h := range []int{13, 8, 24}[:feedtest.Rounds(1, 3)] {
		for _, steps := range []int{1, 2, 5, 6, 11} {
			dk := newDesk(t, 30)
			d := dk.start(80, h)
			for range steps {
				d.Press("j")
			}
			id, line := where(t, d)
			screen := d.Row(line)
			for i := 10; i < 30; i += 3 { // between the rows, at the same time as a row and half a day later
				dk.writeOn(100+i, day(i), "Fresh")
				dk.writeOn(200+i, day(i).Add(12*time.Hour), "Fresh")
			}
			d.Scan()
			if gotID, gotLine := where(t, d); gotID != id || gotLine != line || d.Row(line) != screen {
				t.Errorf("height %d, %d steps: the scan moved the cursor from line %d to %d", h, steps, line, gotLine)
			}
			d.Shows(". 14 new")
			d.Press(".")
			d.Shows("14 new in the list; g goes to the newest.")
			if gotID, gotLine := where(t, d); gotID != id || gotLine != line {
				t.Errorf("height %d, %d steps: the cursor went from %s on line %d to %s on line %d\n%s", h, steps, id, line, gotID, gotLine, d.Screen())
			}
			d.Press("k")
			d.Hides(" new")
		}
	}
}

func TestChangedAndRemovedRowsAreMarkedInPlace(t *testing.T) {
	dk := newDesk(t, 20)
	d := dk.start(80, 24)
	d.Press("j", "j")
	dk.write(18, "Corrected")
	d.Scan()
	d.Shows("Corrected number 18", ". 1 changed", "3 of 20")
	d.Press(".")
	d.Hides(" changed")
	dk.remove(17)
	d.Scan()
	d.Shows("Story number 17 of the desk                                           gone", ". 1 gone", "3 of 20")
	d.Press("enter")
	d.Shows("This story is no longer in the archive.", "Story number 17")
	d.Press("q", ".")
	d.Hides("Story number 17", " gone")
	d.Shows("of 19")
}

func TestAnOpenStoryStaysStillWhenFilesChange(t *testing.T) {
	dk := newDesk(t, 20)
	d := dk.start(80, 24)
	d.Press("j", "j", "j", "enter", "d", "j")
	body := func() string { return d.Screen()[:strings.LastIndex(d.Screen(), "\n")] }
	before := body()
	dk.write(25, "Fresh")
	dk.write(18, "Corrected")
	d.Scan()
	if body() != before {
		t.Errorf("the story went from\n%s\nto\n%s", before, d.Screen())
	}
	d.Shows(". 1 new")
	d.Press("J")
	d.Shows("Story number 15")
	d.Press("K", "K", "K")
	d.Shows("Corrected number 18")
	d.Press("K", "K")
	d.Shows("first story of the list")
}

func TestANewerVersionOfAnOpenStoryIsShownAtAKeyPress(t *testing.T) {
	dk := newDesk(t, 3)
	d := dk.start(80, 24)
	d.Press("enter", "d", "j")
	top := d.Row(1)
	dk.write(2, "Corrected")
	d.Scan()
	d.Shows(". newer version", "Story number 2")
	d.Press(".")
	if got := d.Row(1); got != top {
		t.Errorf("the top went from %q to %q", top, got)
	}
	d.Shows("Corrected number 2")
	d.Hides("newer version")
	dk.remove(2)
	d.Scan()
	d.Shows("no longer in the archive")
	if got := d.Row(1); got != top {
		t.Errorf("the top went from %q to %q", top, got)
	}
}

func TestALinkIsNotDeadWhileTheArchiveIsRead(t *testing.T) {
	dk := newDesk(t, 0)
	dk.write(5, "Story", "Fresh number 1 of the desk")
	d := uitest.Begin(t, dk.open(), 80, 24)
	if _, err := d.Store.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	d.Report(feed.Progress{Pass: 1, Seen: 1, Total: 2, Added: 1})
	d.Press("enter", "G")
	d.Shows("Fresh number 1", "not found so far", "archive 50%")
	d.Hides("not in this archive")
	d.Press("1")
	d.Shows("Not found so far: Fresh number 1")
	dk.write(1, "Fresh")
	d.Press("g", "G")
	line := d.Row(5)
	d.Scan()
	d.Hides("so far", "not in this archive")
	d.Shows("2 Jan")
	if got := d.Row(5); got != line {
		t.Errorf("row 5 went from %q to %q", line, got)
	}
	d.Press("1")
	d.Shows("Fresh number 1")
}

func TestAnUnreadableArchiveIsReportedAndTheListStays(t *testing.T) {
	dk := newDesk(t, 5)
	d := dk.start(80, 24)
	if err := os.Rename(dk.root, dk.root+"-away"); err != nil {
		t.Fatal(err)
	}
	d.Scan()
	said := d.Row(-1)
	if !strings.HasPrefix(said, " there is no file or folder") {
		t.Errorf("the foot says %q", said)
	}
	d.Shows("Story number 4")
	d.Press("j")
	d.Shows("2 of 5")
	d.Report(feed.Progress{Pass: 3, Done: true})
	d.Shows("2 of 5")
}

func TestNewFilesAreSeenWhileTheReaderIsOpen(t *testing.T) {
	dk := newDesk(t, 3)
	d := uitest.Live(t, dk.open(), 80, 24)
	d.Until("1 of 3")
	d.Until("Story number 2")
	time.Sleep(100 * time.Millisecond)
	dk.write(3, "Fresh")
	d.Until(". 1 new")
	d.Press(".")
	d.Shows("Fresh number 3", "1 of 4")
	second := uitest.Live(t, dk.open(), 80, 24)
	second.Until("1 of 4")
	dk.write(4, "Fresh")
	second.Until(". 1 new")
	d.Until(". 1 new")
}
