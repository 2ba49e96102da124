package ui_test

import (
	"strings"
	"testing"
)

func TestTTagsTheRowAndTakesTheTagOff(t *testing.T) {
	for name, size := range map[string][2]int{"narrow": {60, 20}, "list": {80, 24}, "wide": {120, 40}, "panes": {160, 50}} {
		t.Run(name, func(t *testing.T) {
			d := start(t, size[0], size[1])
			d.Press("j", "t")
			d.Shows("tag: ", "Enter set")
			d.Type("later")
			d.Press("enter")
			d.Shows("Tagged later: ", "#later")
			d.Press("t")
			d.Shows("has #later")
			d.Type("later")
			d.Press("enter")
			d.Shows("Untagged later: ")
			d.Hides("#later")
			d.Press("U")
			d.Shows("Tagged later again: ", "#later")
			d.Press("j", "t", "tab", "enter")
			if n := strings.Count(d.Screen(), "#later"); n < 2 {
				t.Errorf("%d rows have the tag that Tab completes:\n%s", n, d.Screen())
			}
		})
	}
}

func TestSeveralTagsAreSetAndTakenOffAtOnce(t *testing.T) {
	d := start(t, 100, 24)
	d.Press("t")
	d.Type("sea, port later")
	d.Press("enter")
	d.Shows("Marked: ", "#later #port #sea")
	d.Press("t")
	d.Type("-port -sea ferry")
	d.Press("enter")
	d.Shows("#ferry #later")
	d.Press("t", "tab", "tab", "tab")
	d.Shows("tag: -ferry ")
	d.Press("esc", "U", "U")
	d.Hides("#")
}

func TestTheStoryShowsItsTagsAndASearchFindsThem(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("j", "enter", "t")
	d.Type("later")
	d.Press("enter")
	d.Shows("Tagged later: ", "#later")
	d.Press("q")
	d.Search("mark:later")
	d.Shows("1 of 1", "#later")
	d.Press("esc", "f")
	d.Shows("Your tags", "later")
	d.Press("enter")
	d.Shows("mark:\"later\"")
}

func TestATagOfAFoldedRowIsTakenOffAllItsTakes(t *testing.T) {
	d := start(t, 80, 30)
	command(d, "12")
	d.Press("+", "j", "j", "t")
	d.Type("older")
	d.Press("enter", "k", "k")
	d.Shows("#older")
	d.Press("t")
	d.Type("older")
	d.Press("enter")
	d.Shows("Untagged older: ")
	d.Hides("#older")
}

func TestAPasteOfATagIsClean(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("t")
	d.Type("\"Sea\",")
	d.Type(strings.Repeat("é", 100))
	d.Press("enter")
	d.Shows("#Sea")
}
