package ui_test

import (
	"testing"

	"dateline/ui/keys"
	"dateline/ui/uitest"
)

// bound starts the reader of the built-in edition with keys that are bound anew.
func bound(t *testing.T, b keys.Bound) *uitest.Driver {
	t.Helper()
	return uitest.Bound(t, uitest.Open(t, edition(), t.TempDir()), 80, 24, b)
}

func TestKeysAreBoundByTheNamesOfActions(t *testing.T) {
	d := bound(t, keys.Bound{"open-story": {"e", "ctrl+o"}, "around": {"ctrl+e"}, "toggle-star": {"."}, "bottom": {}})
	first := d.Screen()
	d.Press("enter")
	d.Shows("Nothing here is bound to Enter")
	d.Press("G")
	d.Shows("Nothing here is bound to G")
	d.Press(".") // it showed what is new
	d.Shows("★")
	d.Press(".")
	d.Press("ctrl+o")
	if d.Screen() == first {
		t.Error("ctrl+o does not open a story")
	}
	d.Press("q")
	d.Press("?")
	d.Shows("e Ctrl-O       open the story")
	d.Hides("Enter l →")
}

func TestASequenceOfKeysIsOneKey(t *testing.T) {
	d := bound(t, keys.Bound{"bottom": {"g e"}, "top": {"g g"}})
	top := d.Row(1)
	d.Press("g")
	d.Shows("g…")
	d.Press("e")
	if d.Row(1) == top {
		t.Errorf("g e does not go to the end:\n%s", d.Screen())
	}
	d.Press("g", "g")
	if d.Row(1) != top {
		t.Errorf("two g do not go to the start:\n%s", d.Screen())
	}
	d.Press("g", "x")
	d.Shows("Nothing here is bound to gx")
	d.Press("g", "esc")
	d.Hides("Nothing here is bound", "g…")
	d.Press("/")
	d.Type("gg")
	d.Shows("/gg")
}

func TestMessagesNameTheKeysInForce(t *testing.T) {
	d := bound(t, keys.Bound{"sort": {"f2"}, "undo": {}, "facets": {"F"}, "next-link": {"ctrl+n"}, "search": {"?"}, "every-take": {"g z"}, "help": {"f1"}})
	d.Press("f2")
	d.Shows("F2 sorts the result of a search.")
	command(d, "save-search")
	d.Shows("Search first, with ? or F; then it can be saved.")
	command(d, "join")
	d.Shows("Go to the other story and :join there; :undo forgets it.")
	d.Press("?")
	d.Type("ferry")
	d.Press("enter")
	d.Shows("F2 newest first")
	d.Press("g", "z", "+")
	d.Shows("Each take has a row of its own; gz folds them.")
	d.Press("enter", "w")
	d.Shows("No link is selected: Ctrl-N selects one.")
}
