package console

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// The names of the actions that the line gives hints for.
const (
	run      = "run-command"
	complete = "complete"
	older    = "older-command"
	leave    = "leave-command"
)

// bindings returns the key bindings of p. Every other key is text.
func bindings(p *Page) keys.List {
	return keys.List{
		{Name: run, Keys: []string{"enter"}, Group: keys.Screen, Help: "run the command, or go to the row or paragraph of that number", Hint: "run", Do: keys.Call(p.run)},
		{Name: complete, Keys: []string{"tab"}, Group: keys.Screen, Help: "complete a name; again for the next", Hint: "completes", Do: keys.Call(p.complete)},
		{Name: older, Keys: []string{"up", "ctrl+p"}, Group: keys.Screen, Help: "the previous command", Hint: "earlier commands", Do: keys.Step(p.recall, 1)},
		{Name: "newer-command", Keys: []string{"down", "ctrl+n"}, Group: keys.Screen, Help: "the next command", Do: keys.Step(p.recall, -1)},
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
			p.completing = false
		}
		if in, bound := p.keys.Press(press); bound {
			return in
		}
	}
	switch p.line.Update(msg) {
	case prompt.Changed:
		p.history.Typed()
	case prompt.Left:
		return intent.Close{}
	case prompt.Same, prompt.Entered:
	}
	return nil
}
