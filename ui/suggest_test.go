package ui_test

import "testing"

func TestAnEmptyResultSuggestsASearchThatFindsSomething(t *testing.T) {
	for _, w := range []int{40, 80, 120, 200} {
		d := start(t, w, 24)
		d.Press("/")
		d.Type("ostmree kind:lead")
		d.Shows("No stories match.", "Did you mean ostmere kind:lead?", "Ctrl-Y")
		d.Press("ctrl+y")
		d.Shows("/ostmere kind:lead", "Bank of Ostmere")
		d.Hides("Did you mean")
		d.Press("esc", "/")
		d.Type("ostmree ")
		d.Press("enter")
		d.Shows("Did you mean ostmere?", "Enter")
		d.Press("enter")
		d.Shows("Ostmere")
		d.Hides("No stories match.", "Did you mean")
	}
}
