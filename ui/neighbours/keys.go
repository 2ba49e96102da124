package neighbours

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	left := func() intent.Intent { return p.walk(-1) }
	right := func() intent.Intent { return p.walk(1) }
	return keys.WithProgram(keys.Moves("story", p.move), keys.List{
		{Name: "walk-left", Keys: []string{"left", "h"}, Group: keys.Move, Help: "to the stories that cite it, then the story into the middle", Pair: "left, right; beyond the edge the story moves to the middle", Hint: "walk", Do: keys.Call(left)},
		{Name: "walk-right", Keys: []string{"right", "l"}, Group: keys.Move, Help: "to the stories that it leads to, then the story into the middle", Do: keys.Call(right)},
		{Name: "open", Keys: []string{"enter"}, Group: keys.Links, Help: "open the story", Hint: "open", Do: keys.Call(p.open)},
		{Name: "close", Keys: []string{"q", "esc"}, Group: keys.Leave, Help: "close", Hint: "close", Do: keys.Ask(intent.Close{})},
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do on the page, the most useful first.
func (p *Page) Hints() []hint.Hint {
	return append([]hint.Hint{{Key: p.keys.KeyOf("walk-left") + " " + p.keys.KeyOf("walk-right"), Text: locale.In("hint").T("walk")}}, p.keys.Hints("open", "close", keys.Help)...)
}

// Typing returns false: the page takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent { return p.keys.Update(msg) }

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	p.step(d.Steps(n, p.room()/2, p.room()-1, len(p.sides[p.column])))
	return nil
}

// step moves the cursor by n rows of its column and scrolls until it is on the screen.
func (p *Page) step(n int) {
	c := p.column
	p.cursor[c], p.top[c] = keys.Scroll(p.cursor[c], p.top[c], n, len(p.sides[c]), p.room())
}

// Wheel moves the cursor by n rows.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click selects the row on line y of the box in the column with the cursor.
func (p *Page) Click(y int) intent.Intent {
	if i := p.top[p.column] + (y-headLines)/rowLines; y >= headLines && p.column != here && i < len(p.sides[p.column]) {
		p.cursor[p.column] = i
	}
	return nil
}
