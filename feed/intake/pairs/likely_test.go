package pairs

import "testing"

func TestTheLikeliestLanguageIsFound(t *testing.T) {
	for _, c := range []struct {
		text, want string
		like       rune
		letters    int
	}{
		{"Bürgermeister verspricht neue Brücke", "de", 'a', 33},
		{"IŞIK YENİDEN YANDI", "tr", 'a', 16},
		{"Кметът обеща нов мост", "bg", 'а', 18},
		{"המעבורת חזרה", "he", 'א', 11},
	} {
		g := Likeliest(c.text, c.like)
		if g.Language != c.want || g.Letters != c.letters || g.Margin <= 0 || g.Cost <= 0 {
			t.Errorf("%q: %+v", c.text, g)
		}
	}
	if g := Likeliest("12 -- (3)", 'a'); g.Letters != 0 || g.Margin != 0 {
		t.Errorf("%+v", g)
	}
}

func TestTheCostOfAWordHasItsEdges(t *testing.T) {
	en := Languages()["en"]
	th := en.Cost(Edge, en.Class('t')) + en.Cost(en.Class('t'), en.Class('h')) + en.Cost(en.Class('h'), Edge)
	for text, want := range map[string]int{"": 0, "th": th, " Th. ": th, "th TH": 2 * th, "é": foreign, "5": 0} {
		if got, _ := en.Weigh(text); got != want {
			t.Errorf("%q costs %d, want %d", text, got, want)
		}
	}
}
