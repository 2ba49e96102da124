package ui_test

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"dateline/articles"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

const newest = "How to read this edition"

func edition() archive.Source { return archive.FS("built-in edition", "built-in", articles.FS) }

func start(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	return uitest.Start(t, uitest.Open(t, edition(), copied(t)), w, h)
}

func TestTheListOpensOnTheNewestStory(t *testing.T) {
	d := start(t, 80, 24)
	d.Shows(newest, "October 2024 ─", "ALDMOUTH", "? keys", "q quit", "1 of ")
	d.Hides("reading")
}

func TestBackFromALinkReturnsToTheSameLineAndRow(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("j", "j", "k", "k", "enter", "d", "j", "j")
	before := d.Screen()
	d.Press("1")
	if d.Screen() != before {
		t.Error("1 may be the first digit of 14, and has opened a story")
	}
	d.Wait()
	d.Shows("3rd LD", "Miles Okonjo")
	d.Press("q")
	if d.Screen() != before {
		t.Errorf("back from the link:\n%s\nwant\n%s", d.Screen(), before)
	}
	d.Press("q")
	d.Shows(newest, "1 of ")
}

func TestTheTrailGoesBackAndForward(t *testing.T) {
	d := start(t, 100, 30)
	d.Press("enter", "1")
	first := d.Row(0) + d.Row(1)
	d.Press("2")
	second := d.Screen()
	d.Press("H")
	if got := d.Row(0) + d.Row(1); got != first {
		t.Errorf("H leads to %q, want %q", got, first)
	}
	d.Press("L")
	if d.Screen() != second {
		t.Errorf("L leads to\n%s\nwant\n%s", d.Screen(), second)
	}
	d.Press("L")
	d.Shows("The trail ends here.")
	d.Press("alt+left", "alt+left")
	d.Shows(newest)
	d.Press("H")
	d.Shows("The trail begins here")
	d.Press("q")
	d.Shows("1 of ")
}

func TestADeadLinkIsReportedAndTheStoryStays(t *testing.T) {
	store := uitest.Open(t, archive.FS("desk", "desk", fstest.MapFS{
		"a.txt": {Data: []byte("Ferry sails\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n(END)\n-\nFerry sinks in dock\n"), ModTime: uitest.Now},
	}), t.TempDir())
	d := uitest.Start(t, store, 80, 24)
	d.Press("enter")
	d.Shows("Ferry sinks in dock", "not in the archive")
	before := d.Row(0)
	for key, want := range map[string]string{"1": " Not in this archive: Ferry sinks in dock", "enter": " This story has no links."} {
		d.Press("tab", key)
		if got := d.Row(-1); got != want || d.Row(0) != before {
			t.Errorf("%s: %q", key, got)
		}
	}
}

func TestJAndKStepThroughTheListFromAStory(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("j")
	second := d.Row(2)
	d.Press("enter", "K")
	d.Shows(newest)
	d.Press("K")
	d.Shows("This is the first story of the list.")
	d.Press("J", "J", "q")
	d.Shows("3 of ")
	d.Press("k")
	if got := d.Row(2); title(got) != title(second) {
		t.Errorf("row %q, want %q", got, second)
	}
}

// title returns a row of the list without its day and mark.
func title(row string) string { return strings.TrimLeft(row, "•★ 0123456789") }

func TestSpacePagesThroughAStoryAndOpensTheNextUnread(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter")
	for range 12 {
		d.Press("space")
	}
	d.Hides("Press 1 and the first of them opens")
	d.Press("q", "q")
	d.Hides("1 of ")
}

func TestMarksAreKeptAfterTheProgramEnds(t *testing.T) {
	dir := copied(t)
	store := uitest.Open(t, edition(), dir)
	d := uitest.Start(t, store, 80, 24)
	d.Press("s", "j", "m", "j", "enter", "q")
	d.Shows("★", "52 unread of 54")
	rows := []string{d.Row(1), d.Row(2), d.Row(3)}
	unread := d.Row(0)

	again := uitest.Start(t, uitest.Open(t, edition(), dir), 80, 24)
	again.Press("g")
	for i, want := range rows {
		if got := again.Row(i + 1); got != want {
			t.Errorf("row %d is %q, want %q", i+1, got, want)
		}
	}
	if count, _, _ := strings.Cut(unread, "unread"); !strings.Contains(again.Row(0), count) {
		t.Errorf("the head is %q, want the counts of %q", again.Row(0), unread)
	}
}

