package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"dateline/feed/archive"
	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// hold sends the key down n times, as often as a keyboard repeats it.
func hold(term *uitest.Terminal, n int) {
	for range n {
		term.Program.Send(page.Key("j"))
		time.Sleep(33 * time.Millisecond)
	}
}

func TestAHeldKeyShowsTheTextAtOnceAndLinksWhenItIsReleased(t *testing.T) {
	onTerminal(t, edition(), 160, 60, func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
		hold(term, 8)
		term.Shows("9 of 54", "Teodor Vance was a surveyor", "looking …")
		term.Settle()
		if screen := term.Screen(); strings.Contains(screen, "looking …") {
			t.Errorf("the stories around the last one are not shown:\n%s", screen)
		}
		term.Send("Q")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
	})
}

func TestOneKeyDoesNotWaitForItsLinks(t *testing.T) {
	onTerminal(t, edition(), 160, 60, func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
		hold(term, 1)
		if screen := term.Screen(); strings.Contains(screen, "looking …") || !strings.Contains(screen, "2 of 54") {
			t.Errorf("after one key:\n%s", screen)
		}
		term.Send("Q")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
	})
}

func TestAStoryOfManyRelatedHeadlinesOpensLikeAnyOther(t *testing.T) {
	var index strings.Builder
	index.WriteString("Index of headlines\nOSTVIK, Oct. 4, 2024 (Meridian) -- All of them.\n(END)\n")
	for i := range 1200 {
		fmt.Fprintf(&index, "-\nHarbor ferry number %d resumes service\n", i+1)
	}
	src := archive.FS("desk", "desk", fstest.MapFS{
		"index.txt": {Data: []byte(index.String()), ModTime: uitest.Now},
		"ferry.txt": {Data: []byte("Harbor ferry number 1199 resumes service\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n(END)\n"), ModTime: uitest.Now},
	})
	for _, w := range []int{80, 110, 160} {
		d := uitest.Start(t, uitest.Open(t, src, t.TempDir()), w, 30)
		d.Press("enter")
		d.Shows("All of them.", "1 of 1200", "1199 Harbor ferry number 1199")
		d.Press("tab", "enter")
		d.Shows("It sailed.")
		d.Press("q")
		d.Shows("All of them.", "1199 Harbor ferry number 1199")
		d.Press("G")
		d.Shows("1200")
		d.Press("r")
		d.Shows("1199 Harbor ferry number 1199")
	}
}
