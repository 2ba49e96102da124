package console

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// line returns a line with text in it.
func line(text string, history ...string) *Page {
	p := New("row", history)
	p.Update(tea.PasteMsg{Content: text})
	return p
}

// drawn returns the view of p in w cells, without styles.
func drawn(p *Page, w int) string {
	th := theme.New(true)
	p.SetTheme(&th)
	p.Resize(w, 1)
	return ansi.Strip(p.View())
}

func TestEnterRunsACommandOrGoesToANumber(t *testing.T) {
	help := intent.Run{Text: "help", Then: intent.Show{Page: intent.HelpPage}}
	for text, want := range map[string]intent.Intent{
		"help": help, "HE": help, "\thelp": help, "": intent.Close{}, "0": nil, "-3": nil, "hepl": nil,
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
		"xyz": "no such command", "aquitaine": "no such command",
	} {
		p := line(text)
		p.Update(page.Key("enter"))
		if view := drawn(p, 80); !strings.Contains(view, want) {
			t.Errorf("%q: %q, want %q", text, view, want)
		}
		if p.Update(page.Key("!")); strings.Contains(drawn(p, 80), "no such") {
			t.Errorf("%q: the problem stays while the text changes", text)
		}
	}
	if p := line("xyz"); p.Update(page.Key("enter")) != nil || strings.Contains(drawn(p, 80), "mean") {
		t.Errorf("a text like no name: %q", drawn(p, 80))
	}
}

func TestTabGoesThroughTheNames(t *testing.T) {
	p := New("row", nil)
	seen := map[string]bool{}
	for range Commands() {
		p.Update(page.Key("tab"))
		seen[p.line.Value()] = true
	}
	for _, c := range Commands() {
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
	for text, want := range map[string]string{"": "around", "he": "help: the keys in force here", "12": "row 12", "help": "help: the keys"} {
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
		if got := New("row", nil).Update(page.Key(key)); got != (intent.Close{}) {
			t.Errorf("%s returns %#v", key, got)
		}
	}
}

func TestCommandsAreInOrderAndComplete(t *testing.T) {
	last := ""
	for _, c := range Commands() {
		if c.Name <= last || c.Name != strings.ToLower(c.Name) || c.Does == "" || c.Intent == nil {
			t.Errorf("%+v lacks a field, or is not in the order of names", c)
		}
		last = c.Name
	}
}