func TestAMarkIsSavedEvenIfItsCommandNeverRan(t *testing.T) {
	store := uitest.Open(t, edition(), copied(t))
	d := uitest.Start(t, store, 80, 24)
	for _, k := range []string{"s", "j", "s", "m"} {
		d.Model.Update(page.Key(k))
	}
	if err := d.Model.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, err := store.Rows(t.Context(), story.Key{}, 2)
	if err != nil {
		t.Fatal(err)
	}
	if !rows[0].Starred || !rows[1].Starred || !rows[1].Read {
		t.Errorf("kept: %v %v, %v", rows[0].Starred, rows[1].Starred, rows[1].Read)
	}
}

func TestKeysTypedAheadReachTheLineTheyAreMeantFor(t *testing.T) {
	d := start(t, 80, 24)
	d.Burst(page.Key("enter"), page.Key("/"), page.Key("Q"), page.Key("u"))
	if d.Ended {
		t.Fatal("the Q of a search left the program")
	}
	d.Shows("/Qu")
}

func TestAPasteWaitsForTheLineItIsMeantFor(t *testing.T) {
	d := start(t, 80, 24)
	d.Burst(page.Key("enter"), page.Key("/"), tea.PasteMsg{Content: "beer"}, page.Key("space"), tea.PasteMsg{Content: "mat"})
	d.Shows("/beer mat", "1 of 1")
}

func TestTheProgramOpensWhereTheReaderStopped(t *testing.T) {
	for name, keys := range map[string][]string{
		"in the list":           {"j", "j", "j", "d"},
		"in a story":            {"j", "enter", "j", "j", "j"},
		"in a followed story":   {"enter", "6", "d", "d"},
		"in the split list":     {"j", "j", ">"},
		"with a narrower text":  {"enter", "<", "<", "d"},
		"at the end of a story": {"j", "j", "enter", "G"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copied(t)
			d := uitest.Start(t, uitest.Open(t, edition(), dir), 130, 30)
			d.Press(keys...)
			d.Wait() // as after kill -9: nothing is saved at the end
			want := d.Screen()
			again := uitest.Start(t, uitest.Open(t, edition(), dir), 130, 30)
			if got := right(again.Screen()); got != right(want) {
				t.Errorf("opens with\n%s\nwant\n%s", again.Screen(), want)
			}
			if got, want := again.Model.Session(), d.Model.Session(); !reflect.DeepEqual(got, want) {
				t.Errorf("opens at %+v, want %+v", got, want)
			}
		})
	}
}

// right returns the right side of a split screen: the story. The list shows the
// same row, perhaps on another line.
func right(screen string) string {
	var b strings.Builder
	for row := range strings.Lines(screen) {
		_, story, _ := strings.Cut(row, "│")
		b.WriteString(story)
	}
	return b.String()
}

func TestFindInAStoryIsLive(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "j")
	before := d.Screen()
	d.Press("/")
	d.Type("beer mat")
	d.Shows(`"beer mat"`, "/beer mat", "1 of 1")
	d.Press("esc")
	if d.Screen() != before {
		t.Errorf("Esc leads to\n%s\nwant\n%s", d.Screen(), before)
	}
	d.Press("/")
	d.Type("qqqq")
	d.Shows("not in this story")
	d.Press("backspace", "backspace", "backspace", "backspace")
	d.Type("press")
	d.Press("enter", "n", "n")
	d.Shows("3 of ")
	d.Press("N")
	d.Shows("2 of ")
}

func TestTheSplitShowsTheStoryOfTheSelectedRow(t *testing.T) {
	d := start(t, 160, 50)
	d.Shows("│", "A reader who opened this edition")
	d.Press("j")
	d.Hides("A reader who opened this edition")
	d.Press("k", "z")
	d.Shows("│", "A reader who opened this edition")
	d.Hides("around this story")
	d.Press("z")
	d.Hides("│")
	d.Press("z", "enter", "z")
	d.Hides("October 2024 ─")
	d.Press("z")
	d.Shows("│", "A reader who opened this edition")
	d.Press("q")
	if d.Ended {
		t.Error("q in the story left the program")
	}
}

