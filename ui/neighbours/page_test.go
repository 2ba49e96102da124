package neighbours

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/feed/web"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// graph returns a story that n stories cite and that leads to m.
func graph(n, m int) feed.Graph {
	var g feed.Graph
	node := func(i int) {
		r := story.Row{ID: story.ID(strconv.Itoa(i)), Headline: story.Headline{Title: fmt.Sprintf("Ferry %d sails at noon", i), Take: story.TakeFirst}, Date: story.Date{Year: 2024, Month: 10, Day: 1 + i}}
		g.Nodes = append(g.Nodes, web.Node{Row: r, Depth: min(i, 1)})
	}
	for i := range 1 + n + m {
		node(i)
		switch {
		case i == 0:
		case i <= n:
			g.Edges = append(g.Edges, web.Edge{From: i})
		default:
			g.Edges = append(g.Edges, web.Edge{To: i})
		}
	}
	return g
}

func open(n, m, w, h int) *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(w, h)
	p.Show(graph(n, m))
	return p
}

func TestTheStoryIsBetweenThoseThatCiteItAndThoseItLeadsTo(t *testing.T) {
	want := []string{
		" Map: Ferry 0 sails at noon ───────── cited by 1, leads to 2",
		" cited by           │ here               │ leads to",
		" 2 Oct  Ferry 1     │ Ferry 0 sails at   │ 3 Oct  Ferry 2",
		" sails at noon      │ noon               │ sails at noon",
		"                    │ Tue 1 Oct 2024     │ 4 Oct  Ferry 3",
		"                    │                    │ sails at noon",
	}
	if got := lines(open(1, 2, 62, 6)); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	narrow := open(1, 2, 40, 6)
	narrow.Update(page.Key("right"))
	want = []string{
		" Map: Ferry … ─ cited by 1, leads to 2",
		" leads to",
		" 3 Oct  Ferry 2 sails at noon",
		"",
		" 4 Oct  Ferry 3 sails at noon",
		"",
	}
	if got := lines(narrow); !slices.Equal(got, want) {
		t.Errorf("narrow: got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func lines(p *Page) []string {
	list := strings.Split(ansi.Strip(p.View()), "\n")
	for i := range list {
		list[i] = strings.TrimRight(list[i], " ")
	}
	return list
}

func TestArrowsWalk(t *testing.T) {
	for keys, want := range map[string]intent.Intent{
		"enter": intent.OpenEntry{ID: "0"}, "left": nil, "left h": intent.Walk{ID: "1"}, "left j enter": intent.OpenEntry{ID: "2"},
		"right G l": intent.Walk{ID: "5"}, "l j h enter": intent.OpenEntry{ID: "0"}, "right d space g b u right": intent.Walk{ID: "3"},
		"q": intent.Close{}, "esc": intent.Close{}, "j k": nil,
	} {
		p := open(2, 3, 90, 8)
		var in intent.Intent
		for k := range strings.FieldsSeq(keys) {
			in = p.Update(page.Key(k))
		}
		if in != want {
			t.Errorf("%s: %#v, want %#v", keys, in, want)
		}
	}
	alone := open(0, 0, 90, 8)
	for k, want := range map[string]string{"left": "No story cites this one.", "right": "This story leads to no other."} {
		if in := alone.Update(page.Key(k)); in != (intent.Say{Text: want}) {
			t.Errorf("%s: %#v", k, in)
		}
	}
}

func TestPagesAndHalfPagesAreMoves(t *testing.T) {
	for keys, want := range map[string]int{"d": 2, "space": 3, "space pgdown b": 3, "d u": 0, "G": 29, "G d": 29, "G g": 0, "j down k": 1} {
		p := open(30, 0, 90, 10)
		p.Update(page.Key("left"))
		for k := range strings.FieldsSeq(keys) {
			p.Update(page.Key(k))
		}
		if p.cursor[cited] != want {
			t.Errorf("%s: at %d, want %d", keys, p.cursor[cited], want)
		}
	}
}

func TestTheMiddleHasTheWholeHeadlineAndAHeadSaysIfThereAreMore(t *testing.T) {
	g := graph(1, 1)
	g.More = true
	g.Nodes[0].Row.Headline.Title = strings.Repeat("Ferry sails ", 12) + "home"
	g.Nodes[0].Row.Headline.Take = 2
	g.Nodes[0].Row.Places, g.Nodes[0].Row.Agency = []string{"KARVIK", "TOLVIK"}, "Meridian"
	p := open(0, 0, 90, 14)
	p.Show(g)
	for _, want := range []string{"some of the stories around it", "home", "│ LEAD", "│ KARVIK/TOLVIK · Meridian"} {
		if !strings.Contains(ansi.Strip(p.View()), want) {
			t.Errorf("no %q on\n%s", want, ansi.Strip(p.View()))
		}
	}
	p.Resize(90, 6)
	fills(t, p)
}

func TestAColumnScrollsAndTakesClicks(t *testing.T) {
	p := open(9, 0, 90, 8)
	p.Update(page.Key("left"))
	p.Update(page.Key("G"))
	if !strings.Contains(ansi.Strip(p.View()), "Ferry 9") {
		t.Errorf("the last is not on the screen:\n%s", ansi.Strip(p.View()))
	}
	p.Click(headLines)
	if got := p.selected().ID; got != "7" {
		t.Errorf("a click on the first row selects %s", got)
	}
	if p.Wheel(1); p.selected().ID != "8" {
		t.Errorf("the wheel leads to %s", p.selected().ID)
	}
	if p.Click(0); p.selected().ID != "8" {
		t.Error("a click on the head moves the cursor")
	}
}

// fills fails the test unless p covers all cells of its box, as a sheet must.
func fills(t *testing.T, p *Page) {
	t.Helper()
	w, h := p.w, p.h
	page.Fills(t, p.View(), min(w, w*h), min(h, w*h))
	for i, l := range strings.Split(p.View(), "\n") {
		if n := cell.Width(l); w*h > 0 && n != w {
			t.Errorf("%dx%d: line %d has %d cells: %q", w, h, i, n, l)
		}
	}
}

func TestThePageFillsItsBox(t *testing.T) {
	for w := range 130 {
		for _, h := range []int{0, 1, 2, 3, 9} {
			for _, n := range []int{0, 1, 9} {
				p := open(n, n, w, h)
				fills(t, p)
				p.Update(page.Key("left"))
				fills(t, p)
			}
		}
	}
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(80, 5)
	fills(t, p)
}
