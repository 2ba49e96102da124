package ui_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// useEditor makes a script the editor: it gets the path of the draft as its last argument. It
// returns the folder for drafts.
func useEditor(t *testing.T, script string, args ...string) (drafts string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the editor is a script of a Unix shell")
	}
	drafts = t.TempDir()
	path := filepath.Join(t.TempDir(), "edit")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nfor draft; do :; done\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", drafts)
	t.Setenv("VISUAL", strings.Join(append([]string{path}, args...), "  "))
	return drafts
}

// left fails the test unless the folder for drafts is empty.
func left(t *testing.T, drafts string, want int) {
	t.Helper()
	if files, err := os.ReadDir(drafts); err != nil || len(files) != want {
		t.Errorf("%d drafts are left, %v", len(files), err)
	}
}

func TestANoteIsWrittenInTheEditorAndStandsUnderTheHead(t *testing.T) {
	for name, size := range map[string][2]int{"narrow": {40, 24}, "list": {80, 24}, "panes": {160, 50}} {
		t.Run(name, func(t *testing.T) {
			d := start(t, size[0], size[1])
			drafts := useEditor(t, `[ "$(stat -c %a "$draft")" = 600 ] && [ "$1" = -n ] && grep -q "^# Note on: .*Marsh secures" "$draft" &&
printf 'Ask the harbor\n\n#boats and more' >>"$draft.new" && cat "$draft" >>"$draft.new" && mv "$draft.new" "$draft"`, "-n")
			d.Press("j", "enter", "A")
			d.Shows("Noted: Marsh secures", "Your note: Ask the harbor", "#boats and more")
			left(t, drafts, 0)
			d.Press("U")
			d.Shows("Without the note again: ")
			d.Hides("Your note")
			d.Press("ctrl+r", "q")
			d.Search("is:noted")
			d.Shows("1 of 1")
		})
	}
}

func TestAnEmptyNoteIsRemoved(t *testing.T) {
	d := start(t, 80, 24)
	drafts := useEditor(t, `grep -q "^Ask" "$draft" && : >"$draft" || printf 'Ask' >"$draft"`)
	d.Press("enter")
	command(d, "note")
	d.Shows("Your note: Ask")
	command(d, "note")
	d.Shows("Without the note: ")
	d.Hides("Your note")
	left(t, drafts, 0)
}

func TestANoteThatIsNotChangedOrWhoseEditorFailsStays(t *testing.T) {
	d := start(t, 80, 24)
	drafts := useEditor(t, `grep -q "^Ask" "$draft" && exit 1; printf 'Ask' >"$draft"`)
	d.Press("enter", "A")
	d.Shows("Your note: Ask")
	d.Press("A")
	d.Shows("the note stays as it was: the editor ended with an error", "Your note: Ask")
	left(t, drafts, 0)
	useEditor(t, `true`)
	d.Press("A")
	d.Shows("The note is as it was.", "Your note: Ask")
}

func TestWithoutAnEditorASentenceSaysSo(t *testing.T) {
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", " ")
	d := start(t, 80, 24)
	d.Press("A")
	d.Shows("Set VISUAL or EDITOR to an editor.")
	t.Setenv("EDITOR", "/nowhere/edit -x")
	d.Press("A")
	d.Shows("the note stays as it was: ")
}

func TestANoteComesOutClean(t *testing.T) {
	d := start(t, 80, 24)
	useEditor(t, `printf 'Ask \033]0;owned\007the \033[31mharbor\n\n\302\233 2J' >"$draft"`)
	d.Press("enter", "A")
	d.Shows("Your note: Ask the harbor")
	if view := d.Model.View().Content; strings.Contains(view, "owned") || strings.ContainsRune(view, '\u009b') {
		t.Errorf("%q", view)
	}
}

func TestASaveThatFailsLeavesTheDraft(t *testing.T) {
	d := start(t, 80, 24)
	drafts := useEditor(t, `printf 'Ask' >"$draft"`)
	d.Press("enter")
	if err := d.Store.Close(); err != nil {
		t.Fatal(err)
	}
	d.Press("A")
	d.Hides("Your note")
	left(t, drafts, 0) // the note could not be read, so there is no draft
}