func TestThePreviewMarksNothing(t *testing.T) {
	d := start(t, 160, 50)
	before := d.Row(-1)
	d.Press("j", "k")
	if d.Row(-1) != before {
		t.Errorf("the foot went from %q to %q", before, d.Row(-1))
	}
}

func TestTheMouseSelectsAndScrollsAndOpensNothing(t *testing.T) {
	d := start(t, 80, 24)
	d.Click(20, 4)
	d.Hides("Miles Okonjo")
	before := d.Row(4)
	d.Click(20, 4)
	d.Hides("q back")
	d.Press("enter")
	d.Shows("q back")
	d.Wheel(20, 5, 2)
	d.Press("q")
	if got := d.Row(4); title(got) != title(before) {
		t.Errorf("back on %q, want %q", got, before)
	}
	first := d.Row(1)
	d.Wheel(20, 5, 3)
	if d.Row(1) == first {
		t.Error("the wheel does not scroll the list")
	}
}

func TestABurstOfKeysDoesWhatSlowTypingDoes(t *testing.T) {
	var keys []string
	for _, r := range "jjj\rjjdqjj\r1qqkGkk\rqgj\t\tn\rJJKq" {
		keys = append(keys, named(r))
	}
	slow, fast := start(t, 80, 24), start(t, 80, 24)
	slow.Press(keys...)
	var msgs []tea.Msg
	for _, k := range keys {
		msgs = append(msgs, page.Key(k))
	}
	fast.Burst(msgs...)
	if fast.Screen() != slow.Screen() {
		t.Errorf("typed fast:\n%s\ntyped slowly:\n%s", fast.Screen(), slow.Screen())
	}
}

// named returns the name of the key that types r.
func named(r rune) string {
	switch r {
	case '\r':
		return "enter"
	case '\t':
		return "tab"
	}
	return string(r)
}

func TestEveryPageFillsEverySize(t *testing.T) {
	pages := map[string][]string{
		"list": {"j"}, "story": {"enter"}, "end of story": {"enter", "G"}, "help": {"?"}, "help search": {"?", "/", "u"},
		"find": {"enter", "/", "p"}, "zen": {"enter", "z"}, "find in zen": {"enter", "z", "/", "p"}, "message": {"enter", "L"},
		"around": {"enter", "r"}, "around a row": {"r", "j", "tab"}, "facets": {"f"}, "search": {"/", "f"}, "result": {"/", "f", "enter"},
	}
	for name, keys := range pages {
		t.Run(name, func(t *testing.T) {
			d := start(t, 80, 24)
			d.Press(keys...)
			for _, w := range []int{1, 29, 30, 59, 119, 120, 200, 2, 10, 31, 40, 80, 121, 160}[:feedtest.Rounds(7, 14)] {
				for _, h := range []int{1, 7, 8, 50, 2, 9, 24}[:feedtest.Rounds(4, 7)] {
					d.Resize(w, h)
					rows := strings.Count(d.Screen(), "\n") + 1
					if w >= 30 && h >= 8 && rows != h {
						t.Errorf("%dx%d: %d rows", w, h, rows)
					}
				}
			}
			d.Resize(80, 24)
		})
	}
}

func TestATooSmallScreenShowsAMessageAndKeepsThePlace(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("j", "enter", "d")
	want := d.Screen()
	d.Resize(29, 24)
	d.Shows("Too small")
	d.Resize(80, 7)
	d.Shows("Too small: dateline needs 30 columns and 8 rows.")
	d.Resize(80, 24)
	if d.Screen() != want {
		t.Errorf("after resizing:\n%s\nwant\n%s", d.Screen(), want)
	}
}

