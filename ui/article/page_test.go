package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// ferry returns a story of n paragraphs with three related headlines: one with a
// target, one with two equally good targets, one that is not in the archive.
func ferry(n int) (*story.Story, Around) {
	st := &story.Story{
		ID:       "ferry",
		Headline: story.Headline{Text: "(2nd LD) Harbor ferry resumes", Title: "Harbor ferry resumes", Tags: []string{"2nd LD"}, Take: 3, Kind: story.Lead},
		Notes:    []story.Note{{Text: "(ATTN: ADDS photo)"}},
		Byline:   story.Byline{Text: "By Ana Ruiz"},
		Dateline: story.Dateline{Places: []string{"PORT ELLERY"}, Agency: "Meridian", Month: 10, Day: 3},
		Date:     story.Date{Year: 2024, Month: 10, Day: 3, From: story.FromWeekday},
		SignOff:  story.SignOff{Lines: []story.Line{{Text: "a.ruiz@meridian.example"}}},
		EndMark:  story.Line{Text: "(END)"},
	}
	for i := range n {
		st.Body = append(st.Body, story.Block{Kind: story.Paragraph, N: i + 1,
			Text: fmt.Sprintf("Paragraph %d tells of the ferry that came back to the harbor after two days of storm.", i+1)})
	}
	st.Body = append(st.Body, story.Block{Kind: story.Caption, Text: "A ferry leaves.", Credit: "Meridian", Rights: "No Redistribution"})
	a := Around{Cited: []story.Row{{ID: "cites", Headline: story.Headline{Text: "Morning summary", Title: "Morning summary", Take: 1}}}}
	for i, head := range []string{"Storm keeps ferry in dock", "Inquiry into moorings", "Talks on tolls"} {
		rel := story.Related{Headline: story.Headline{Text: head, Title: head, Take: 1}}
		st.Related = append(st.Related, rel)
		l := feed.Link{Related: rel, Match: link.None}
		for j := range 2 - i + i%2 {
			l.Match = link.Exact
			l.Targets = append(l.Targets, story.Row{ID: story.ID(fmt.Sprintf("t%d.%d", i, j)), Headline: rel.Headline, Places: []string{"KARVIK"}})
		}
		a.Links = append(a.Links, l)
	}
	a.Links[0].Targets = a.Links[0].Targets[:1]
	return st, a
}

func open(n, w, h int) *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(w, h)
	st, a := ferry(n)
	p.Show(story.Row{ID: st.ID, Headline: st.Headline}, st, a, feed.Place{})
	return p
}

// press presses keys. A digit opens a related headline at once: the root waits for a
// second one.
func press(p *Page, keys ...string) (last intent.Intent) {
	for _, k := range keys {
		last = p.Update(page.Key(k))
		if in, ok := last.(intent.Number); ok {
			last = p.OpenRelated((in.Digit+9)%10 + 1)
		}
	}
	return last
}

func screen(p *Page) string { return ansi.Strip(p.View()) }

func TestAStoryHasItsPartsInOrder(t *testing.T) {
	got := screen(open(1, 80, 40))
	at := 0
	for _, part := range []string{
		"Harbor ferry resumes", "2nd LD · PORT ELLERY · Meridian · Thu 3 Oct 2024 · By Ana Ruiz", "(ATTN: ADDS photo)", "Paragraph 1", "A ferry leaves.", "Meridian · No Redistribution",
		"(END)", "a.ruiz@meridian.example", "Related", "2 of 3 are here", "1", "Storm keeps ferry in dock",
		"2", "Inquiry into moorings", "+1", "not in the archive", "3", "Talks on tolls",
		"Cited by", "Morning summary",
	} {
		i := strings.Index(got[at:], part)
		if i < 0 {
			t.Fatalf("%q is not where it should be:\n%s", part, got)
		}
		at += i
	}
}

