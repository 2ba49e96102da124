package ui_test

import (
	"strings"
	"testing"

	"dateline/ui/uitest"
)

// command runs a command of the line.
func command(d *uitest.Driver, name string) {
	d.Press(":")
	d.Type(name)
	d.Press("enter")
}

func TestXCutsATakeFromItsStoryAndUPutsItBack(t *testing.T) {
	d := rateCut(t, 80, 24)
	d.Press("v")
	before := d.Screen()
	d.Press("x")
	d.Shows("Cut, U undoes it: (2nd LD) Bank of Ostmere cuts key", "Takes of: Bank of Ostmere", " ▸ LEAD")
	d.Hides("  2nd LD  ")
	d.Press("U")
	d.Shows("Undone: the cut of Bank of Ostmere", "  2nd LD  ")
	d.Press("q", "v")
	if d.Screen() != before {
		t.Errorf("%s\nwant\n%s", d.Screen(), before)
	}
}

func TestTheLastTakeButOneClosesTheTakes(t *testing.T) {
	d := rateCut(t, 80, 24)
	d.Press("v", "x", "x", "x")
	d.Hides("Takes of:")
	d.Press("v")
	d.Shows("This story has one take.")
	for range 3 {
		d.Press("U")
		d.Shows("Undone: the cut of ")
	}
	d.Press("U")
	d.Shows("There is nothing to undo.")
	d.Press("v")
	d.Shows("───── 4")
}

func TestAStoryIsCutByACommandAndTheScreenFollows(t *testing.T) {
	d := rateCut(t, 120, 40)
	d.Press("enter")
	d.Shows("2nd LD of 4")
	command(d, "cut")
	d.Shows("Cut, U undoes it: (2nd LD) Bank of Ostmere")
	d.Hides("2nd LD of")
	command(d, "cut")
	d.Shows("This story has one take.")
	d.Press("U")
	d.Shows("2nd LD of 4")
}

func TestTwoStoriesAreJoinedByACommandInEach(t *testing.T) {
	d := start(t, 120, 40)
	d.Search(`"Night boat sails again"`)
	d.Shows("Night boat sails again, with everyone on the list")
	command(d, "join")
	d.Shows("Go to the other story and :join there; U forgets it.")
	d.Press("esc", "j")
	d.Shows(":join joins")
	d.Search(`"key rate to 4.25" take:3`, "enter")
	command(d, "join")
	d.Shows("Joined, U undoes it: Night boat sails again", "2nd LD of 5")
	d.Press("v")
	d.Shows("───── 5")
	d.Press("q", "r", "g")
	for range 6 {
		if d.Press("w"); d.Row(-1) == " joined by hand" {
			break
		}
		d.Press("j")
	}
	d.Shows("joined by hand")
	d.Press("q", "U")
	d.Shows("Undone: the join with Night boat sails again", "2nd LD of 4")
}

func TestAJoinIsRefusedOrForgotten(t *testing.T) {
	d := rateCut(t, 80, 24)
	for _, forget := range []func(){func() { command(d, "join") }, func() { d.Press("U") }} {
		command(d, "join")
		forget()
		d.Shows("The join is forgotten.")
		d.Press("U")
		d.Shows("There is nothing to undo.")
	}
	command(d, "join")
	d.Press("esc")
	d.Search(`"key rate to 4.25" take:2`)
	command(d, "join")
	d.Shows("They are takes of one story already.")
	d.Press("j")
	d.Hides(":join joins")
}

func TestJoinsAndCutsKeepTheRowOfTheList(t *testing.T) {
	d := start(t, 80, 24)
	before := ""
	for range 30 {
		d.Press("j")
		before = d.Screen()
		if command(d, "cut"); strings.Contains(d.Row(-1), "Cut, U undoes it: ") {
			break
		}
	}
	d.Shows("Cut, U undoes it: ")
	d.Press("U", "k", "j")
	if d.Screen() != before {
		t.Errorf("%s\nwant\n%s", d.Screen(), before)
	}
}

func TestTheFoldedRowAndTheCountsFollowAJoinOrCut(t *testing.T) {
	d := start(t, 80, 30)
	command(d, "12")
	d.Shows("Bank of Ostmere cuts key rate to 4.25 pct                            2LD×4", " of 54")
	command(d, "cut")
	d.Shows("Bank of Ostmere cuts key rate to 4.25 pct                              2LD", "LEAD×3", " of 55")
	command(d, "join")
	d.Press("j")
	command(d, "join")
	d.Shows("Joined, U undoes it: (2nd LD) Bank of Ostmere", "2LD×4", " of 54")
	d.Press("U")
	d.Shows("LEAD×3", " of 55")
	d.Press("U", "k", "j")
	d.Shows("2LD×4", "12 of 54", "── 2nd LD, 4 takes · ALDMOUTH")
}

func TestATakeOfAnUnfoldedRowIsCut(t *testing.T) {
	d := start(t, 80, 30)
	command(d, "12")
	d.Press("+", "j", "j")
	command(d, "cut")
	d.Shows("Cut, U undoes it: Bank of Ostmere cuts key rate", "2LD×3", " of 55")
	d.Press("U")
	d.Shows("2LD×4", " of 54")
}
