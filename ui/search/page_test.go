package search

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

func enter(p *Page, text string) { p.Update(tea.PasteMsg{Content: text}) }

// line returns a line with text in it.
func line(text string, history ...string) *Page {
	p := New(history)
	enter(p, text)
	return p
}

func TestEachKeyAsksForItsIntent(t *testing.T) {
	for k, want := range map[string]intent.Intent{
		"a": intent.Typed{}, "enter": intent.Keep{}, "esc": intent.Restore{}, "?": intent.Manual{}, "ctrl+y": intent.Suggested{},
		"up": intent.Choose{Step: -1}, "down": intent.Choose{Step: 1}, "tab": intent.Complete{}, "ctrl+p": intent.Typed{}, "ctrl+n": nil, "left": nil,
	} {
		p := line("ferry", "harbour")
		if got := p.Update(page.Key(k)); got != want {
			t.Errorf("%s: %#v, want %#v", k, got, want)
		}
	}
	p := New(nil)
	if got := p.Update(tea.PasteMsg{Content: "what?"}); got != (intent.Typed{}) || p.Text() != "what?" {
		t.Errorf("a paste gives %#v and %q", got, p.Text())
	}
}

func TestKeysRecallEarlierSearches(t *testing.T) {
	p := line("dra", "last", "earlier")
	for _, step := range []struct{ key, want string }{
		{"ctrl+p", "last"}, {"ctrl+p", "earlier"}, {"ctrl+p", "earlier"}, {"ctrl+n", "last"}, {"ctrl+n", "dra"}, {"ctrl+n", "dra"},
	} {
		p.Update(page.Key(step.key))
		if got := p.Text(); got != step.want {
			t.Errorf("%s leads to %q, want %q", step.key, got, step.want)
		}
	}
	p.Update(page.Key("ctrl+p"))
	enter(p, "!")
	p.Update(page.Key("ctrl+n"))
	if p.Text() != "last!" {
		t.Errorf("typing into an earlier search gives %q", p.Text())
	}
}

func TestTheWrongPartIsMarkedUntilTheTextChanges(t *testing.T) {
	th := theme.Look{}.Theme(true)
	p := line("ferry plce:oslo")
	p.Wrong(6, 10, `there is no field "plce"`)
	view := drawn(p, &th, 80)
	if !strings.Contains(view, th.Wrong.Render("plce")) || !strings.Contains(view, "there is no field") {
		t.Errorf("the line is %q", view)
	}
	enter(p, "x")
	view = drawn(p, &th, 80)
	if strings.Contains(view, th.Wrong.Render("plce")) || p.Problem() != "" {
		t.Errorf("after a letter the line is %q", view)
	}
}

func TestTheLineFillsEveryWidth(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for _, text := range []string{"", "ferry", "기준금리 동결", strings.Repeat("👩‍👩‍👧 한국 ", 10), "e\u0301"} {
		for _, problem := range []string{"", "no such field, and a very long reason why that is so and cannot be helped"} {
			p := line(text)
			if problem != "" {
				p.Wrong(0, len(text), problem)
			}
			for w := range 130 {
				view := drawn(p, &th, w)
				x, _, _ := p.Cursor()
				if got := ansi.StringWidth(view); got > w || w > 2 && x >= w {
					t.Errorf("%q in %d cells: line of %d, cursor in column %d", text, w, got, x)
				}
			}
		}
	}
}

// drawn returns the view of p in w cells.
func drawn(p *Page, th *theme.Theme, w int) string {
	p.SetTheme(th)
	p.Resize(w, 1)
	return p.View()
}

func TestUpInAnEmptyLineRecallsTheLastSearch(t *testing.T) {
	p := New([]string{"last", "earlier"})
	if in := p.Update(page.Key("up")); in != (intent.Typed{}) || p.Text() != "last" {
		t.Errorf("up returns %#v and leads to %q", in, p.Text())
	}
	if in := p.Update(page.Key("up")); in != (intent.Choose{Step: -1}) || p.Text() != "last" {
		t.Errorf("up in a line with text returns %#v and leads to %q", in, p.Text())
	}
}

func TestCompleteGoesThroughTheCompletions(t *testing.T) {
	list := func(text string) []string {
		if text == "a" {
			return []string{"agency:", "after:"}
		}
		return nil
	}
	p := New(nil)
	for _, want := range []string{"agency:", "after:", "agency:"} {
		if p.Text() == "" {
			p.Update(page.Key("a"))
		}
		if !p.Complete(list) || p.Text() != want {
			t.Errorf("the completion is %q, want %q", p.Text(), want)
		}
		p.Update(page.Key("tab"))
	}
	p.Update(page.Key("x"))
	if p.Complete(list) || p.Text() != "agency:x" {
		t.Errorf("a text without completions becomes %q", p.Text())
	}
}