func TestEveryBoxIsFilledExactly(t *testing.T) {
	p := open(30, 80, 24)
	for w := 0; w <= 200; w += 7 {
		for _, h := range []int{0, 1, 2, 8, 24, 50} {
			p.Resize(w, h)
			for _, k := range []string{"j", "d", "tab", "G", "u", "g"} {
				press(p, k)
				page.Fills(t, p.View(), w, h)
			}
		}
	}
}

func TestTheTextAtTheTopStaysAtEveryWidth(t *testing.T) {
	p := open(60, 80, 24)
	press(p, "d", "d", "d")
	old := p.Place()
	for _, w := range []int{40, 200, 33, 120, 61, 80} {
		p.Resize(w, 24)
		if got := p.Place(); got.Block != old.Block {
			t.Errorf("at width %d block %d is at the top, want %d", w, got.Block, old.Block)
		}
	}
	press(p, "<", "<")
}

func TestAStoryOpensAtTheLineOfItsPlace(t *testing.T) {
	st, a := ferry(40)
	p := open(40, 80, 24)
	for range p.lastTop() {
		line, at := p.top, p.Place()
		q := open(40, 80, 24)
		q.Show(story.Row{}, st, a, at)
		if q.top != line && !inBlankLines(p, line) {
			t.Errorf("line %d has the place %v, which opens at line %d", line, at, q.top)
		}
		press(p, "j")
	}
}

// inBlankLines reports whether line is one of several blank lines above an item;
// they have the place of the item.
func inBlankLines(p *Page, line int) bool { return p.doc.At(line) == p.doc.At(line+1) }

func TestTabSelectsEachLinkAndEnterFollowsIt(t *testing.T) {
	p := open(20, 80, 24)
	want := []intent.Intent{
		intent.Follow{ID: "t0.0"}, intent.Follow{ID: "t1.0"},
		intent.Follow{ID: "cites"}, // "Talks on tolls" is not in the archive
	}
	for i, w := range want {
		press(p, "tab")
		if first, last := p.doc.LinkLine(p.Link()); first < p.top || last >= p.top+p.h {
			t.Errorf("link %d is off the screen", i+1)
		}
		if got := press(p, "enter"); got != w {
			t.Errorf("link %d: %#v, want %#v", i+1, got, w)
		}
	}
	press(p, "tab") // the last one stays
	if got := press(p, "shift+tab", "enter"); got != want[1] {
		t.Errorf("back from the last: %#v", got)
	}
	press(p, "g", "tab") // from the top again
	if got := press(p, "enter"); got != want[0] {
		t.Errorf("from the top: %#v", got)
	}
}

func TestANumberOpensThatRelatedHeadline(t *testing.T) {
	p := open(20, 80, 24)
	tests := map[string]intent.Intent{
		"1": intent.Follow{ID: "t0.0"},
		"2": intent.Follow{ID: "t1.0"},
		"3": intent.Say{Text: "Not in this archive: Talks on tolls"},
		"4": intent.Say{Text: "This story lists no more than 3 related headlines."},
	}
	for k, want := range tests {
		if got := press(p, k); got != want {
			t.Errorf("%s: %#v, want %#v", k, got, want)
		}
	}
}

func TestFindShowsHitsWhileTypingAndNStepsThroughThem(t *testing.T) {
	p := open(60, 80, 24)
	press(p, "d")
	top := p.top
	p.BeginFind()
	p.Find("paragraph 4")
	if p.Hits() != "1 of 11" || !strings.Contains(screen(p), "Paragraph 4 ") {
		t.Errorf("%s:\n%s", p.Hits(), screen(p))
	}
	p.Find("paragraph 49")
	if p.Hits() != "1 of 1" || !strings.Contains(screen(p), "Paragraph 49 ") {
		t.Errorf("%s:\n%s", p.Hits(), screen(p))
	}
	p.Find("paragraph 499")
	if p.Hits() != "not in this story" || p.top != top {
		t.Errorf("%s at line %d, want line %d", p.Hits(), p.top, top)
	}
	p.EndFind(false)
	if p.Hits() != "" || p.top != top {
		t.Errorf("%q at line %d, want line %d", p.Hits(), p.top, top)
	}
	press(p, "g")
	p.BeginFind()
	p.Find("of the FERRY that")
	p.EndFind(true)
	for _, want := range []string{"2 of 60", "3 of 60"} {
		press(p, "n")
		if p.Hits() != want {
			t.Errorf("n: %s, want %s", p.Hits(), want)
		}
	}
	press(p, "N", "N", "N")
	if p.Hits() != "60 of 60" {
		t.Errorf("N from the first hit: %s", p.Hits())
	}
}

