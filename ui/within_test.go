package ui_test

import (
	"strings"
	"testing"
)

func TestASearchInAResultNarrowsIt(t *testing.T) {
	for _, w := range []int{40, 80, 120, 200} {
		d := start(t, w, 24)
		d.Search("bank OR ferry")
		d.Press("j", "j")
		before := d.Screen()
		d.Press("/")
		if !strings.Contains(d.Row(-1), "/(bank OR ferry) ") {
			t.Errorf("%d columns: the line is %q", w, d.Row(-1))
		}
		d.Type("rate")
		d.Shows("Bank of Ostmere")
		d.Press("down", "esc")
		if got := d.Screen(); got != before {
			t.Errorf("%d columns: Esc leads to\n%s\nwant\n%s", w, got, before)
		}
		d.Press("/", "r", "backspace", "enter")
		if got := d.Screen(); got != before {
			t.Errorf("%d columns: without a word Enter leads to\n%s\nwant\n%s", w, got, before)
		}
		d.Press("/")
		d.Type("pelicans")
		d.Shows("No stories match.")
		for range "pelicans" {
			d.Press("backspace")
		}
		d.Hides("No stories match.")
		d.Press("enter")
		if got := d.Screen(); got != before {
			t.Errorf("%d columns: after deleting the word Enter leads to\n%s\nwant\n%s", w, got, before)
		}
		d.Press("/")
		d.Type("rate ")
		d.Press("enter")
		d.Shows("Bank of Ostmere")
		d.Press("/", "ctrl+u")
		d.Type("기준")
		if !strings.Contains(d.Row(-1), "/기준") {
			t.Errorf("%d columns: after Ctrl-U the line is %q", w, d.Row(-1))
		}
	}
}
