package help

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// The names of the actions with hints at the foot of the pop-up.
const (
	closePopUp = "close"
	search     = "search"
)

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	return slices.Concat(keys.List{
		{Name: closePopUp, Keys: []string{"q", "esc", "?", "enter", "h", "left"}, Group: keys.Leave, Help: "close", Hint: "close", Do: keys.Ask(intent.Close{})},
		{Name: search, Keys: []string{"/"}, Group: keys.Search, Help: "search", Hint: "search", Do: keys.Run(func() { p.line = prompt.New("/") })},
	}, keys.Moves("row", p.move))
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Typing reports whether the reader is typing a filter.
func (p *Page) Typing() bool { return p.line != nil }

// Wheel does nothing.
func (p *Page) Wheel(int) intent.Intent { return nil }

// Click closes the pop-up.
func (p *Page) Click(int) intent.Intent { return intent.Close{} }

// Update handles a key press or a paste. It returns intent.Close if the pop-up is to
// be closed.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	if p.line != nil {
		return p.typed(msg)
	}
	return p.keys.Update(msg)
}

// typed handles a message for the filter line. Enter does the action that it has found alone.
func (p *Page) typed(msg tea.Msg) intent.Intent {
	switch p.line.Update(msg) {
	case prompt.Changed:
		p.filter, p.top = p.line.Value(), 0
	case prompt.Left:
		p.line, p.filter, p.top = nil, "", 0
	case prompt.Entered:
		p.line = nil
		if b := p.only(); b != nil {
			return intent.Do{Name: b.Name}
		}
	case prompt.Same:
	}
	return nil
}

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	switch d {
	case keys.Line:
		p.top += n
	case keys.HalfPage, keys.Page:
		p.top += n * max(1, p.shown()/2)
	case keys.End:
		p.top = max(0, n*p.lines)
	}
	return nil
}
