package ui_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

// asVim makes a script the editor, under the name of one that takes a line. It returns a
// function that returns the arguments of its last call.
func asVim(t *testing.T, script string) (args func() string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the editor is a script of a Unix shell")
	}
	dir := filepath.Join(t.TempDir(), "my editors")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path, got := filepath.Join(dir, "vim"), filepath.Join(dir, "got")
	text := fmt.Sprintf("#!/bin/sh\nprintf '%%s|' \"$@\" >'%s'\nfor file; do :; done\n%s\n", got, script)
	if err := os.WriteFile(path, []byte(text), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	t.Setenv("VISUAL", "'"+path+"' -R")
	return func() string {
		text, _ := os.ReadFile(got)
		_ = os.Remove(got)
		return string(text)
	}
}

func TestEOpensTheFileAtTheParagraphAndTheStoryIsDrawnAgain(t *testing.T) {
	called := asVim(t, `sed 's/harbor/pier/' "$file" >"$file.new" && mv "$file.new" "$file"`)
	var text strings.Builder
	for i := range 40 {
		fmt.Fprintf(&text, "Sentence %d is at the harbor.\n\n", i)
	}
	for name, size := range map[string][2]int{"narrow": {40, 12}, "list": {80, 24}, "panes": {160, 30}} {
		t.Run(name, func(t *testing.T) {
			ferry := "Ferry sails\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n\n" + text.String()
			d := pier(t, size[0], size[1], map[string]string{"ferry.txt": ferry, "note.txt": "Tolls rise\n\nThey rise.\n"})
			file := filepath.Join(d.Store.Path(), "ferry.txt")
			d.Search("sailed", "e")
			want := "-R|+1|" + file + "|"
			if size[0] > 110 { // the story is beside the list, and its paragraphs are on the screen
				want = "-R|+2|" + file + "|"
			}
			if got := called(); got != want {
				t.Errorf("from the list %q", got)
			}
			if size[0] > 110 {
				d.Shows("Sentence 1 is at the pier.")
				d.Hides("harbor")
			}
			if err := os.WriteFile(file, []byte(ferry), 0o600); err != nil {
				t.Fatal(err)
			}
			d.Press("enter", ":", "2", "0", "enter")
			before := d.Row(1)
			d.Press("e")
			if got := called(); got != "-R|+40|"+file+"|" {
				t.Errorf("from paragraph 20 %q, want line 40", got)
			}
			if after := d.Row(1); !strings.Contains(before, "at the harbor") || words(after) != words(strings.Replace(before, "harbor", "pier", 1)) {
				t.Errorf("drawn %q, then %q", before, after)
			}
		})
	}
}

// words returns the words of a row.
func words(row string) string { return strings.Join(strings.Fields(row), " ") }

func TestTheEditorGetsACopyOfWhatIsPacked(t *testing.T) {
	called := asVim(t, `cat "$file"; [ -w "$file" ] && [ "$(id -u)" != 0 ] || exit 0; exit 1`)
	edition := start(t, 80, 24)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte("Ferry sails\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	d := pier(t, 80, 24, map[string]string{"ferry.txt.gz": packed.String()})
	d.Press("e")
	if got := called(); !strings.HasPrefix(got, "-R|+2|"+temp) || !strings.HasSuffix(got, "/ferry.txt|") {
		t.Errorf("called with %q", got)
	}
	d.Shows("That was a copy, which is gone, of ferry.txt.gz")
	left(t, temp, 0)
	d = edition
	d.Press("enter", "e")
	if got := called(); !strings.HasSuffix(got, ".txt|") {
		t.Errorf("the edition: %q", got)
	}
	d.Shows("That was a copy")
	left(t, temp, 0)
}

func TestWhatGoesWrongInTheEditorIsSaid(t *testing.T) {
	asVim(t, "exit 3")
	d := pier(t, 80, 24, map[string]string{"ferry.txt": "Ferry sails\n\nIt sailed.\n"})
	d.Press("e")
	d.Shows("vim ended with exit code 3")
	t.Setenv("VISUAL", "/nowhere/edit -x")
	d.Press("e")
	d.Shows("no such file")
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", "")
	d.Press("e")
	d.Shows("Set VISUAL or EDITOR to an editor.")
	asVim(t, "")
	if err := os.Remove(filepath.Join(d.Store.Path(), "ferry.txt")); err != nil {
		t.Fatal(err)
	}
	d.Press("e")
	d.Shows("ferry.txt: ")
	src, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d = uitest.Start(t, uitest.Open(t, src, t.TempDir()), 80, 24)
	before := d.Screen()
	if d.Press("e"); d.Screen() != before {
		t.Errorf("without a story:\n%s", d.Screen())
	}
}
