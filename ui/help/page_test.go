package help_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/query"
	"dateline/ui/help"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// words returns the words of a view without its frame.
func words(view string) string {
	text := strings.NewReplacer("│", " ", "╭", " ", "╮", " ", "╰", " ", "╯", " ", "─", " ").Replace(ansi.Strip(view))
	return strings.Join(strings.Fields(text), " ")
}

func TestTheManualIsCompleteAtEveryWidth(t *testing.T) {
	th := theme.New(true)
	for _, screen := range []int{40, 60, 80, 120} {
		p := help.NewManual("What can be searched for", query.Manual())
		w, h := p.Size(screen, 1000)
		view := drawn(p, &th, w, h)
		page.Fills(t, view, w, h)
		for _, e := range query.Manual() {
			for _, text := range []string{e.Form, e.Means} {
				if !strings.Contains(words(view), text) {
					t.Errorf("on a screen of %d cells %q is missing", screen, text)
				}
			}
		}
	}
}

func TestTheManualFillsItsBoxAndScrollsToItsEnd(t *testing.T) {
	th := theme.New(true)
	for w := 8; w < 100; w += 7 {
		for h := 6; h < 60; h += 9 {
			p := help.NewManual("What can be searched for", query.Manual())
			view := drawn(p, &th, w, h)
			page.Fills(t, view, w, h)
			p.Update(page.Key("G"))
			end := drawn(p, &th, w, h)
			page.Fills(t, end, w, h)
			p.Update(page.Key("j"))
			if again := drawn(p, &th, w, h); again != end {
				t.Errorf("%dx%d: j scrolls past the end", w, h)
			}
		}
	}
}

// drawn returns the view of p in a box of w by h cells.
func drawn(p *help.Page, th *theme.Theme, w, h int) string {
	p.SetTheme(th)
	p.Resize(w, h)
	return p.View()
}
