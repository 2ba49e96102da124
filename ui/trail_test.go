package ui_test

import (
	"strings"
	"testing"

	"dateline/ui/uitest"
)

func TestTheTrailListsTheStoriesVisited(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "d", "j")
	place := d.Screen()
	d.Press("2")
	d.Wait()
	d.Press("q", "q", "j", "enter", ":")
	d.Type("trail")
	d.Press("enter")
	d.Shows("Stories visited", "› Marsh secures", "How to read this edition", "Mount Hesker erupts", " 3 ──")
	d.Press("k", "enter")
	d.Hides("Stories visited")
	if title(d.Row(2)) != title(strings.Split(place, "\n")[2]) {
		t.Errorf("the trail leads to\n%s\nwant\n%s", d.Screen(), place)
	}
	d.Press("q")
	d.Shows("Marsh secures backing", "q back")
}

func TestTheTrailOutlivesTheSession(t *testing.T) {
	dir := copied(t)
	store := uitest.Open(t, edition(), dir)
	d := uitest.Start(t, store, 80, 24)
	d.Press("enter", "q", "j", "j", "enter", "q")
	if err := d.Model.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
	d = uitest.Start(t, store, 80, 24)
	d.Press(":")
	d.Type("trail")
	d.Press("enter")
	d.Shows("Stories visited", " 2 ──", newest)
	d.Press("g", "enter")
	d.Shows("q back")
	d.Press("q")
	d.Shows("3 of 54")
}

func TestASearchForWordsLeadsBackToItsStory(t *testing.T) {
	for _, keys := range []string{"esc", "enter esc", "enter q", "ctrl+u b a n k enter j enter q esc", "enter / x esc q"} {
		d := start(t, 80, 24)
		d.Press("enter", "d")
		before := d.Screen()
		d.Press("r")
		seek(t, d, "search its words")
		d.Press("enter")
		d.Shows("/How to read tomorrow s edition")
		d.Press(strings.Fields(keys)...)
		if d.Screen() != before {
			t.Errorf("%s leads to\n%s\nwant\n%s", keys, d.Screen(), before)
		}
		d.Press("q")
		d.Shows("1 of 54")
	}
}

func TestAStoryVisitedIsMarked(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "r")
	d.Hides("✓")
	d.Press("q", "2")
	d.Wait()
	d.Press("q", "r")
	d.Shows("✓")
	d.Press("q", "G")
	d.Shows("✓")
}

func TestTheParagraphsOfASummaryAreLinks(t *testing.T) {
	d := start(t, 80, 30)
	open(d, "5")
	d.Shows("The week in Ostmere", "→ THURSDAY, Oct. 10 -- The Bank of Ostmere", "→ TUESDAY", "→ FRIDAY")
	d.Hides("→ MONDAY")
	top := d.Row(0)
	d.Press("tab", "tab", "w")
	d.Shows("is about (2nd LD) Bank of Ostmere cuts key rate to 4.25 pct")
	before := d.Screen()
	d.Press("enter")
	d.Shows("cut its key rate by a quarter")
	d.Press("q")
	if d.Row(0) != top || !strings.HasPrefix(d.Screen(), before[:1200]) {
		t.Errorf("back from the paragraph:\n%s\nwant\n%s", d.Screen(), before)
	}
	d.Resize(40, 20)
	d.Press("g")
	d.Shows("→ TUESDAY")
}
