// Package keys says what keys do. A Binding holds everything that is to be said
// of an action: its name, its keys, its help, what it does and why it does
// nothing at the moment. The bindings of a page are one List. The page passes
// key presses to it; the help, the hints and the README's tables are made from
// it.
package keys

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
)

// Binding is an action of a page and the keys that start it.
type Binding struct {
	Name string   // of the action, unique on its page: "follow-link"
	Keys []string // in Bubble Tea's spelling: "enter", "ctrl+d"
	Help string   // what the action does: "follow the selected link"
	Hint string   // the same in a word, for the foot of a pop-up; "" for no hint
	Do   func(press tea.KeyPressMsg) intent.Intent
	Off  func() string // why the action does nothing at the moment; "" if it works. Nil: it always works
}

// List is the bindings of a page in the order in which help lists them.
type List []Binding

// Press does what press is bound to. It reports false if that is nothing. If
// the action is off, it asks the root to say why.
func (l List) Press(press tea.KeyPressMsg) (in intent.Intent, bound bool) {
	b := l.find(press)
	if b == nil {
		return nil, false
	}
	if b.Off != nil {
		if reason := b.Off(); reason != "" {
			return intent.Say{Text: reason}, true
		}
	}
	return b.Do(press), true
}

// Action returns the name of the action that press is bound to, "" if there is
// none.
func (l List) Action(press tea.KeyPressMsg) string {
	if b := l.find(press); b != nil {
		return b.Name
	}
	return ""
}

func (l List) find(press tea.KeyPressMsg) *Binding {
	name := press.String()
	for i := range l {
		if slices.Contains(l[i].Keys, name) {
			return &l[i]
		}
	}
	return nil
}

// Named returns the binding of an action. It panics if the list has none.
func (l List) Named(action string) *Binding {
	for i := range l {
		if l[i].Name == action {
			return &l[i]
		}
	}
	panic("keys: no action " + action)
}

// Run returns a Binding's Do that calls f and asks for nothing.
func Run(f func()) func(tea.KeyPressMsg) intent.Intent {
	return func(tea.KeyPressMsg) intent.Intent {
		f()
		return nil
	}
}

// Step is Run for an f that takes a direction: 1 for the next, -1 for the
// previous.
func Step(f func(n int), n int) func(tea.KeyPressMsg) intent.Intent {
	return Run(func() { f(n) })
}

// Ask returns a Binding's Do that asks for in.
func Ask(in intent.Intent) func(tea.KeyPressMsg) intent.Intent {
	return func(tea.KeyPressMsg) intent.Intent { return in }
}

// Call returns a Binding's Do that asks for what f returns.
func Call(f func() intent.Intent) func(tea.KeyPressMsg) intent.Intent {
	return func(tea.KeyPressMsg) intent.Intent { return f() }
}
