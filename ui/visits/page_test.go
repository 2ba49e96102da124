package visits

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// open returns the sheet of n stories; the reader is in the second.
func open(n, w, h int) *Page {
	th := theme.Look{}.Theme(true)
	var rows []story.Row
	for i := range n {
		rows = append(rows, story.Row{ID: story.ID(strconv.Itoa(i)), Headline: story.Headline{Title: fmt.Sprintf("Ferry %d sails", i), Take: story.Take(1 + i%3)}, Date: story.Date{Year: 2024, Month: 10, Day: 1 + i}})
	}
	p := New(rows, "1")
	p.SetTheme(&th)
	p.Resize(w, h)
	return p
}

func TestTheSheetListsTheStoriesAndMarksTheOneOnTheScreen(t *testing.T) {
	want := []string{
		"── Stories visited ─────────────────────────────── 3 ──",
		"   Ferry 0 sails                            1 Oct 2024",
		" › Ferry 1 sails                      LEAD  2 Oct 2024",
		"   Ferry 2 sails                       2LD  3 Oct 2024",
	}
	got := strings.Split(ansi.Strip(open(3, 55, 4).View()), "\n")
	for i := range got {
		if strings.TrimRight(got[i], " ") != want[i] {
			t.Errorf("line %d is\n%q, want\n%q", i, got[i], want[i])
		}
	}
}

func TestEnterGoesToTheStory(t *testing.T) {
	for keys, want := range map[string]intent.Intent{
		"enter": intent.Close{}, "j l": intent.Revisit{ID: "2"}, "G enter": intent.Revisit{ID: "8"}, "g right": intent.Revisit{ID: "0"},
		"q": intent.Close{}, "esc": intent.Close{}, "h": intent.Close{}, "k j k": nil, "space d b u k enter": intent.Revisit{ID: "0"},
	} {
		p := open(9, 60, 5)
		var in intent.Intent
		for k := range strings.FieldsSeq(keys) {
			in = p.Update(page.Key(k))
			if p.cursor < p.top || p.cursor >= p.top+4 {
				t.Errorf("%s: row %d is not on the screen from %d on", keys, p.cursor, p.top)
			}
		}
		if in != want {
			t.Errorf("%s: %#v, want %#v", keys, in, want)
		}
	}
	if in := open(0, 60, 5).Update(page.Key("enter")); in != (intent.Close{}) {
		t.Errorf("without stories: %#v", in)
	}
}

func TestAClickAndTheWheelSelect(t *testing.T) {
	p := open(9, 60, 6)
	p.Click(1)
	if p.cursor != 0 {
		t.Errorf("a click on the first line selects row %d", p.cursor)
	}
	if p.Wheel(3); p.cursor != 3 {
		t.Errorf("the wheel leads to row %d", p.cursor)
	}
	if p.Click(0); p.cursor != 3 {
		t.Error("a click on the head moves the cursor")
	}
}

func TestTheSheetFillsItsBox(t *testing.T) {
	for w := range 90 {
		for _, h := range []int{0, 1, 2, 5} {
			if w == 0 {
				h = 0
			}
			for _, n := range []int{0, 1, 9} {
				page.Fills(t, open(n, w, h).View(), min(w, w*h), h)
			}
		}
	}
}
