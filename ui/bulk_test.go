package ui_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/ui/uitest"
)

func TestMMarksAllShownReadAfterAQuestionAndUUndoesItInOneStep(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("M")
	d.Shows("Mark 54 stories read?", "y yes", "n no")
	d.Press("j", "enter", "n")
	d.Shows("•", "54 unread")
	d.Press("M", "y")
	d.Shows("Read: 54 stories; U undoes it", "built-in edition · 54 stories")
	d.Hides("•")
	d.Press("M")
	d.Shows("All stories of the list are read.")
	d.Press("U")
	d.Shows("Unread again: 54 stories", "54 unread", "•")
	d.Press("ctrl+r")
	d.Shows("Read again: 54 stories")
	d.Hides("•")
}

func TestMMarksOnlyTheResultOfTheSearch(t *testing.T) {
	d := start(t, 100, 24)
	d.Search("ferry")
	d.Press("M")
	if !strings.Contains(d.Row(-1), " stories read?") || strings.Contains(d.Row(-1), "54") {
		t.Errorf("the question is %q", d.Row(-1))
	}
	d.Press("y")
	d.Hides("•")
	d.Press("esc")
	d.Shows("•")
	d.Press("U", "j")
	d.Shows("54 unread")
}

func TestMDoesNotMarkWhatHasComeSince(t *testing.T) {
	files := fstest.MapFS{}
	add := func(headline, place string) {
		text := headline + "\n" + place + ", Oct. 4, 2024 (Meridian) -- " + strings.Repeat(headline+" in "+place+". ", 3) + "\n(END)\n"
		files[place] = &fstest.MapFile{Data: []byte(text), ModTime: uitest.Now}
	}
	add("Ferry sails", "OSTVIK")
	add("Orchard sold to a school", "HESKER")
	d := uitest.Start(t, uitest.Open(t, archive.FS("desk", "desk", files), t.TempDir()), 80, 24)
	d.Press("M")
	d.Shows("Mark 2 stories read?")
	add("Lamps to be counted", "TOLVIK")
	d.Scan()
	d.Press("y")
	d.Shows("Read: 2 stories")
	if n, err := d.Store.Counts(t.Context(), feed.Files); err != nil || n.Unread != 1 {
		t.Errorf("%+v, %v", n, err)
	}
	d.Press("M")
	d.Shows("New stories are not shown yet; press . and try again")
	d.Press(".", "M")
	d.Shows("Mark 1 story read?")
}

func TestCommandsChangeAllStoriesOfASearch(t *testing.T) {
	d := start(t, 100, 30)
	d.Search("ferry")
	command(d, "star-all")
	d.Press("y")
	d.Shows("Starred: ", "★")
	command(d, "tag-all")
	d.Type("boats")
	d.Press("enter")
	d.Shows("Tag ", " boats?")
	d.Press("y")
	d.Shows("Tagged boats: ", "#boats")
	d.Press("esc")
	d.Search("is:starred mark:boats")
	command(d, "unstar-all")
	d.Press("y")
	d.Shows("Unstarred: ")
	d.Hides("★")
	d.Press("U", "U", "U")
	d.Shows("Unstarred again: ")
	d.Press("esc")
	d.Hides("★", "#boats")
}
