package ui_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

// held is the headline of a story of the edition that is under embargo until 0400 GMT on
// October 13.
const held = "The night boat: seven and a half hours"

func TestAKilledStorySaysSoAndLeadsToTheKill(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("is:killed", "enter")
	d.Shows("Port Ellery harbor master offers resignation", "KILLED: Port Ellery harbor master offers", "4 Oct")
	d.Press("tab")
	before := d.Screen()
	d.Press("enter")
	d.Shows("Meridian has withdrawn its story", "Kills: Port Ellery harbor master offers", "3 Oct")
	d.Press("tab", "enter")
	d.Shows("The port authority had no immediate comment")
	d.Press("q", "q")
	if strings.ReplaceAll(d.Screen(), "✓", " ") != before {
		t.Errorf("back from the kill:\n%s\nnot\n%s", d.Screen(), before)
	}
}

func TestACorrectedStorySaysSo(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("is:corrected -kind:correction", "enter")
	d.Shows("Three more people left ferry", "CORRECTED: Three more people left ferry", "3 Oct")
	d.Press("tab", "enter")
	d.Shows("Corrects: Three more people left ferry", "Two of the three were twins")
	d.Press("q")
	d.Shows("The three were children")
}

func TestAStoryThatListsACorrectedOneSaysSo(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("is:killed", "enter")
	d.Shows("KILLED: Port Ellery", "lists CORRECTED: Three more people")
	d.Press("q", "esc")
	d.Search("kind:editorial", "enter")
	d.Shows("lists CORRECTED: Three more people")
	d.Press("tab", "enter")
	d.Shows("Two of the three were twins")
}

func TestTheTextUnderEmbargoIsVeiledUntilAKeyOrItsTime(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("is:embargoed")
	d.Shows(held, "1 of 1", "Under embargo until")
	d.Hides("The last entry that")
	d.Press("enter")
	d.Shows("Under embargo until", "E show the text")
	d.Hides("The last entry that Davit Moreno made")
	d.Press("E")
	d.Shows("The last entry that Davit Moreno made")
	d.Hides("Under embargo")
	d.Press("q", "enter")
	d.Shows("The last entry that Davit Moreno made")
	d.Press("E")
	d.Shows("This story is not under embargo.")
}

func TestTheVeilGoesByItselfWhenTheTimeHasCome(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("is:embargoed", "enter")
	d.Shows("Under embargo until")
	top := d.Row(0)
	d.Pass(24 * time.Hour)
	d.Press("down", "up")
	d.Shows("The last entry that Davit Moreno made")
	if d.Row(0) != top {
		t.Errorf("the first line went from %q to %q", top, d.Row(0))
	}
	d.Press("q", "esc")
	d.Search("is:embargoed")
	d.Hides(held)
}

func TestAVeiledTextIsNotShownBesideTheListOrInASnippet(t *testing.T) {
	d := start(t, 120, 30)
	d.Search("night boat seven hours gauges generators")
	d.Shows(held, "Under embargo until")
	d.Hides("The gauges on both generators")
}

func TestAVeiledTextIsNeitherCopiedNorCompared(t *testing.T) {
	const first = "Ferry line is sold\nOSTVIK, Oct. 12, 2024 (Meridian) -- The ferry line of Ostvik was sold on Saturday for 4 million.\n\nThe price was kept secret by both sides.\n(END)\n"
	src := archive.FS("desk", "desk", fstest.MapFS{
		"1.txt": &fstest.MapFile{Data: []byte(first)},
		"2.txt": &fstest.MapFile{Data: []byte("(LEAD) " + strings.Replace(first, "\nOSTVIK", "\n(EMBARGOED UNTIL 0600 GMT Oct. 14, 2024)\nOSTVIK", 1))},
	})
	d := uitest.Start(t, uitest.Open(t, src, t.TempDir()), 80, 24)
	d.Search("is:embargoed")
	for _, key := range []string{"y", "c"} {
		d.Press("y", key)
		d.Shows("Under embargo; E in the story shows the text.")
		if d.Clipboard != "" {
			t.Errorf("y and %s copy %q", key, d.Clipboard)
		}
	}
	called := asVim(t, "")
	d.Press("e")
	d.Shows("Under embargo; E in the story shows the text.")
	if got := called(); got != "" {
		t.Errorf("the editor gets %q", got)
	}
	d.Press("y", "h")
	d.Shows("Copied the headline.")
	d.Press("v")
	d.Shows("LEAD is under embargo until ", "  is under embargo until ")
	d.Hides("kept secret", "sold on Saturday")
	d.Press("q", "enter", "E", "y", "y")
	d.Shows("Copied headline, dateline and text.")
	d.Press("v")
	d.Shows("first → LEAD", "2 paragraphs the same")
	d.Hides("under embargo")
}