func TestAnEmptyArchiveShowsAMessage(t *testing.T) {
	store := uitest.Open(t, archive.FS("the empty desk", "empty", fstest.MapFS{}), t.TempDir())
	d := uitest.Start(t, store, 80, 24)
	d.Shows("There are no stories in the empty desk.")
	d.Press("j", "enter", "G", "g", "tab", "m", "s", "/", "n", "space", "J", "esc")
	d.Shows("There are no stories in the empty desk.")
	d.Press("q")
	if !d.Ended {
		t.Error("q does not leave an empty list")
	}
}

func TestAnUnreadableFileHasARowWithTheReason(t *testing.T) {
	store := uitest.Open(t, archive.FS("desk", "desk", fstest.MapFS{
		"good.txt":  {Data: []byte("Good story\nOSTVIK, Oct. 3 (Meridian) -- It happened on Oct. 3, 2024.\n(END)\n"), ModTime: uitest.Now},
		"photo.jpg": {Data: []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"), ModTime: uitest.Now},
	}), t.TempDir())
	d := uitest.Start(t, store, 80, 24)
	d.Shows("Good story", "photo.jpg", "binary")
	d.Press("g")
	for range 2 {
		d.Press("enter", "q", "j")
	}
	d.Press("k", "K", "enter")
	if s := d.Screen(); !strings.Contains(s, "photo.jpg") && !strings.Contains(s, "Good story") {
		t.Errorf("neither story opens:\n%s", s)
	}
}

func TestARemovedStoryIsReportedByName(t *testing.T) {
	fsys := fstest.MapFS{"gone.txt": {Data: []byte("A story that goes\nOSTVIK, Oct. 3, 2024 (Meridian) -- It happened.\n(END)\n"), ModTime: uitest.Now}}
	d := uitest.Start(t, uitest.Open(t, archive.FS("desk", "desk", fsys), t.TempDir()), 80, 24)
	d.Press("q")
	delete(fsys, "gone.txt")
	d.Press("enter")
	d.Shows("gone.txt")
	d.Press("q")
	d.Shows("A story that goes")
}

func TestLightAndDarkDifferOnlyInColour(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter")
	dark := d.Screen()
	d.Send(tea.BackgroundColorMsg{Color: light{}})
	if d.Screen() != dark {
		t.Error("the text differs")
	}
}

type light struct{}

func (light) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }

func TestAnyResizeKeepsThePlaceInAStory(t *testing.T) {
	for name, keys := range map[string][]string{
		"in the middle": {"j", "j", "j", "j", "j", "enter", "d", "d", "j"},
		"at the end":    {"j", "j", "enter", "G"},
		"near the end":  {"enter", "G", "k", "k"},
	} {
		t.Run(name, func(t *testing.T) {
			d := start(t, 80, 24)
			d.Press(keys...)
			want := d.Screen()
			for _, size := range [][2]int{{160, 50}, {40, 12}, {200, 60}, {30, 8}, {29, 7}, {120, 24}, {80, 25}, {60, 10}} {
				d.Resize(size[0], size[1])
			}
			d.Resize(80, 24)
			if got := d.Screen(); got != want {
				t.Errorf("after resizing:\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestFindSearchesTheStoryAndNotThePage(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "/")
	for _, text := range []string{"year from", "cited by", "698 words"} {
		d.Type(text)
		d.Shows("not in this story")
		for range text {
			d.Press("backspace")
		}
	}
	d.Type("marguerite")
	d.Shows("1 of ")
}

func TestAStoryPassedWithJIsNotMarkedRead(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "J", "J", "J", "q")
	d.Shows("53 unread") // only the first one was opened
	d.Press("enter", "q", "g", "enter", "J")
	d.Wait() // the reader stays
	d.Press("q")
	d.Shows("52 unread")
	d.Press("enter", "J", "d", "q") // the reader scrolls
	d.Shows("51 unread")
}

func TestAStoreWarningIsShownUntilEsc(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/state", []byte("a file where a folder should be"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := uitest.Start(t, uitest.Open(t, edition(), dir), 120, 24)
	warning := d.Row(-1)
	if !strings.Contains(warning, "Esc hides this") {
		t.Fatalf("no warning: %q", warning)
	}
	d.Press("enter", "q")
	d.Shows("Esc hides this")
	d.Press("esc")
	d.Shows("? keys")
}
