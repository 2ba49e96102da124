package ui_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"dateline/ui/uitest"
)

func TestUUndoesAStarAfterTheReaderHasMovedOn(t *testing.T) {
	for name, size := range map[string][2]int{"list": {80, 24}, "split": {120, 40}, "panes": {160, 50}} {
		t.Run(name, func(t *testing.T) {
			d := start(t, size[0], size[1])
			d.Press("j", "s")
			row := d.Row(2)
			if !strings.Contains(row, "★") {
				t.Fatalf("%s", d.Screen())
			}
			d.Press("j", "enter", "J", "q", "U")
			d.Shows("Unstarred again: ")
			if strings.Contains(d.Row(2), "★") {
				t.Errorf("%s", d.Screen())
			}
			d.Press("ctrl+r")
			d.Shows("Starred again: ")
			if !strings.Contains(d.Row(2), "★") {
				t.Errorf("%s", d.Screen())
			}
			d.Press("ctrl+r")
			d.Shows("There is nothing to redo.")
			d.Press("U", "U")
			d.Shows("There is nothing to undo.")
		})
	}
}

func TestUUndoesManySteps(t *testing.T) {
	d := start(t, 80, 24)
	before := d.Screen()
	d.Press("m", "j", "s", "j", "m", "m", "s")
	for range 5 {
		d.Press("U")
	}
	d.Hides("nothing to undo")
	d.Press("g", "esc")
	if d.Screen() != before {
		t.Errorf("%s\nwant\n%s", d.Screen(), before)
	}
	for range 5 {
		d.Press("ctrl+r")
	}
	d.Shows("Starred again: ", "★")
}

func TestTheStoryAndItsCountsFollowAnUndo(t *testing.T) {
	d := start(t, 120, 40)
	d.Press("enter", "s", "m")
	d.Shows("★ unread")
	d.Press("U")
	d.Shows("Read again: ")
	d.Hides("★ unread")
	d.Press("U")
	d.Shows("Unstarred again: ")
	d.Hides("★")
}

func TestTheTakesBelowARowFollowAnUndo(t *testing.T) {
	d := start(t, 80, 30)
	command(d, "12")
	d.Press("+", "j", "j", "s")
	d.Shows("★")
	d.Press("U")
	d.Hides("★")
	d.Press("ctrl+r")
	if n := strings.Count(d.Screen(), "★"); n != 2 {
		t.Errorf("%d stars, want one of the take and one of its row:\n%s", n, d.Screen())
	}
}

func TestAListThatWasLeftFollowsAnUndo(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("s")
	d.Search("ferry")
	d.Press("U", "esc")
	d.Hides("★")
}

func TestUUndoesChangesOfSearchesAndTimeLines(t *testing.T) {
	d := start(t, 120, 40)
	d.Search("ferry", "w")
	d.Type("ferries")
	d.Press("enter", "f")
	d.Shows("@ferries")
	d.Press("U")
	d.Shows("Dropped again: @ferries")
	d.Hides("@ferries  ferry")
	d.Press("ctrl+r")
	d.Shows("Saved again: @ferries", "@ferries  ferry")
}

func TestStepsCanBeUndoneAfterARestart(t *testing.T) {
	dir := t.TempDir()
	d := uitest.Start(t, uitest.Open(t, edition(), dir), 80, 24)
	d.Press("j", "s", "j", "j", "m")
	again := uitest.Start(t, uitest.Open(t, edition(), dir), 80, 24)
	again.Shows("★")
	again.Press("U", "U")
	again.Shows("Unstarred again: ")
	if n := strings.Count(again.Screen(), "★"); n != 0 {
		t.Errorf("%s", again.Screen())
	}
}

func TestRedoIsTextInALineOfInput(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("s", "U", "/", "ctrl+r")
	d.Hides("Starred again")
}

func TestUUndoesAnImportInOneStep(t *testing.T) {
	other := uitest.Open(t, edition(), copied(t))
	uitest.Start(t, other, 80, 24).Press("s", "j", "m")
	var text strings.Builder
	for v, err := range other.ExportMarks(t.Context(), false) {
		line, broken := json.Marshal(v)
		if err = errors.Join(err, broken); err != nil {
			t.Fatal(err)
		}
		text.Write(append(line, '\n'))
	}
	store := uitest.Open(t, edition(), copied(t))
	if _, err := store.ImportMarks(t.Context(), strings.NewReader(text.String())); err != nil {
		t.Fatal(err)
	}
	d := uitest.Start(t, store, 80, 24)
	d.Press("j", "s")
	marked := d.Row(1)
	d.Press("U", "U")
	d.Shows("Undone: the import of marks of 3 stories")
	if row := d.Row(1); row == marked || strings.Contains(d.Screen(), "★") {
		t.Errorf("%q was %q, and is\n%s", row, marked, d.Screen())
	}
	d.Press("ctrl+r")
	d.Shows("Imported again: marks of 3 stories")
	if row := d.Row(1); row != marked {
		t.Errorf("%q, want %q", row, marked)
	}
}
