package search

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// KeyMap is the keys of the line; every other key is typed.
type KeyMap struct {
	Keep, Leave  key.Binding
	Older, Newer key.Binding
	Manual       key.Binding
}

// NewKeyMap returns the keys of the line as they come.
func NewKeyMap() KeyMap {
	return KeyMap{
		Keep:   keys.Bind("Enter", "keep what was found as the list", "enter"),
		Leave:  keys.Bind("Esc", "back to the exact place", "esc"),
		Older:  keys.Bind("↑", "the search before", "up"),
		Newer:  keys.Bind("↓", "the search after", "down"),
		Manual: keys.Bind("?", "what can be typed", "?"),
	}
}

// Bindings returns the keys in the order in which help lists them.
func (k *KeyMap) Bindings() []key.Binding {
	return []key.Binding{k.Keep, k.Leave, k.Older, k.Newer, k.Manual}
}

// Bindings returns the keys of the line in the order in which help lists them.
func (p *Page) Bindings() []key.Binding { return p.Keys.Bindings() }

// Typing reports true: every other key is typed.
func (p *Page) Typing() bool { return true }

// Wheel does nothing.
func (p *Page) Wheel(int) intent.Intent { return nil }

// Click does nothing.
func (p *Page) Click(int) intent.Intent { return nil }

// Update takes a key press or a paste and returns what the line wants of the
// root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, p.Keys.Manual):
			return intent.Manual{}
		case key.Matches(k, p.Keys.Older):
			return typed(p.older(1))
		case key.Matches(k, p.Keys.Newer):
			return typed(p.older(-1))
		}
	}
	switch p.line.Update(msg) {
	case prompt.Changed:
		p.at, p.problem = -1, ""
		return intent.Typed{}
	case prompt.Entered:
		return intent.Keep{}
	case prompt.Left:
		return intent.Restore{}
	case prompt.Same:
	}
	return nil
}

func typed(changed bool) intent.Intent {
	if changed {
		return intent.Typed{}
	}
	return nil
}
