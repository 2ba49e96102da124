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

func TestTheHelpFindsCommandsAndEnterRunsTheOnlyOne(t *testing.T) {
	for _, w := range []int{40, 80, 120} {
		d := start(t, w, 24)
		d.Press("j", "enter", "?", "/")
		d.Type("cite stor")
		d.Shows(":map", "Enter run")
		d.Press("enter")
		d.Hides("Keys in the story")
		d.Shows("Map: ")
		d.Press("q", "?", "/")
		d.Type("trail")
		d.Shows(":trail", "H", "back in the trail")
		d.Hides("Enter run")
		d.Press("enter")
		d.Shows("Keys in the story", ":trail")
		d.Press("q", "?", "/")
		d.Type("toggle-star")
		d.Shows("star or unstar")
		d.Press("enter")
		if d.Hides("Keys in"); w >= 80 { // there is room for it
			d.Shows("★")
		}
		d.Press("?", "/")
		d.Type("qqqq")
		d.Shows("No keys and commands match.")
		d.Press("enter")
		d.Shows("No keys and commands match.")
	}
}
