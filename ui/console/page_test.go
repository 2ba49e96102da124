package console

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// actions are those of a page.
func actions() keys.List {
	return keys.WithProgram(keys.Moves("row", func(keys.Distance, int) intent.Intent { return nil }),
		keys.List{{Name: "open-related", Arg: "N", Keys: keys.Digits(), Help: "open a related story", Do: keys.Number}})
}

// line returns a line with text in it.
func line(text string, history ...string) *Page {
	p := New("row", history, actions())
	p.Update(tea.PasteMsg{Content: text})
	return p
}

// drawn returns the view of p in w cells, without styles.
func drawn(p *Page, w int) string {
	th := theme.Look{}.Theme(true)
	p.SetTheme(&th)
	p.Resize(w, 1)
	return ansi.Strip(p.View())
}

func TestEnterRunsACommandOrGoesToANumber(t *testing.T) {
	help := intent.Run{Text: "help", Then: intent.Do{Name: "help"}}
	for text, want := range map[string]intent.Intent{
		"help": help, "HE": help, "next-row": intent.Run{Text: "next-row", Then: intent.Do{Name: "next-row"}}, "hal": nil, "help me": nil, "open-related": nil,
		"open-r  3": intent.Run{Text: "open-related 3", Then: intent.Do{Name: "open-related", Arg: "3"}}, "\thelp": help, "": intent.Close{}, "0": nil, "-3": nil, "hepl": nil,
		"12": intent.Run{Text: "12", Then: intent.GoTo{N: 12}}, "99999999999999999999": nil,
	} {
		if got := line(text).Update(page.Key("enter")); got != want {
			t.Errorf("%q: %#v, want %#v", text, got, want)
		}
	}
}

func TestACommandThatIsNoneNamesTheNearest(t *testing.T) {
	for text, want := range map[string]string{
		"hepl": "no such command: did you mean help?", "arond": "did you mean around?", "QUITT": "did you mean quit?",
		"xyz": "no such command", "aquitaine": "no such command", "hal": "several commands begin with that",
		"help me": "help takes nothing after it", "open-related": "open-related needs N",
	} {
		p := line(text)
		p.Update(page.Key("enter"))
		if view := drawn(p, 80); !strings.Contains(view, want) {
			t.Errorf("%q: %q, want %q", text, view, want)
		}
		if p.Update(page.Key("!")); strings.Contains(drawn(p, 80), want) {
			t.Errorf("%q: the problem stays while the text changes", text)
		}
	}
	if p := line("xyz"); p.Update(page.Key("enter")) != nil || strings.Contains(drawn(p, 80), "mean") {
		t.Errorf("a text like no name: %q", drawn(p, 80))
	}
}

func TestTabGoesThroughTheNames(t *testing.T) {
	p := New("row", nil, actions())
	seen := map[string]bool{}
	for range actions() {
		p.Update(page.Key("tab"))
		seen[p.line.Value()] = true
	}
	for _, c := range actions() {
		if !seen[c.Name] {
			t.Errorf("Tab does not lead to %s: %v", c.Name, seen)
		}
	}
	p = line("q")
	if p.Update(page.Key("tab")); p.line.Value() != "quit" {
		t.Errorf("q is completed to %q", p.line.Value())
	}
	if p.Update(page.Key("backspace")); p.line.Value() != "qui" {
		t.Errorf("Backspace leaves %q", p.line.Value())
	}
}

func TestTheLineSaysWhatTheTextDoes(t *testing.T) {
	for text, want := range map[string]string{"": "Tab completes", "he": "Enter run", "12": "row 12"} {
		if view := drawn(line(text), 120); !strings.Contains(view, want) {
			t.Errorf("%q: %q does not show %q", text, view, want)
		}
	}
	for w := range 130 {
		for _, text := range []string{"", "help", "xyz", "금리", strings.Repeat("ab", 60)} {
			p := line(text)
			p.Update(page.Key("enter"))
			if got := ansi.StringWidth(drawn(p, w)); got > w {
				t.Errorf("%q in %d cells: a line of %d", text, w, got)
			}
			if x, _, _ := p.Cursor(); w > 2 && x >= w {
				t.Errorf("%q in %d cells: the cursor is in column %d", text, w, x)
			}
		}
	}
}

