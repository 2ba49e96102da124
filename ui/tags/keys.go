package tags

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// The names of the actions that the line gives hints for.
const (
	enter    = "set-tags"
	complete = "complete-tag"
	leave    = "leave-tags"
)

// bindings returns the key bindings of p. Every other key is text.
func bindings(p *Page) keys.List {
	return keys.List{
		{Name: enter, Keys: []string{"enter"}, Group: keys.Mark, Help: "set the tags, separated by spaces or commas; -tag, or a tag that is set, is taken off", Hint: "set", Do: keys.Call(p.enter)},
		{Name: complete, Keys: []string{"tab"}, Group: keys.Mark, Help: "complete a tag; again for the next", Hint: "completes", Do: keys.Call(p.complete)},
		{Name: leave, Keys: []string{"esc"}, Group: keys.Leave, Help: "back", Hint: "back", Do: keys.Ask(intent.Close{})},
	}
}

// Bindings returns the key bindings in the order of the help.
func (p *Page) Bindings() keys.List { return p.keys }

// Update takes a key press or a paste.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if p.keys.Action(press) != complete {
			p.completions.End()
		}
		if in, bound := p.keys.Press(press); bound {
			return in
		}
	}
	if p.line.Update(msg) == prompt.Left {
		return intent.Close{}
	}
	return nil
}
