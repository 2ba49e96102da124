// Package visits is the sheet that lists the stories visited, the last one at the end.
package visits

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// Page is the sheet. Use New to create one.
type Page struct {
	keys  keys.List
	theme *theme.Theme
	w, h  int

	rows   []story.Row
	here   story.ID // the story on the screen, "" for none
	cursor int
	top    int // the first row on the screen
}

// New returns the sheet of rows. Here is the story that the reader is in, "" for none.
func New(rows []story.Row, here story.ID) *Page {
	p := &Page{rows: rows, here: here, cursor: max(0, len(rows)-1)}
	p.keys = bindings(p)
	if i := slices.IndexFunc(rows, func(r story.Row) bool { return r.ID == here }); i >= 0 {
		p.cursor = i
	}
	return p
}

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	return keys.WithProgram(keys.Moves("story", p.move), keys.List{
		{Name: "open", Keys: []string{"enter", "l", "right"}, Group: keys.Links, Help: "go there, to the place where you left it", Hint: "go there", Do: keys.Call(p.open)},
		{Name: "close", Keys: []string{"q", "esc", "h", "left"}, Group: keys.Leave, Help: "close", Hint: "close", Do: keys.Ask(intent.Close{})},
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do on the page, the most useful first.
func (p *Page) Hints() []hint.Hint { return p.keys.Hints("open", "close", keys.Help) }

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize sets the size of the page in cells.
func (p *Page) Resize(w, h int) {
	p.w, p.h = w, h
	p.step(0)
}

// Typing returns false: the page takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent { return p.keys.Update(msg) }

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	p.step(d.Steps(n, p.h/2, p.h-2, len(p.rows)))
	return nil
}

// step moves the cursor by n rows and scrolls until it is on the screen.
func (p *Page) step(n int) {
	p.cursor, p.top = keys.Scroll(p.cursor, p.top, n, len(p.rows), p.h-1)
}

func (p *Page) open() intent.Intent {
	switch {
	case p.cursor >= len(p.rows):
		return intent.Close{}
	case p.rows[p.cursor].ID == p.here:
		return intent.Close{}
	}
	return intent.Revisit{ID: p.rows[p.cursor].ID}
}

// Wheel moves the cursor by n rows.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click selects the row on line y of the box.
func (p *Page) Click(y int) intent.Intent {
	if i := p.top + y - 1; y > 0 && i < len(p.rows) {
		p.cursor = i
	}
	return nil
}
