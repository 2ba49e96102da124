package prose

import (
	"strings"
	"testing"

	"dateline/ui/theme"
)

func TestAnchorsAreDrawnAsLinksAndSelectedByNumber(t *testing.T) {
	th := theme.Look{}.Theme(true)
	text := "The harbor board said the long talks on tolls had ended at https://quay.example/a today."
	at := func(s string) (start, end int) { i := strings.Index(text, s); return i, i + len(s) }
	anchors := make([]Anchor, 3)
	for i, s := range []string{"board", "long talks on tolls", "https://quay.example/a"} {
		anchors[i].Link = i + 5
		anchors[i].Start, anchors[i].End = at(s)
	}
	d := Lay([]Item{{Text: "Above."}, {Text: text, Anchors: anchors}}, 30)
	drawn := func(p Paint) string {
		var lines []string
		for i := 1; i < d.Len(); i++ {
			lines = append(lines, d.Line(i, p))
		}
		return strings.Join(lines, "|")
	}
	pens := &th.Pens
	plain, picked := pens.Link.Draw, pens.LinkSelected.Draw
	for link, want := range map[int][]string{
		0: {plain("board"), plain("long"), plain("talks on tolls"), plain("https://quay.example/a")},
		5: {picked("board"), plain("long"), plain("talks on tolls"), plain("https://quay.example/a")},
		6: {plain("board"), picked("long"), picked("talks on tolls"), plain("https://quay.example/a")},
		7: {plain("board"), plain("long"), plain("talks on tolls"), picked("https://quay.example/a")},
	} {
		got := drawn(Paint{Theme: &th, Link: link})
		for _, s := range want {
			if !strings.Contains(got, s) {
				t.Errorf("link %d: %q is not in %q", link, s, got)
			}
		}
	}
	hits := d.Find("talks")
	if got := drawn(Paint{Theme: &th, Hits: hits, Current: -1}); !strings.Contains(got, pens.Hit.Draw("talks")+plain(" on tolls")) {
		t.Errorf("with a hit: %q", got)
	}
	for link, want := range map[int][2]int{5: {1, 1}, 6: {1, 2}, 7: {3, 3}, 8: {-1, -1}} {
		if first, last := d.LinkLine(link); [2]int{first, last} != want {
			t.Errorf("link %d is on lines %d to %d, want %v", link, first, last, want)
		}
	}
	for line, want := range []int{0, 5, 6, 7} {
		if got := d.LinkAt(line); got != want {
			t.Errorf("on line %d is link %d, want %d", line, got, want)
		}
	}
}

func TestAnchorsOfTextThatIsNotCleanAreDropped(t *testing.T) {
	d := Lay([]Item{{Text: "a\x1b[31mboard", Anchors: []Anchor{{6, 11, 1}}}}, 30)
	if first, _ := d.LinkLine(1); first != -1 {
		t.Errorf("the link is on line %d", first)
	}
}
