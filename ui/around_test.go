package ui_test

import (
	"strings"
	"testing"

	"dateline/ui/uitest"
)

func TestASecondDigitOpensTheEleventhRelatedHeadlineAndOn(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "1", "2")
	d.Shows("승객 200여 명 탄 여객선")
	d.Press("q", "1", "q")
	d.Shows(newest)
	d.Press("2")
	d.Shows("Mount Hesker erupts in northern Ostmere; 2,300 moved from villages")
	d.Press("q", "1", "9")
	d.Shows("This story lists no more than 14 related headlines.")
}

func TestAroundIsASheetThatMovesNothing(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "j", "j")
	before := d.Screen()
	for _, key := range []string{"r", "q", "esc", "h"} {
		d.Press("r")
		d.Shows("Around this story", "13 of 14 related are here", "Related", "Enter open")
		d.Press("j", key)
		if d.Screen() != before {
			t.Errorf("closed with %s:\n%s\nwant\n%s", key, d.Screen(), before)
		}
	}
	d.Press("r", "g", "enter")
	d.Shows("Ferry with more than 200 aboard towed")
	d.Press("q")
	if d.Screen() != before {
		t.Errorf("back from a story around it:\n%s\nwant\n%s", d.Screen(), before)
	}
}

func TestAroundARowOfTheListOpensWithoutTheStory(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("j", "r")
	d.Shows("Around this story", "One seat short", "54 unread of 54")
	d.Press("4")
	d.Hides("q back")
	d.Press("tab", "enter")
	d.Shows("q back")
	d.Press("q")
	d.Shows("Marsh secures backing of three parties")
	d.Press("q")
	d.Shows("2 of 54")
}

func TestAHeadlineThatIsNotInTheArchiveIsSearchedFor(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "r")
	seek(t, d, "search its words")
	d.Shows("Enter search its words")
	d.Press("enter")
	d.Shows("/How to read tomorrow s edition")
	d.Press("esc")
	d.Shows("A reader who opened this edition")
	d.Press("q", "r")
	seek(t, d, "search its words")
	d.Press("enter", "esc")
	d.Shows("1 of 54")
}

// seek moves up from the end of a sheet until the foot line shows text.
func seek(t *testing.T, d *uitest.Driver, text string) {
	t.Helper()
	d.Press("G")
	for range 60 {
		if strings.Contains(d.Row(-1), text) {
			return
		}
		d.Press("k")
	}
	t.Fatalf("no entry with %q:\n%s", text, d.Screen())
}

func TestTabGoesThroughThePanes(t *testing.T) {
	d := start(t, 160, 50)
	d.Shows("around this story")
	d.Press("j", "j", "enter")
	d.Shows("q back")
	for range 20 {
		if d.Press("tab"); strings.Contains(d.Row(-1), "next group") {
			break
		}
	}
	d.Shows("Enter open", "r close")
	for range 6 {
		if d.Press("tab"); !strings.Contains(d.Row(-1), "next group") {
			break
		}
	}
	d.Shows("3 of 54")
	d.Press("r")
	d.Shows("r close")
	d.Press("g", "shift+tab")
	d.Shows("q back")
	d.Press("q", "2")
	d.Shows("First League")
}

func TestAroundSaysWhyAStoryIsThere(t *testing.T) {
	d := start(t, 80, 30)
	open(d, "12")
	d.Press("r")
	for _, want := range []string{"the first take", "the same headline", "cites this story as "} {
		d.Press("g")
		for range 30 {
			if d.Press("w"); strings.Contains(d.Row(-1), want) {
				break
			}
			d.Press("j")
		}
		if !strings.Contains(d.Row(-1), want) {
			t.Errorf("no entry says %q", want)
		}
	}
	d.Press("esc", "tab", "w")
	d.Shows("the same headline")
}

func TestStoriesAlikeAreListedWithTheWordsThatTheyShare(t *testing.T) {
	for _, size := range [][2]int{{80, 40}, {160, 60}} {
		d := start(t, size[0], size[1])
		open(d, "4")
		d.Press("r")
		d.Shows("Alike", "~ ")
		d.Press("g")
		for range 40 {
			if d.Press("w"); strings.Contains(d.Row(-1), "shares ") {
				break
			}
			d.Press("j")
		}
		d.Shows(" shares ")
		d.Press("enter")
		d.Shows("q back")
		d.Hides("r close")
	}
}

func TestABylineAPlaceAndAnAgencyLeadToTheirStories(t *testing.T) {
	d := start(t, 80, 40)
	open(d, "12")
	d.Press("d")
	before := d.Screen()
	for entry, want := range map[string]string{"by Petra Lindgren": `by:"Petra Lindgren"`, "from ALDMOUTH": `place:"ALDMOUTH"`, "of Meridian": `agency:"Meridian"`} {
		d.Press("r", "G")
		for range 3 {
			if d.Press("w"); strings.Contains(d.Row(-1), want) {
				break
			}
			d.Press("k")
		}
		d.Press("enter")
		d.Shows(want, "Esc all stories")
		d.Press("j", "enter", "q", "esc")
		if !strings.HasPrefix(d.Screen(), before[:800]) {
			t.Errorf("back from the stories %s:\n%s\nwant\n%s", entry, d.Screen(), before)
		}
	}
}

// open opens the story of a row of the list.
func open(d *uitest.Driver, row string) {
	d.Press(":")
	d.Type(row)
	d.Press("enter", "enter")
}
