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
		"a": intent.Typed{}, "enter": intent.Keep{}, "esc": intent.Restore{}, "?": intent.Manual{},
		"up": intent.Typed{}, "down": nil, "left": nil,
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

func TestUpAndDownRecallEarlierSearches(t *testing.T) {
	p := line("dra", "last", "earlier")
	for _, step := range []struct{ key, want string }{
		{"up", "last"}, {"up", "earlier"}, {"up", "earlier"}, {"down", "last"}, {"down", "dra"}, {"down", "dra"},
	} {
		p.Update(page.Key(step.key))
		if got := p.Text(); got != step.want {
			t.Errorf("%s leads to %q, want %q", step.key, got, step.want)
		}
	}
	p.Update(page.Key("up"))
	enter(p, "!")
	p.Update(page.Key("down"))
	if p.Text() != "last!" {
		t.Errorf("typing into an earlier search gives %q", p.Text())
	}
}

func TestTheWrongPartIsMarkedUntilTheTextChanges(t *testing.T) {
	th := theme.New(true)
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
	th := theme.New(true)
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
