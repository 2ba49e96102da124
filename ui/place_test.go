package ui_test

import (
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

func TestAStoryOpensWhereItWasLeftAMomentAgo(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "d")
	left := d.Screen()
	d.Press("q", "enter")
	if d.Screen() != left {
		t.Errorf("opened at\n%s\nwant\n%s", d.Screen(), left)
	}
	d.Press("J", "K")
	if d.Screen() != left {
		t.Errorf("after J and K\n%s\nwant\n%s", d.Screen(), left)
	}
}

func TestHAndTheLeftArrowDoNothingInTheList(t *testing.T) {
	d := start(t, 80, 24)
	before := d.Screen()
	d.Press("h", "left")
	if d.Screen() != before {
		t.Errorf("the list became\n%s", d.Screen())
	}
}

func TestAFacetNarrowsOnce(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("f", "enter", "f")
	once := d.Row(0)
	if !strings.Contains(once, `place:"`) {
		t.Fatalf("the head says %q", once)
	}
	d.Press("f", "enter", "f")
	if got := d.Row(0); got != once {
		t.Errorf("the head says %q, want %q", got, once)
	}
}

func TestAnArchiveOfOneStoryOpensIt(t *testing.T) {
	one := fstest.MapFS{"a.txt": {Data: []byte("Ferry sails\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n(END)\n"), ModTime: uitest.Now}}
	d := uitest.Start(t, uitest.Open(t, archive.FS("desk", "desk", one), t.TempDir()), 80, 24)
	d.Shows("It sailed.", "q back")
	d.Press("q")
	d.Shows("1 of 1")
	one["b.txt"] = &fstest.MapFile{Data: []byte("Bridge closes\nOSTVIK, Oct. 4, 2024 (Meridian) -- It is shut.\n(END)\n"), ModTime: uitest.Now}
	d = uitest.Start(t, uitest.Open(t, archive.FS("desk", "desk", one), t.TempDir()), 80, 24)
	d.Shows("1 of 2")
	d.Hides("q back")
}

func TestTheMouseIsOffByDefault(t *testing.T) {
	d := start(t, 80, 24)
	if got := d.Model.View().MouseMode; got != tea.MouseModeNone {
		t.Errorf("the mouse mode is %v", got)
	}
}

// TestTheSessionIsSavedWithTheKeyThatChangesIt reads the session of a reader that was not
// ended, as after a kill.
func TestTheSessionIsSavedWithTheKeyThatChangesIt(t *testing.T) {
	dir := t.TempDir()
	d := uitest.Start(t, uitest.Open(t, edition(), dir), 80, 24)
	again := func() *uitest.Driver { return uitest.Start(t, uitest.Open(t, edition(), dir), 80, 24) }
	d.Press("j", "j", "j", "enter", "d", "tab", "enter", "j", "j")
	if got := again(); got.Screen() != d.Screen() {
		t.Errorf("%s\nwant\n%s", got.Screen(), d.Screen())
	}
	d.Press("q")
	if got := again(); got.Row(3) != d.Row(3) {
		t.Errorf("%s\nwant\n%s", got.Screen(), d.Screen())
	}
	d.Press("q", "q")
	d.Search("ferry", "j", "w")
	d.Type("boats")
	d.Press("enter")
	got := again()
	got.Shows("/ferry", "2 of ")
	got.Press("f")
	got.Shows("@boats")
}
