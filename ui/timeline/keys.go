package timeline

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	return keys.WithProgram(keys.Moves("story", p.move), keys.List{
		{Name: "open", Keys: []string{"enter", "l", "right"}, Group: keys.Links, Help: "open the story", Hint: "open", Do: keys.Call(p.open)},
		{Name: "cut-entry", Keys: []string{"x"}, Group: keys.Mark, Help: "cut the story from the line", Hint: "cut", Do: keys.Call(p.cut)},
		{Name: "add-entry", Keys: []string{"a"}, Group: keys.Mark, Help: "add the story that was cut, or whose line was open before", Hint: "add", Do: keys.Call(p.add)},
		{Name: "close", Keys: []string{"q", "T", "esc", "h", "left"}, Group: keys.Leave, Help: "close", Hint: "close", Do: keys.Ask(intent.Close{})},
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do on the page, the most useful first.
func (p *Page) Hints() []hint.Hint {
	hints := p.keys.Hints("open", "cut-entry")
	if p.addable() {
		add := p.keys.Hint("add-entry", locale.In("hint").F("add %s", p.other.Headline.Title))
		add.Long = true
		hints = append(hints, add)
	}
	return append(hints, p.keys.Hints("close", keys.Help)...)
}

// Typing returns false: the page takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent { return p.keys.Update(msg) }

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	p.step(d.Steps(n, p.room()/2, p.room()-1, len(p.entries)))
	return nil
}

// step moves the cursor by n entries and scrolls until it is on the screen.
func (p *Page) step(n int) {
	p.cursor, p.top = keys.Scroll(p.cursor, p.top, n, len(p.entries), p.room())
}

// Wheel moves the cursor by n entries.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click selects the entry on line y of the box.
func (p *Page) Click(y int) intent.Intent {
	if i := p.top + y - 1; y > 0 && y <= p.room() && i < len(p.entries) {
		p.cursor = i
	}
	return nil
}
