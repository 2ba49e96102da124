package ui_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

func TestTheWindowsTitleFollowsThePage(t *testing.T) {
	d := start(t, 160, 50)
	for _, step := range []struct{ keys, want string }{
		{"", "built-in edition · dateline"},
		{"enter", newest + " · dateline"},
		{"?", newest + " · dateline"},
		{"esc z", newest + " · dateline"},
		{"q", "built-in edition · dateline"},
		{"/", "built-in edition · dateline"},
		{"f e n", "/fen · built-in edition · dateline"},
		{"enter", "/fen · built-in edition · dateline"},
		{"esc", "built-in edition · dateline"},
		{"g j v", "Takes of: Marsh secures backing of three parties to form Ostmere government · dateline"},
		{"q", "built-in edition · dateline"},
	} {
		d.Press(strings.Fields(step.keys)...)
		if got := d.Model.View().WindowTitle; got != step.want {
			t.Errorf("after %q the title is %q, want %q", step.keys, got, step.want)
		}
	}
}

func TestTheWindowsTitleIsShortAndClean(t *testing.T) {
	text := strings.Repeat("예산 ", 60) + "\x1b]0;owned\x07\nOSTVIK, Oct. 3, 2024 (Meridian) -- It happened.\n(END)\n"
	store := uitest.Open(t, archive.FS("a desk\x1b]2;owned\a"+strings.Repeat(" and more", 20), "desk", fstest.MapFS{
		"a.txt": {Data: []byte(text), ModTime: uitest.Now}, "b.txt": {Data: []byte(text), ModTime: uitest.Now},
	}), t.TempDir())
	d := uitest.Start(t, store, 80, 24)
	check := func(where, want string) {
		t.Helper()
		title := d.Model.View().WindowTitle
		if n := len([]rune(title)); n > 120 || strings.ContainsFunc(title, unicode.IsControl) || !strings.Contains(title, want) {
			t.Errorf("%s: a title of %d characters: %q, want %q", where, n, title, want)
		}
	}
	check("list", "… · dateline")
	d.Press("enter")
	check("story", "… · dateline")
	d.Press("q", "/")
	d.Type(strings.Repeat("예산 ", 60))
	check("search", "/예산")
}
