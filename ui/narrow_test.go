package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

func TestFacetsNarrowAndExclude(t *testing.T) {
	d := start(t, 100, 30)
	d.Press("j", "j", "d")
	before := d.Screen()
	d.Press("f")
	d.Shows("Narrow all 54 stories", "Place", "ALDMOUTH", "all 13 places", "Meridian")
	d.Press("enter")
	d.Shows(" stories in 23 files", `/place:"ALDMOUTH"`, "Narrow 15 stories")
	d.Press("tab", "-", "q")
	d.Shows(`/place:"ALDMOUTH" -on:2024-10-14`, " stories in 22 files")
	d.Hides("Narrow", newest)
	d.Press("esc")
	if d.Screen() != before {
		t.Errorf("Esc leads to\n%s\nwant\n%s", d.Screen(), before)
	}
}

func TestAMonthIsChosenAndTakenAwayAgain(t *testing.T) {
	for _, size := range [][2]int{{40, 24}, {80, 40}, {160, 40}} {
		d := start(t, size[0], size[1])
		d.Press("j", "j", "d", "k")
		before := d.Screen()
		d.Press("f", "tab")
		d.Shows("2024-10  Oct  █", "2024-09  Sep  ▁")
		d.Hides("2024-10-14", "Applied")
		d.Press("enter")
		d.Shows("Narrow 51 stories", "Applied", "✓ on:2024-10", "2024-10-14  Mon")
		d.Hides("2024-10  Oct")
		d.Press("enter")
		d.Shows("Narrow 1 story", "✓ on:2024-10-14")
		d.Press("g", "j", "enter")
		d.Shows("Narrow 51 stories", "✓ on:2024-10", "2024-10-14  Mon")
		d.Press("g", "enter")
		d.Shows("Narrow all 54 stories", "2024-10  Oct  █")
		d.Hides("Applied")
		d.Press("f")
		if d.Screen() != before {
			t.Errorf("%v: after the month was taken away\n%s\nwant\n%s", size, d.Screen(), before)
		}
	}
}

func TestAWordOfASearchIsTakenAway(t *testing.T) {
	d := start(t, 100, 30)
	d.Search("ferry OR volcano", "f", "tab")
	d.Shows("✓ ferry OR volcano")
	d.Press("enter")
	d.Shows("✓ (ferry OR volcano)", "✓ on:2024-10")
	d.Press("g", "enter")
	d.Shows("/on:2024-10 ·", "Narrow 51 stories")
	d.Hides("ferry OR")
}

func TestClosingThePanelRestoresTheList(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {100, 24}, {160, 40}} {
		d := start(t, size[0], size[1])
		d.Search("ferry", "j", "d", "k")
		before := d.Screen()
		for _, key := range []string{"q", "esc", "f", "left"} {
			d.Press("f", "j", "j", "/", "a", "enter")
			if d.Screen() == before {
				t.Error("there is no panel")
			}
			if d.Press(key); key != "f" {
				d.Press(key) // the first press removes the filter
			}
			if d.Screen() != before {
				t.Errorf("%v: closed with %s:\n%s\nwant\n%s", size, key, d.Screen(), before)
			}
		}
	}
}

func TestFacetsNarrowASearch(t *testing.T) {
	d := start(t, 100, 30)
	d.Search("ferry", "f")
	d.Press("/")
	d.Type("karvik")
	d.Press("enter", "enter")
	d.Shows(`/ferry place:"Karvik"`, "Karvik")
	d.Press("?")
	d.Shows("Keys in the panel", "leave it out")
	d.Press("q", "q", "q")
	d.Shows(`/ferry place:"Karvik"`)
	d.Press("q")
	d.Shows(newest)
}

func TestASearchIsSavedRenamedAndDropped(t *testing.T) {
	dir := copied(t)
	d := uitest.Start(t, uitest.Open(t, edition(), dir), 100, 30)
	d.Press("w")
	d.Shows("Search first")
	d.Search("ferry", "w")
	d.Type("no name")
	d.Press("enter")
	d.Shows("cannot name a search", "name: no name")
	for range "no name" {
		d.Press("backspace")
	}
	d.Type("boats")
	d.Press("enter")
	d.Shows("Saved; in a search you can type @boats")
	all := d.Row(0)
	d.Press("esc", "/")
	d.Type("@boats")
	if found, _, _ := strings.Cut(strings.TrimSpace(d.Row(0)), " ·"); !strings.HasSuffix(found, " files") || !strings.Contains(all, found) {
		t.Errorf("@boats finds %q, want %q", d.Row(0), all)
	}
	d.Press("esc", "f")
	d.Shows("Saved searches", "@boats  ferry")
	d.Press("-")
	d.Shows("/-@boats")
	d.Press("w")
	d.Shows("name: boats")
	d.Type("24")
	d.Press("enter")
	d.Shows("The search is now @boats24", "@boats24  ferry")
	d.Press("x")
	d.Shows("Press x again to drop @boats24")
	d.Press("x")
	d.Shows("Dropped @boats24")
	d.Hides("@boats24  ferry")
	if list, err := d.Store.SavedSearches(t.Context()); err != nil || len(list) > 0 {
		t.Errorf("kept: %v, %v", list, err)
	}
}

