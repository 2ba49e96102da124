package article

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
)

// list returns a page of h lines with a story that has n related headlines, all
// in the archive.
func list(n, h int) *Page {
	st := &story.Story{ID: "x", Headline: story.Headline{Text: "Ferry", Title: "Ferry"}}
	for i := range n {
		st.Related = append(st.Related, story.Related{Headline: story.Headline{Text: fmt.Sprintf("Head %02d", i+1), Title: fmt.Sprintf("Head %02d", i+1), Take: 1}})
	}
	p := open(1, 80, h)
	links := make([]feed.Link, n)
	for i := range links {
		links[i].Targets = []story.Row{{ID: story.ID(fmt.Sprint("t", i)), Headline: st.Related[i].Headline, Places: []string{"OSTVIK"}}}
	}
	p.Show(story.Row{ID: "x"}, st, Around{Links: links}, feed.Place{})
	return p
}

func TestTabStartsWithTheLinksOnTheScreen(t *testing.T) {
	for top := range 40 {
		p := list(30, 8)
		p.scrollTo(top)
		first, last := 0, 0
		for n := 1; n <= 30; n++ {
			from, to := p.doc.LinkLine(n)
			if from >= p.firstLine() && first == 0 {
				first = n
			}
			if to < p.top+8 {
				last = n
			}
		}
		for key, want := range map[string]int{"tab": first, "shift+tab": max(last, 1)} {
			q := list(30, 8)
			q.Select(30)
			if top > 15 {
				q.Select(1)
			}
			q.scrollTo(top)
			if press(q, key); q.Link() != want {
				t.Errorf("at line %d %s selects link %d, want %d", q.top, key, q.Link(), want)
			}
		}
	}
}

func TestTabKeepsTheLineBelowALinkOnTheScreen(t *testing.T) {
	p := list(30, 8)
	press(p, "tab")
	for n := 2; n <= 30; n++ {
		old := p.top
		if press(p, "tab"); p.Link() != n {
			t.Fatalf("Tab selects link %d, want %d", p.Link(), n)
		}
		first, last := p.doc.LinkLine(n)
		if first < p.firstLine() || last+1 > p.top+8 {
			t.Errorf("link %d on lines %d to %d is not whole on the screen that begins with line %d", n, first, last, p.top)
		}
		if p.top > old && last+2 < p.top+8 {
			t.Errorf("link %d: the screen scrolls from %d to %d", n, old, p.top)
		}
	}
	for n := 29; n >= 1; n-- {
		if press(p, "shift+tab"); p.Link() != n {
			t.Fatalf("Shift-Tab selects link %d, want %d", p.Link(), n)
		}
		if first, _ := p.doc.LinkLine(n); first < p.top {
			t.Errorf("link %d is above the screen", n)
		}
	}
}

func TestAClickSelectsALinkButDoesNotFollowIt(t *testing.T) {
	p := open(1, 80, 60)
	line := func(text string) int {
		for y, row := range strings.Split(screen(p), "\n") {
			if strings.Contains(row, text) {
				return y
			}
		}
		t.Fatalf("%q is not on\n%s", text, screen(p))
		return 0
	}
	if in := p.Click(line("Paragraph 1")); in != nil || p.Link() != 0 {
		t.Errorf("a click on text selects link %d and returns %#v", p.Link(), in)
	}
	if in := p.Click(line("Storm keeps ferry")); in != nil || p.Link() != 1 {
		t.Errorf("the first click selects link %d and returns %#v", p.Link(), in)
	}
	if in := p.Click(line("Storm keeps ferry")); in != nil || p.Link() != 1 {
		t.Errorf("the second click selects link %d and returns %#v", p.Link(), in)
	}
	p.scrollTo(2)
	if p.Click(line("Morning summary")); p.selected().headline != "Morning summary" {
		t.Errorf("on a screen that has scrolled the click selects %q", p.selected().headline)
	}
}

