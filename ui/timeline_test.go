package ui_test

import (
	"strings"
	"testing"

	"dateline/ui/uitest"
)

// towed opens the story of the ferry from a search for it.
func towed(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	d := start(t, w, h)
	d.Search(`"towed to Great Skarn" take:4`)
	return d
}

func TestTShowsTheTimeLineWithAReasonAnEntry(t *testing.T) {
	for _, w := range []int{40, 80, 120, 160, 200} {
		d := towed(t, w, 30)
		before := d.Screen()
		d.Press("T")
		d.Shows("Time line", " › ", "2 Oct")
		if w < 110 {
			d.Shows("── the story itself ──")
			d.Press("k")
		}
		d.Shows("list")
		d.Press("T")
		if d.Screen() != before {
			t.Errorf("%d columns: closed:\n%s\nwant\n%s", w, d.Screen(), before)
		}
	}
}

func TestEnterOpensAStoryOfTheTimeLineAndBackReturns(t *testing.T) {
	d := towed(t, 80, 24)
	d.Press("enter")
	story := d.Screen()
	d.Press("T")
	line := d.Screen()
	d.Press("enter")
	if d.Screen() != story {
		t.Errorf("Enter on the story itself:\n%s", d.Screen())
	}
	d.Press("T", "j", "enter")
	if d.Screen() == story || d.Screen() == line {
		t.Errorf("no other story is open:\n%s", d.Screen())
	}
	d.Press("q")
	if d.Screen() != story {
		t.Errorf("back in the story:\n%s\nwant\n%s", d.Screen(), story)
	}
}

func TestBracketsWalkTheTimeLine(t *testing.T) {
	d := towed(t, 80, 24)
	d.Press("enter", "T", "j")
	next := strings.TrimSpace(d.Row(-2))
	d.Press("q", "]")
	d.Shows(strings.Fields(next)[1])
	for range 40 {
		d.Press("]")
	}
	d.Shows("This is the last story of its time line.")
	for range 40 {
		d.Press("[")
	}
	d.Shows("This is the first story of its time line.")
}

func TestAnEntryIsCutAndAddedAgainByHand(t *testing.T) {
	d := towed(t, 80, 24)
	d.Press("T", "G")
	whole, last := d.Screen(), strings.TrimSpace(d.Row(-2))
	d.Press("x")
	d.Shows("Cut from the time line; a adds it again.")
	d.Press("q", "T", "G")
	if got := strings.TrimSpace(d.Row(-2)); got == last {
		t.Errorf("%q is still there:\n%s", last, d.Screen())
	}
	d.Press("a")
	d.Press("q", "T", "G")
	d.Shows("added by hand", last)
	if got := strings.Count(d.Screen(), "\n"); got != strings.Count(whole, "\n") {
		t.Errorf("%d rows", got)
	}
}

func TestTheStoryWhoseLineWasOpenBeforeIsAdded(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("skarnby", "T", "q")
	d.Press("esc")
	d.Search(`"towed to Great Skarn" take:4`, "T")
	d.Shows("a add Skarnby win")
	d.Press("a")
	d.Shows("Skarnby win first match")
	d.Press("G")
	d.Press("q", "esc")
	d.Search("skarnby", "T")
	d.Shows("Ferry with more than 200 aboard towed")
}

func TestTheMapIsWalkedWithArrows(t *testing.T) {
	d := towed(t, 80, 24)
	d.Press("enter")
	before := d.Screen()
	d.Press(":", "m", "a", "p", "enter")
	d.Shows("Map: Ferry with more than 200", "cited by", "│ here", "│ leads to", "Wed 2 Oct 2024")
	d.Press("left", "left")
	if strings.Contains(d.Row(0), "Map: Ferry with") {
		t.Errorf("the middle has not moved:\n%s", d.Screen())
	}
	middle := strings.TrimSpace(strings.Split(strings.TrimPrefix(d.Row(0), " Map: "), "──")[0])
	d.Press("enter")
	d.Shows(strings.Join(strings.Fields(middle)[:3], " "))
	d.Press("q")
	if d.Screen() != before {
		t.Errorf("back:\n%s\nwant\n%s", d.Screen(), before)
	}
	d.Press(":", "m", "a", "p", "enter", "q")
	if d.Screen() != before {
		t.Errorf("closed:\n%s\nwant\n%s", d.Screen(), before)
	}
}