func TestNWithoutASearchGoesToTheNextUnreadStory(t *testing.T) {
	p := open(3, 80, 24)
	if got := press(p, "n"); got != (intent.NextUnread{}) {
		t.Errorf("n: %#v", got)
	}
	if got := press(p, "N"); got != (intent.NextUnread{Back: true}) {
		t.Errorf("N: %#v", got)
	}
}

func TestSpaceScrollsAndThenGoesToTheNextUnreadStory(t *testing.T) {
	p := open(40, 80, 24)
	for range 100 {
		if in := press(p, "space"); in == (intent.NextUnread{}) {
			if !p.AtEnd() {
				t.Error("Space leaves the story before its end")
			}
			return
		}
	}
	t.Error("Space never leaves the story")
}

func TestRefreshMovesNoLine(t *testing.T) {
	st, a := ferry(40)
	p := open(40, 80, 24)
	p.Show(story.Row{}, st, Around{Links: a.Links}, feed.Place{})
	press(p, "tab", "tab")
	line, selected := screen(p)[:200], p.selected().headline
	a.Notices.By = []story.Row{{ID: "fix", Headline: story.Headline{Text: "(CORRECTED) Harbor ferry", Title: "Harbor ferry", Kind: story.Correction}}}
	if !p.Refresh(a) {
		t.Error("a refresh that moves no line is refused")
	}
	if got := screen(p)[:200]; got != line {
		t.Errorf("the text moved from\n%s\nto\n%s", line, got)
	}
	if got := p.selected().headline; got != selected {
		t.Errorf("the selection went from %q to %q", selected, got)
	}
	press(p, "g")
	if !strings.Contains(screen(p), "CORRECTED: Harbor ferry") {
		t.Errorf("the correction is not announced:\n%s", screen(p))
	}
}

func TestRefreshThatWouldMoveALineChangesNothing(t *testing.T) {
	st, a := ferry(40)
	p := open(40, 80, 24)
	p.Show(story.Row{}, st, a, feed.Place{})
	before := screen(p)
	a.Notices.By = []story.Row{{ID: "fix", Headline: story.Headline{Text: "(CORRECTED) Harbor ferry", Title: "Harbor ferry", Kind: story.Correction}}}
	if p.Refresh(a) || screen(p) != before {
		t.Errorf("the text moved to\n%s", screen(p))
	}
	p.Replace(story.Row{}, st, a)
	if !strings.Contains(screen(p), "CORRECTED: Harbor ferry") {
		t.Errorf("the correction is not announced:\n%s", screen(p))
	}
}

func TestANewerVersionKeepsThePlace(t *testing.T) {
	p := open(40, 80, 24)
	press(p, "d", "d", "j")
	top, _, _ := strings.Cut(screen(p), "\n")
	st, a := ferry(40)
	st.Body = append([]story.Block{{Kind: story.Paragraph, Text: "A paragraph that was not there."}}, st.Body...)
	p.Replace(story.Row{}, st, a)
	if got, _, _ := strings.Cut(screen(p), "\n"); got != top {
		t.Errorf("the top went from %q to %q", top, got)
	}
	press(p, "g")
	if !strings.Contains(screen(p), "A paragraph that was not there.") {
		t.Error("the new version is not shown")
	}
}
