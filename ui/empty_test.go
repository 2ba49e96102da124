package ui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"dateline/ui/uitest"
)

func TestAnEmptyFolderSaysWhatToPutThere(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {160, 50}} {
		dk := newDesk(t, 0)
		path, err := filepath.EvalSymlinks(dk.root)
		if err != nil {
			t.Fatal(err)
		}
		d := uitest.Begin(t, dk.open(), size[0], size[1])
		d.Shows("Reading ")
		d.Hides("There are no stories", "No stories around")
		d.Scan()
		var whole strings.Builder
		for row := range strings.Lines(d.Screen()) {
			list, _, _ := strings.Cut(row, "│")
			whole.WriteString(strings.TrimSpace(list) + " ")
		}
		text := whole.String()
		for _, want := range []string{"There are no stories in", "A story is a text file", "Files put there appear by themselves.", "dateline alone shows an edition."} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: the page does not say %q:\n%s", size, want, d.Screen())
			}
		}
		if !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(path, " ", "")) {
			t.Errorf("%v: %s is not shown whole:\n%s", size, path, d.Screen())
		}
		dk.write(1, "Story")
		d.Scan()
		d.Shows("Story number 1", "1 of 1")
		d.Hides("There are no stories")
	}
}

func TestASearchWithoutMatchesSaysWhatToTry(t *testing.T) {
	d := start(t, 60, 20)
	d.Press("/")
	d.Type("pelicans in the fog")
	d.Shows("No stories match.", "Try fewer words; Esc goes back to the list.")
	d.Press("enter")
	d.Shows("No stories match.", "Esc shows all stories; / begins another search.")
	d.Press("esc", "/")
	d.Type("plce:oslo")
	d.Shows(`there is no field "plce"`)
}
