package search

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// The names of the actions that the line gives hints for.
const (
	choose     = "next-row"
	keepSearch = "keep-search"
	complete   = "complete"
	older      = "older-search"
	leave      = "leave-search"
	manual     = "manual"
)

// bindings returns the key bindings of p. Every other key is text.
func bindings(p *Page) keys.List {
	return keys.List{
		{Name: keepSearch, Keys: []string{"enter"}, Group: keys.Search, Help: "keep the result as the list", Hint: "keep", Do: keys.Ask(intent.Keep{})},
		{Name: leave, Keys: []string{"esc"}, Group: keys.Leave, Help: "return to the exact place", Hint: "back", Do: keys.Ask(intent.Restore{})},
		{Name: "next-row", Keys: []string{"down"}, Group: keys.Move, Help: "choose the next row", Hint: "choose", Do: keys.Ask(intent.Choose{Step: 1})},
		{Name: "previous-row", Keys: []string{"up"}, Group: keys.Move, Help: "choose the previous row; in an empty line, the previous search", Do: keys.Call(p.up)},
		{Name: "older-search", Keys: []string{"ctrl+p"}, Group: keys.Search, Help: "the previous search", Hint: "earlier searches", Do: keys.Call(p.older)},
		{Name: "newer-search", Keys: []string{"ctrl+n"}, Group: keys.Search, Help: "the next search", Do: keys.Call(p.newer)},
		{Name: "complete", Keys: []string{"tab"}, Group: keys.Search, Help: "complete a field or a value; again for the next", Hint: "completes", Do: keys.Ask(intent.Complete{})},
		{Name: "suggested-search", Keys: []string{"ctrl+y"}, Group: keys.Search, Help: "take the suggestion", Do: keys.Ask(intent.Suggested{})},
		{Name: manual, Keys: []string{"?"}, Group: keys.Search, Help: "what can be typed", Hint: "what can be typed", Do: keys.Ask(intent.Manual{})},
	}
}

// Bindings returns the key bindings in the order of the help.
func (p *Page) Bindings() keys.List { return p.keys }

// Update takes a key press or a paste and returns the line's request to the
// root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if press.String() != "tab" {
			p.completions.End()
		}
		if in, bound := p.keys.Press(press); bound {
			return in
		}
	}
	switch p.line.Update(msg) {
	case prompt.Changed:
		p.history.Typed()
		return intent.Typed{}
	case prompt.Left:
		return intent.Restore{}
	case prompt.Same, prompt.Entered:
	}
	return nil
}

// up chooses the row above. In an empty line it recalls the previous search.
func (p *Page) up() intent.Intent {
	if p.Blank() {
		return p.older()
	}
	return intent.Choose{Step: -1}
}

func (p *Page) older() intent.Intent { return p.recall(1) }
func (p *Page) newer() intent.Intent { return p.recall(-1) }
