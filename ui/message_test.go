package ui_test

import (
	"os"
	"strings"
	"testing"

	"dateline/ui/cell"
	"dateline/ui/uitest"
)

func TestAHeadlineInAMessageIsCut(t *testing.T) {
	long := "Harbour board of Ostvik puts off the sale of the old customs house until spring"
	dk := newDesk(t, 1)
	dk.write(2, "Story", long)
	for _, w := range []int{40, 60, 160} {
		d := dk.start(w, 24)
		d.Press("enter", "1")
		foot := d.Row(-1)
		if !strings.HasPrefix(foot, " Not in this archive: Harbour ") || !strings.HasSuffix(foot, cell.Ellipsis) || cell.Width(foot) > min(w, 60) {
			t.Errorf("%d columns: the foot is %q", w, foot)
		}
		if err := d.Store.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestALongNameInAMessageIsCut(t *testing.T) {
	d := start(t, 60, 24)
	name := "boats" + strings.Repeat("-and-ferries", 5)
	d.Search("ferry", "w")
	d.Type(name)
	for _, step := range []struct{ keys, message string }{
		{"enter", "Saved; in a search you can type @boats-and-"},
		{"f w 2 enter", "The search is now @boats-and-"},
		{"x", "Press x again to drop @boats-and-"},
		{"x", "Dropped @boats-and-"},
	} {
		d.Press(strings.Fields(step.keys)...)
		if foot := d.Row(-1); !strings.HasPrefix(foot, " "+step.message) || !strings.HasSuffix(foot, cell.Ellipsis) {
			t.Errorf("after %s the foot is %q, want %q", step.keys, foot, step.message)
		}
	}
}

func TestWarningsComeOneByOneWithTheReason(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"/state", "/cache"} {
		if err := os.WriteFile(dir+name, []byte("a file where a folder should be"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := uitest.Start(t, uitest.Open(t, edition(), dir), 80, 24)
	for _, want := range []string{"Marks will not be saved: …/state", "The catalog will not be saved: …/cache"} {
		foot := d.Row(-1)
		if !strings.Contains(foot, want) || !strings.Contains(foot, "cannot be used") || !strings.HasSuffix(foot, "Esc hides this") {
			t.Errorf("the foot is %q, want %q with its reason", foot, want)
		}
		d.Press("esc")
	}
	d.Shows("? keys")
}
