package article

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prose"
	"dateline/ui/theme"
)

func TestKeysScrollByALineHalfAPageOrAPage(t *testing.T) {
	for key, want := range map[string]int{
		"j": 51, "down": 51, "k": 49, "up": 49, "d": 62, "ctrl+d": 62, "u": 38,
		"space": 72, "pgdown": 72, "b": 28, "pgup": 28, "g": 0, "home": 0,
	} {
		p := open(60, 80, 24)
		p.scrollTo(50)
		in := press(p, key)
		if p.top != want || in != (intent.Place{ID: "ferry", Place: p.Place()}) {
			t.Errorf("%s scrolls to line %d and returns %#v, want line %d", key, p.top, in, want)
		}
	}
	p := open(60, 80, 24)
	if press(p, "G"); p.top != p.doc.Len()-24 || !p.AtEnd() {
		t.Errorf("G scrolls to line %d of %d", p.top, p.doc.Len())
	}
	if in := press(p, "j"); in != nil || p.top != p.doc.Len()-24 {
		t.Errorf("at the end j returns %#v", in)
	}
}

func TestPageKeysScrollOneLineOnATinyScreen(t *testing.T) {
	for _, h := range []int{1, 2, 3} {
		for _, keys := range []string{"space", "d"} {
			p := open(20, 80, h)
			if press(p, keys); p.top != 1 {
				t.Errorf("%d lines: %s scrolls to line %d", h, keys, p.top)
			}
		}
	}
}

func TestOnlySpaceGoesOnFromTheEnd(t *testing.T) {
	for name, p := range map[string]*Page{"long": open(40, 80, 24), "short": open(1, 80, 60)} {
		press(p, "G")
		if in := press(p, "pgdown"); in != nil {
			t.Errorf("%s story: PgDn returns %#v", name, in)
		}
		if in := press(p, "space"); in != (intent.NextUnread{}) {
			t.Errorf("%s story: Space returns %#v", name, in)
		}
	}
}

func TestTheWheelScrollsByLines(t *testing.T) {
	p := open(60, 80, 24)
	if in := p.Wheel(-3); in != nil || p.top != 0 {
		t.Errorf("up from the top: %#v at line %d", in, p.top)
	}
	if in := p.Wheel(3); in != (intent.Place{ID: "ferry", Place: p.Place()}) || p.top != 3 {
		t.Errorf("down: %#v at line %d", in, p.top)
	}
	if p.Wheel(-2); p.top != 1 {
		t.Errorf("up: line %d", p.top)
	}
}

func TestProgressShowsTheRestOfTheText(t *testing.T) {
	p := open(60, 80, 24)
	lines := p.textLines()
	if lines >= p.doc.Len()-10 {
		t.Errorf("%d lines of text of %d", lines, p.doc.Len())
	}
	progress := func() string { long, _ := p.Progress(); return long }
	if got := progress(); got != fmt.Sprintf("text %d%% · 4 min", 24*100/lines) {
		t.Errorf("at the top: %q of %d lines", got, lines)
	}
	p.scrollTo(lines / 3)
	percent := fmt.Sprintf("text %d%%", (lines/3+24)*100/lines)
	if long, short := p.Progress(); long != percent+" · 2 min" || short != percent {
		t.Errorf("in the middle: %q and %q", long, short)
	}
	p.scrollTo(lines * 2 / 3)
	if got := progress(); strings.Contains(got, "min") {
		t.Errorf("less than two minutes are left: %q", got)
	}
	if p.scrollTo(lines - 24); progress() != "read" {
		t.Errorf("at the end of the text: %q", progress())
	}
	if press(p, "G"); progress() != "end" {
		t.Errorf("at the end: %q", progress())
	}
	if press(p, "shift+tab"); progress() != fmt.Sprintf("link %d of %d · end", len(p.targets), len(p.targets)) {
		t.Errorf("with a link at the end: %q", progress())
	}
	if press(p, "g"); progress() != fmt.Sprintf("text %d%% · read", 24*100/lines) {
		t.Errorf("at the top again: %q", progress())
	}
	if got, _ := open(1, 80, 60).Progress(); got != "text on screen" {
		t.Errorf("a story that fits: %q", got)
	}
}

func TestTheWidthIsWithinBounds(t *testing.T) {
	p := open(10, 200, 24)
	for want, got := range map[int]int{10: 30, 30: 30, 90: 90, 140: 140, 500: 140} {
		if p.SetWidth(want); p.Width() != got {
			t.Errorf("a width of %d becomes %d", want, p.Width())
		}
	}
	widest := 0
	for line := range strings.SplitSeq(screen(p), "\n") {
		widest = max(widest, len(strings.TrimRight(line, " ")))
	}
	if p.SetWidth(40); widest < 100 || len(strings.Split(screen(p), "\n")) != 24 {
		t.Errorf("the widest line of a wide text has %d cells", widest)
	}
	for line := range strings.SplitSeq(screen(p), "\n") {
		if text := strings.TrimSpace(strings.TrimSuffix(line, "▐")); len([]rune(text)) > 40 || text != "" && !strings.HasPrefix(line, strings.Repeat(" ", 80)) {
			t.Errorf("a line of a column of 40 in 200 cells is %q", line)
		}
	}
}

