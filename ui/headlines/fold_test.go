package headlines

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/mark"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// folded returns a page of n rows, of which row 2 stands for as many takes.
func folded(n, takes, w, h int) (archive, *Page, []story.Row) {
	a := stories(n)
	a[2].Takes, a[2].Group = takes, "oldest"
	older := slices.Clone(a[2:][:1])
	for i := range takes - 1 {
		r := a[2]
		r.ID, r.Headline.Title, r.Headline.Tags, r.Words = story.ID(strings.Repeat("t", i+1)), "Older", []string{"LEAD"}, 10+i
		older = append(older, r)
	}
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(w, h)
	ans := a.window(p.Load())
	ans.Scope = feed.Stories
	p.Show(ans)
	return a, p, older[1:]
}

func TestTheCursorGoesThroughUnfoldedTakes(t *testing.T) {
	a, p, older := folded(40, 4, 80, 24)
	press(a, p, "j", "j")
	in, ok := press(a, p, "+").(intent.Unfold)
	if !ok || in.ID != a[2].ID {
		t.Fatalf("+ returns %#v", in)
	}
	p.Unfold(intent.Unfold{ID: in.ID, Gen: in.Gen - 1}, Takes{Rows: older})
	if text := ansi.Strip(p.View()); strings.Contains(text, "Older") {
		t.Errorf("a late answer is shown:\n%s", text)
	}
	p.Unfold(in, Takes{Rows: older})
	want := []string{a[2].Headline.Title, "Older", "Older", "Older", a[3].Headline.Title}
	for i, title := range want {
		if selected(p) != title || p.Position() != min(3+i/4, 4) {
			t.Errorf("step %d: on %q, row %d", i, selected(p), p.Position())
		}
		page.Fills(t, p.View(), 80, 24)
		press(a, p, "j")
	}
	press(a, p, "k", "k")
	for i := len(want) - 2; i >= 0; i-- {
		if selected(p) != want[i] {
			t.Errorf("step %d up: on %q", i, selected(p))
		}
		press(a, p, "k")
	}
	press(a, p, "j", "j", "j")
	if at, _ := p.At(); at.ID != a[2].ID || selected(p) != "Older" {
		t.Errorf("on %q of %q", selected(p), at.ID)
	}
	before := p.Snapshot()
	press(a, p, "+")
	if strings.Contains(ansi.Strip(p.View()), "Older") || selected(p) != a[2].Headline.Title {
		t.Errorf("not folded:\n%s", ansi.Strip(p.View()))
	}
	p.Restore(before)
	if selected(p) != "Older" {
		t.Errorf("restored on %q", selected(p))
	}
}

func TestUnfoldedTakesHaveHalfTheLines(t *testing.T) {
	for h := 3; h < 40; h++ {
		a, p, older := folded(40, 60, 80, h)
		press(a, p, "j", "j")
		in, _ := press(a, p, "+").(intent.Unfold)
		p.Unfold(in, Takes{Rows: older})
		shown, more := p.takesOf(2)
		if lines := p.takeLines(2); lines != p.body()/2 || len(shown)+more != 59 {
			t.Errorf("height %d: %d lines, %d and %d takes", h, lines, len(shown), more)
		}
		if lines := strings.Count(ansi.Strip(p.View()), "LEAD "); lines != len(shown) {
			t.Errorf("height %d: %d of %d takes drawn:\n%s", h, lines, len(shown), ansi.Strip(p.View()))
		}
		page.Fills(t, p.View(), 80, h)
		for range shown {
			press(a, p, "j")
		}
		p.Resize(80, 6)
		if at, _ := p.At(); at.ID != a[2].ID || p.take > p.steps(2) {
			t.Errorf("height %d: take %d of %d after a resize", h, p.take, p.steps(2))
		}
		page.Fills(t, p.View(), 80, 6)
	}
}

func TestARowOfOtherTakesIsFolded(t *testing.T) {
	a, p, older := folded(10, 3, 80, 24)
	press(a, p, "j", "j")
	in, _ := press(a, p, "+").(intent.Unfold)
	p.Unfold(in, Takes{Rows: older})
	press(a, p, "j")
	fewer := a[2]
	fewer.Takes = 2
	p.Replace(Check{Rows: map[story.ID]story.Row{fewer.ID: fewer}})
	if selected(p) != a[2].Headline.Title || strings.Contains(ansi.Strip(p.View()), "Older") {
		t.Errorf("on %q:\n%s", selected(p), ansi.Strip(p.View()))
	}
}

func TestARowForAllTakesFollowsTheStore(t *testing.T) {
	a, p, older := folded(10, 3, 80, 24)
	var m mark.Marks
	p.SetMarks(&m)
	press(a, p, "j", "j")
	for _, want := range []struct {
		key string
		in  intent.Intent
	}{
		{"m", intent.Read{ID: a[2].ID, Group: "oldest", All: true, Read: true}},
		{"s", intent.Star{ID: a[2].ID, Group: "oldest", All: true, Starred: true}},
	} {
		if in := press(a, p, want.key); in != want.in {
			t.Errorf("%s returns %#v", want.key, in)
		}
	}
	in, _ := press(a, p, "+").(intent.Unfold)
	p.Unfold(in, Takes{Rows: older})
	if in := press(a, p, "j", "m"); in != (intent.Read{ID: older[0].ID, Group: "oldest", Read: true}) {
		t.Errorf("m on a take returns %#v", in)
	}
	p.Mark(func() { m.SetRead(m.Next(), a[2].ID, true) })
	if !p.Unread("oldest") || p.Unread("") || p.Counts().Unread != 10 {
		t.Errorf("read with one of its takes: %+v", p.Counts())
	}
	p.Mark(func() { m.Settle(1, &story.Row{Group: "oldest", Read: true}, nil) })
	if p.Unread("oldest") || p.Counts().Unread != 9 {
		t.Errorf("unread: %+v", p.Counts())
	}
	p.Mark(func() { m.SetStoryStarred(m.Next(), a[2].ID, "oldest", true) })
	if p.Counts().Starred != 1 {
		t.Errorf("%+v", p.Counts())
	}
}
