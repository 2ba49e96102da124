package around

import (
	"dateline/feed/locale"
	"dateline/ui/hint"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
)

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	return keys.WithProgram(keys.Moves("entry", p.move), keys.List{
		{Name: "open", Keys: []string{"enter", "l", "right"}, Group: keys.Links, Help: "open the story, or search its words", Hint: "open", Do: keys.Call(p.open)},
		{Name: "why", Keys: []string{"w"}, Group: keys.Links, Help: "why it is there, and its other targets", Hint: "why", Do: keys.Call(p.why)},
		{Name: "takes", Keys: []string{"v"}, Group: keys.Links, Help: "takes, and what changed", Hint: "takes", Do: keys.Ask(intent.Show{Page: intent.TakesPage})},
		{Name: "open-related", Arg: "N", Keys: keys.Digits(), Group: keys.Links, Help: "open a related story", Hint: "open", Do: keys.Number},
		{Name: "next-group", Keys: []string{"tab"}, Group: keys.Move, Help: "next group, then the next pane", Pair: "next, previous group", Hint: "next group", Do: keys.Call(p.nextGroup)},
		{Name: "previous-group", Keys: []string{"shift+tab"}, Group: keys.Move, Help: "previous group, then the previous pane", Do: keys.Call(p.previousGroup)},
		{Name: "close", Keys: []string{"r", "q", "esc", "h", "left"}, Group: keys.Leave, Help: "close", Hint: "close", Do: keys.Ask(intent.Close{})},
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do on the page, the most useful first.
func (p *Page) Hints() []hint.Hint {
	e, ok := p.selected()
	if !ok {
		return p.keys.Hints("close", keys.Help)
	}
	open := p.keys.Hint("open", "")
	switch {
	case e.query != "":
		open.Text = locale.In("hint").T("list")
	case e.id == "":
		open.Text = locale.In("hint").T("search its words")
	}
	return append([]hint.Hint{open}, p.keys.Hints("why", "next-group", "close", keys.Help)...)
}

// Typing returns false: the page takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	return p.keys.Update(msg)
}

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	p.step(d.Steps(n, p.h/2, p.h-2, len(p.entries)))
	return nil
}

// step moves the cursor by n entries.
func (p *Page) step(n int) {
	p.cursor = max(0, min(p.cursor+n, len(p.entries)-1))
	p.keepVisible()
}

// nextGroup goes to the next group. After the last one it requests the next pane; a
// sheet goes to the first group.
func (p *Page) nextGroup() intent.Intent {
	for i := p.cursor + 1; i < len(p.entries); i++ {
		if p.entries[i].group != "" {
			p.step(i - p.cursor)
			return nil
		}
	}
	if p.pane {
		return intent.Pane{Step: 1}
	}
	p.step(-p.cursor)
	return nil
}

// previousGroup goes to the start of this group, or to the previous one.
func (p *Page) previousGroup() intent.Intent {
	for i := p.cursor - 1; i >= 0; i-- {
		if p.entries[i].group != "" {
			p.step(i - p.cursor)
			return nil
		}
	}
	if p.pane {
		return intent.Pane{Step: -1}
	}
	return nil
}

// Wheel moves the cursor by n entries.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click selects the entry on line y of the box.
func (p *Page) Click(y int) intent.Intent {
	rows := p.layOut()
	if i := y - 1; i >= 0 && i < len(rows) && rows[i].entry >= 0 {
		p.cursor = rows[i].entry
	}
	return nil
}