func TestAPageWithoutAStoryIsEmpty(t *testing.T) {
	p := open(40, 80, 24)
	p.Hide()
	for _, b := range p.Bindings() {
		p.Update(keys.Press(b.Name, ""))
	}
	p.Click(3)
	p.Wheel(3)
	if p.ID() != "" || p.Story() != nil || p.doc != nil || p.Title() != "" || p.Hits() != "" || p.Reading() {
		t.Errorf("the page still has the story %q", p.Title())
	}
	if got := strings.TrimSpace(screen(p)); got != "" {
		t.Errorf("the page still shows\n%s", got)
	}
}

func TestAProblemIsShownInsteadOfAStory(t *testing.T) {
	p := open(40, 80, 24)
	if p.Problem() {
		t.Error("a story is reported as a problem")
	}
	p.ShowProblem(story.Row{ID: "lost", Headline: story.Headline{Title: "Lost ferry"}}, "This story is no longer in the archive.")
	if s := screen(p); !p.Problem() || !strings.Contains(s, "Lost ferry") || !strings.Contains(s, "no longer in the archive") {
		t.Errorf("the page shows\n%s", s)
	}
}

func TestMarksAreShownAndToggled(t *testing.T) {
	st, a := ferry(3)
	for _, tt := range []struct {
		read, starred bool
		want          string
	}{{true, false, ""}, {true, true, "★"}, {false, true, "★ unread"}, {false, false, "unread"}} {
		p := open(3, 80, 24)
		p.Show(story.Row{ID: "ferry", Read: tt.read, Starred: tt.starred}, st, a, feed.Place{})
		if got := p.Marks(); got != tt.want || p.Read() != tt.read {
			t.Errorf("read %v, starred %v: %q", tt.read, tt.starred, got)
		}
		if in := press(p, "m"); in != (intent.Read{ID: "ferry", Read: !tt.read}) {
			t.Errorf("m returns %#v", in)
		}
		if in := press(p, "s"); in != (intent.Star{ID: "ferry", Starred: !tt.starred}) {
			t.Errorf("s returns %#v", in)
		}
	}
}

func TestEachKeyReturnsItsIntent(t *testing.T) {
	p := open(3, 80, 24)
	for key, want := range map[string]intent.Intent{
		"q": intent.Back{}, "J": intent.Neighbour{Step: 1}, "K": intent.Neighbour{Step: -1},
		"H": intent.Trail{Step: -1}, "alt+right": intent.Trail{Step: 1}, "/": intent.Show{Page: intent.FindPage},
		">": intent.Width{Step: 1}, "<": intent.Width{Step: -1}, "z": intent.Zen{}, "x": nil,
	} {
		if in := press(p, key); in != want {
			t.Errorf("%s returns %#v, want %#v", key, in, want)
		}
	}
}

func TestTheSelectedLinkIsShownUnlessTheListHasTheFocus(t *testing.T) {
	th := theme.Look{}.Theme(true)
	p := open(1, 80, 60)
	press(p, "tab")
	selected := th.Pens.LinkSelected.Draw("Storm keeps ferry in dock")
	if !strings.Contains(p.View(), selected) {
		t.Error("the selected link looks like the others")
	}
	p.SetBlur(true)
	if strings.Contains(p.View(), selected) {
		t.Error("the link looks selected while the list has the focus")
	}
}

func TestAStoryOpensAtAPlaceBelowItsBody(t *testing.T) {
	st, a := ferry(3)
	p := open(3, 80, 3)
	if p.Place() != (feed.Place{}) {
		t.Errorf("the top is the place %v", p.Place())
	}
	for line := 1; line <= p.lastTop(); line++ {
		if p.scrollTo(line); p.items[p.at.Item].Role == prose.Credit {
			continue // a credit has the block of its caption
		}
		q := open(3, 80, 3)
		if q.Show(story.Row{}, st, a, p.Place()); q.top != line && !inBlankLines(p, line) {
			t.Errorf("line %d has the place %v, which opens at line %d", line, p.Place(), q.top)
		}
		if q.Replace(story.Row{}, st, a); q.top != line && !inBlankLines(p, line) {
			t.Errorf("a newer version moves line %d to %d", line, q.top)
		}
	}
}

func TestSelectIgnoresALinkThatDoesNotExist(t *testing.T) {
	p := open(3, 80, 30)
	for n, want := range map[int]int{1: 1, 3: 3, 0: 0, -1: 0} {
		if p.Select(n); p.Link() != want {
			t.Errorf("link %d: %d is selected", n, p.Link())
		}
	}
	p.Select(2)
	if p.Select(4); p.Link() != 2 {
		t.Errorf("a link that does not exist is selected: %d", p.Link())
	}
}
