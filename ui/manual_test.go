package ui_test

import "testing"

func TestHelpListsTheKeysAndCanBeSearched(t *testing.T) {
	d := start(t, 100, 50)
	d.Press("?")
	d.Shows("Keys in the list", "open the story", "previous unread", "quit at once")
	d.Press("/")
	d.Type("unread")
	d.Shows("next unread", "read or unread")
	d.Hides("quit at once")
	d.Press("esc", "q")
	d.Hides("Keys in the list")
	d.Press("enter", "?")
	d.Shows("Keys in the story", "along the trail")
	d.Press("esc")
	d.Hides("Keys in the story")
}

func TestTheHelpOfEveryPageFits24Rows(t *testing.T) {
	for page, keys := range map[string][]string{"list": nil, "story": {"enter"}, "around": {"enter", "r"}, "facets": {"f"}, "takes": {"/", "t", "a", "k", "e", ":", "3", "enter", "v"}} {
		d := start(t, 80, 24)
		d.Press(keys...)
		d.Press("?")
		d.Shows("Keys ", "Move", "Leave", "mouse = true", "in config.toml")
		d.Hides("scroll")
		if page != "facets" {
			d.Shows("quit at once")
		}
		d.Resize(75, 12)
		d.Shows("j k scroll")
		d.Press("G")
		d.Shows("Leave")
	}
}

func TestQQuitsFromTheHelpButNotFromItsSearch(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("?", "Q")
	if !d.Ended {
		t.Error("Q in the help does not leave the program")
	}
	d = start(t, 80, 24)
	d.Press("?", "/", "Q")
	if d.Ended {
		t.Error("a Q typed into the search leaves the program")
	}
}
