package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// copying is the line that asks what to copy. One more key chooses; a key without a meaning
// closes the line.
type copying struct {
	prompt.Input

	theme *theme.Theme
	w     int
	keys  keys.List
}

func newCopying() *copying {
	return &copying{keys: keys.List{
		{Name: "copy-text", Keys: []string{"y"}, Group: keys.Read, Help: "headline, dateline and text", Hint: "text", Do: keys.Ask(intent.Copy{Part: intent.Text})},
		{Name: "copy-headline", Keys: []string{"h"}, Group: keys.Read, Help: "the headline", Hint: "headline", Do: keys.Ask(intent.Copy{Part: intent.Headline})},
		{Name: "copy-citation", Keys: []string{"c"}, Group: keys.Read, Help: "headline, agency, dateline, and the paragraph of the selected link, else the first on the screen", Hint: "citation", Do: keys.Ask(intent.Copy{Part: intent.Citation})},
		{Name: "copy-path", Keys: []string{"p"}, Group: keys.Read, Help: "the path of its file", Hint: "path", Do: keys.Ask(intent.Copy{Part: intent.Path})},
		{Name: "copy-nothing", Keys: []string{"esc"}, Group: keys.Leave, Help: "nothing", Hint: "nothing", Do: keys.Ask(intent.Close{})},
	}}
}

// SetTheme changes the colours.
func (c *copying) SetTheme(th *theme.Theme) { c.theme = th }

// Resize gives the line w cells.
func (c *copying) Resize(w, _ int) { c.w = w }

// Bindings returns what can be copied.
func (c *copying) Bindings() keys.List { return c.keys }

// Cursor returns the cell where the question begins.
func (c *copying) Cursor() (x, y int, ok bool) { return 1, 0, true }

// Update takes the choice.
func (c *copying) Update(msg tea.Msg) intent.Intent {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if in, bound := c.keys.Press(keys.Normal(press)); bound {
			return in
		}
	}
	return intent.Close{}
}

// View draws the choices, as many as there is room for.
func (c *copying) View() string {
	mark, text := " "+locale.T("Copy:")+" ", ""
	if c.w < 50 {
		mark = " "
	}
	hints := c.keys.Hints("copy-text", "copy-headline", "copy-citation", "copy-path", "copy-nothing")
	for n := len(hints); n > 0; n-- {
		if text = hint.Join(hints[:n], "  "); cell.Width(mark+text) < c.w {
			break
		}
	}
	mark = cell.Cut(mark, c.w)
	return c.theme.Prompt.Render(mark) + c.theme.Text.Render(bidi.Visual(cell.Cut(text, c.w-cell.Width(mark)), false))
}