func TestEarlierCommandsComeBack(t *testing.T) {
	p := line("dra", "quit", "help")
	for _, step := range []struct{ key, want string }{
		{"up", "quit"}, {"ctrl+p", "help"}, {"up", "help"}, {"down", "quit"}, {"ctrl+n", "dra"}, {"down", "dra"},
	} {
		p.Update(page.Key(step.key))
		if got := p.line.Value(); got != step.want {
			t.Errorf("%s leads to %q, want %q", step.key, got, step.want)
		}
	}
}

func TestTheLineClosesWhenItIsLeft(t *testing.T) {
	for _, key := range []string{"esc", "backspace"} {
		if got := New("row", nil, actions()).Update(page.Key(key)); got != (intent.Close{}) {
			t.Errorf("%s returns %#v", key, got)
		}
	}
}

func TestAboveTheLineStandsWhatTheTextMayBecome(t *testing.T) {
	above := func(p *Page, w, n int) string {
		drawn(p, w)
		return ansi.Strip(strings.Join(p.Above(n), "\n"))
	}
	for text, want := range map[string][]string{
		"open": {"open PATH ", "open-related N", "1–9 0"}, "": {"around ", "bottom ", " commands ──"}, "half": {"half-page-down  half a page down", " d Ctrl-D", "half-page-up"},
		"ma": {"map ", "the stories that cite it"}, "help x": {"help ", "these keys"},
	} {
		got := above(line(text), 80, 12)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%q lacks %q:\n%s", text, w, got)
			}
		}
	}
	for _, text := range []string{"12", "xyz"} {
		if got := above(line(text), 80, 12); got != "" {
			t.Errorf("%q: %s", text, got)
		}
	}
	p := line("half")
	p.Update(page.Key("tab"))
	p.Update(page.Key("tab"))
	if got := above(p, 80, 12); p.line.Value() != "half-page-up" || !strings.Contains(got, "half-page-down") {
		t.Errorf("while %q is completed:\n%s", p.line.Value(), got)
	}
	for w := range 100 {
		for n := range 14 {
			for l := range strings.SplitSeq(above(line(""), w, n), "\n") {
				if got := ansi.StringWidth(l); got > w {
					t.Errorf("%d cells, %d lines: a line of %d", w, n, got)
				}
			}
			if got := strings.Count(above(line(""), w, n), "\n"); got >= max(1, n) {
				t.Errorf("%d lines of %d", got+1, n)
			}
		}
	}
}

func TestTheArgumentsOfACommandAreCompleted(t *testing.T) {
	list := actions()
	list.Named("set").Args = []string{"mouse true", "mouse false", "bidi program"}
	p := New("row", nil, list)
	p.Begin("set m")
	drawn(p, 60)
	if got := ansi.Strip(strings.Join(p.Above(8), "\n")); !strings.Contains(got, "set mouse true") || strings.Contains(got, "bidi") {
		t.Errorf("above the line\n%s", got)
	}
	for _, want := range []string{"set mouse true", "set mouse false", "set mouse true"} {
		if p.Update(page.Key("tab")); p.line.Value() != want {
			t.Errorf("completed to %q, want %q", p.line.Value(), want)
		}
	}
	if got := p.Update(page.Key("enter")); got != (intent.Run{Text: "set mouse true", Then: intent.Do{Name: "set", Arg: "mouse true"}}) {
		t.Errorf("%#v", got)
	}
}

func TestTabShowsTheCommandThatItHasReached(t *testing.T) {
	p := New("row", nil, actions())
	for range actions() {
		p.Update(page.Key("tab"))
		drawn(p, 60)
		if got := ansi.Strip(strings.Join(p.Above(6), "\n")); !strings.Contains(got, p.line.Value()) {
			t.Errorf("%q is not in\n%s", p.line.Value(), got)
		}
	}
}