func TestNextUnreadStaysInTheResult(t *testing.T) {
	d := start(t, 100, 30)
	d.Search("ferry", "m", "j", "m", "j", "m", "g", "tab")
	d.Shows("4 of 2")
	if row := d.Row(7); !strings.HasPrefix(row, " •") {
		t.Errorf("the fourth row is %q", row)
	}
	d.Press("enter", "q")
	d.Shows("4 of 2")
}

func TestAResultDoesNotMoveUntilItsNewsIsShown(t *testing.T) {
	dk := newDesk(t, 40)
	d := dk.start(100, 24)
	d.Press("d", "d", "j")
	archive := d.Screen()
	d.Search("story", "j", "j", "j")
	row, line := where(t, d)
	list := unread(d.Screen())
	dk.write(100, "Story")
	d.Scan()
	if got := unread(d.Screen()); got != list {
		t.Errorf("a new story moves the result to\n%s\nwant\n%s", got, list)
	}
	d.Shows("40 of 4", "1 new")
	d.Press("esc")
	if got := unread(d.Screen()); got != unread(archive) {
		t.Errorf("Esc leads to\n%s\nwant\n%s", got, unread(archive))
	}
	d.Shows("1 new")
	d.Press("/", "up", "enter", "j", "j", "j", "j")
	if again, at := where(t, d); again != row || at != line+2 {
		t.Errorf("a new search has %v on line %d, want %v on %d", again, at, row, line+2)
	}
	dk.write(101, "Story")
	d.Scan()
	d.Press(".")
	d.Shows("42 of 42", "1 new in the archive")
	if again, _ := where(t, d); again != row {
		t.Errorf("after the news the cursor is on %v, want %v", again, row)
	}
}

func TestASearchDuringTheFirstRunSaysSoFar(t *testing.T) {
	dk := newDesk(t, 10)
	d := uitest.Begin(t, dk.open(), 100, 24)
	d.Press("/")
	d.Type("story")
	d.Shows("so far")
	d.Press("enter")
	d.Scan()
	d.Press("esc")
	d.Shows("1 of 10", "Story number 9")
	d.Press("/")
	d.Type("story")
	d.Shows("10 of 10 · ")
}

func TestEscDoesNotWaitForALongSort(t *testing.T) {
	for _, keys := range []string{"Se", "Sjje", "/hesk\rejj", "f\re", "f\reee", "/oslo\rSeSe"} {
		slow, fast := start(t, 100, 24), start(t, 100, 24)
		for _, d := range []*uitest.Driver{slow, fast} {
			d.Press("j", "j", "/")
			d.Type("ferry")
			d.Press("enter", "j")
		}
		var msgs []tea.Msg
		for _, r := range keys {
			k := page.Key(string(r))
			if name := map[rune]string{'\r': "enter", 'e': "esc"}[r]; name != "" {
				k = page.Key(name)
			}
			slow.Send(k)
			msgs = append(msgs, k)
		}
		fast.Burst(msgs...)
		if fast.Screen() != slow.Screen() {
			t.Errorf("%q typed fast:\n%s\ntyped slowly:\n%s", keys, fast.Screen(), slow.Screen())
		}
	}
}

func TestAnEmptyResultShowsNewMatches(t *testing.T) {
	dk := newDesk(t, 20)
	d := dk.start(80, 24)
	d.Search("pelican")
	d.Shows("No stories match", "0 of 20")
	dk.write(100, "Pelican")
	d.Scan()
	d.Shows("Pelican number 100", "1 of 21")
	dk.write(100, "Pelican again")
	d.Scan()
	d.Press(".")
	d.Shows("Pelican again number 100", "1 changed in the archive.")
	d.Press("enter")
	dk.remove(100)
	d.Scan()
	d.Press("q", ".")
	d.Shows("No stories match", "1 gone from the archive.")
	d.Press(".")
	d.Shows("No changes.")
}

func TestAnEmptyArchiveHasTheScreenToItself(t *testing.T) {
	dk := newDesk(t, 0)
	d := dk.start(160, 40)
	d.Shows("There are no stories in", "dateline alone shows an edition.")
	d.Hides("│", "around this story")
	dk.write(1, "Story")
	d.Scan()
	d.Press(".")
	d.Shows("Story number 1", "│", "around this story")
	d.Search("nothingatall")
	d.Shows("No stories match.", "│")
}