func TestALinkThatCannotBeFollowedGivesTheReason(t *testing.T) {
	say := func(text string) intent.Intent { return intent.Say{Text: text} }
	p := open(1, 80, 24)
	if in := press(p, "enter"); in != say("No link is selected: Tab selects one.") {
		t.Errorf("without a selection: %#v", in)
	}
	p.Select(99)
	if in := press(p, "enter"); in != say("No link is selected: Tab selects one.") {
		t.Errorf("with a link selected that does not exist: %#v", in)
	}
	p = list(1, 24)
	p.Show(story.Row{}, p.st, Around{Links: make([]feed.Link, 1), Reading: true}, feed.Place{})
	if in := press(p, "1"); in != say("Not found so far: Head 01") {
		t.Errorf("during a scan: %#v", in)
	}
	if in := press(p, "2"); in != say("This story lists no more than one related headline.") {
		t.Errorf("beyond the last: %#v", in)
	}
	st := &story.Story{ID: "x", Headline: story.Headline{Text: "Ferry", Title: "Ferry", Take: 1}, Related: []story.Related{{Headline: story.Headline{Text: "Ferry", Title: "Ferry", Take: 1}}}}
	p.Show(story.Row{}, st, Around{Links: make([]feed.Link, 1)}, feed.Place{})
	if in := press(p, "1"); in != say("That is this story.") || !strings.Contains(screen(p), "this story") {
		t.Errorf("the story itself: %#v on\n%s", in, screen(p))
	}
	p.Show(story.Row{}, &story.Story{ID: "x"}, Around{}, feed.Place{})
	if in := press(p, "enter"); in != say("This story has no links.") {
		t.Errorf("Enter without links: %#v", in)
	}
	if in := press(p, "1"); in != say("This story lists no related headlines.") {
		t.Errorf("1 without links: %#v", in)
	}
	if press(p, "tab"); p.Link() != 0 {
		t.Errorf("Tab selects link %d of none", p.Link())
	}
}

func TestANumberTypedWithShiftOpensThatHeadline(t *testing.T) {
	p := open(1, 80, 24)
	shifted := tea.KeyPressMsg{Code: '&', ShiftedCode: '1', Mod: tea.ModShift, Text: "1"}
	if in := p.Update(shifted); in != (intent.Number{Digit: 1}) {
		t.Errorf("1 returns %#v", in)
	}
}

func TestALinkThatLeavesTheScreenIsNoLongerSelected(t *testing.T) {
	p := list(30, 8)
	press(p, "tab", "tab")
	if p.Link() != 2 {
		t.Fatalf("link %d is selected", p.Link())
	}
	p.scrollTo(30)
	if p.Link() != 0 {
		t.Errorf("link %d is selected off the screen", p.Link())
	}
	if in := press(p, "enter"); in != (intent.Say{Text: "No link is selected: Tab selects one."}) {
		t.Errorf("Enter returns %#v", in)
	}
}

func TestBackquoteReturnsToTheSpotBeforeAJump(t *testing.T) {
	p := open(40, 80, 24)
	press(p, "j", "j", "j")
	at := p.Place()
	press(p, "tab")
	if p.Place() == at || p.Link() == 0 {
		t.Fatal("Tab has not jumped to a link")
	}
	far, link := p.Place(), p.Link()
	if press(p, "`"); p.Place() != at || p.Link() != 0 {
		t.Errorf("back at %v with link %d, want %v", p.Place(), p.Link(), at)
	}
	if press(p, "`"); p.Place() != far || p.Link() != link {
		t.Errorf("forward again at %v with link %d, want %v and %d", p.Place(), p.Link(), far, link)
	}
	press(p, "`", "G")
	if press(p, "`"); p.Place() != at {
		t.Errorf("back from the end at %v, want %v", p.Place(), at)
	}
}

func TestEscFirstClearsTheHits(t *testing.T) {
	p := open(20, 80, 24)
	p.BeginFind()
	p.Find("ferry")
	p.EndFind(true)
	if p.Hits() == "" {
		t.Fatal("no hits")
	}
	if in := press(p, "esc"); in != nil || p.Hits() != "" {
		t.Errorf("Esc returns %#v, hits %q", in, p.Hits())
	}
	if in := press(p, "esc"); in != (intent.Back{}) {
		t.Errorf("the second Esc returns %#v", in)
	}
	p.BeginFind()
	p.Find("ferry")
	p.EndFind(true)
	if in := press(p, "q"); in != (intent.Back{}) {
		t.Errorf("q returns %#v", in)
	}
}

func TestZeroIsTheTenthRelatedHeadline(t *testing.T) {
	if in := press(list(12, 8), "0"); in != (intent.Follow{ID: "t9"}) {
		t.Errorf("0 returns %#v", in)
	}
	if in := list(12, 8).OpenRelated(12); in != (intent.Follow{ID: "t11"}) {
		t.Errorf("the twelfth is %#v", in)
	}
	if in := press(list(9, 8), "0"); in != (intent.Say{Text: "This story lists no more than 9 related headlines."}) {
		t.Errorf("0 returns %#v", in)
	}
}
