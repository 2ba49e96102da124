// Package keys defines key bindings. A Binding describes an action: its name, its
// keys, its help, its function, and whether it is off at the moment. Its texts are English and are
// translated where they are shown. The bindings of a page form one List, which handles the key presses of the page and is the source
// of the help, the hints and the manual.
package keys

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/intent"
)

// Binding is an action of a page with its keys.
type Binding struct {
	Name  string   // name of the action, unique on its page: "follow-link"
	Keys  []string // in Bubble Tea's spelling: "enter", "ctrl+d"
	Group Group    // where the action stands in the help
	Help  string   // description of the action: "next link"
	Pair  string   // description of this action and the next one, which share a line of the help: "next, previous link"; "" for a line of its own
	Arg   string   // what a command has after the name: "FILE"; "" for nothing
	Args  []string // what may follow it; nil if that is not known
	Hint  string   // short description for the foot of a pop-up; "" for none
	Do    func(press tea.KeyPressMsg) intent.Intent
	Off   func() string // reason why the action is off at the moment, "" if it is on; nil if it is always on
}

// Group is a group of actions in the help.
type Group string

// The groups.
const (
	Move   Group = "Move"
	Read   Group = "Read"
	Links  Group = "Links"
	Search Group = "Search"
	Mark   Group = "Mark"
	Screen Group = "Screen"
	Leave  Group = "Leave"
)

// Title returns the name of g in the language of the program.
func (g Group) Title() string {
	switch g {
	case Move:
		return locale.In("group").T("Move")
	case Read:
		return locale.In("group").T("Read")
	case Links:
		return locale.In("group").T("Links")
	case Search:
		return locale.In("group").T("Search")
	case Mark:
		return locale.In("group").T("Mark")
	case Screen:
		return locale.In("group").T("Screen")
	case Leave:
		return locale.In("group").T("Leave")
	}
	return string(g)
}

// Groups returns the groups in the order of the help.
func Groups() []Group { return []Group{Move, Read, Links, Search, Mark, Screen, Leave} }

// List holds the bindings of a page in the order of the help page.
type List []Binding

// Press runs the action bound to press and returns its intent. If the action is off,
// the intent is to show the reason. bound is false if press is not bound.
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

// Update is Press for a message: it does nothing for other messages than a key press
// and for keys that are not bound.
func (l List) Update(msg tea.Msg) intent.Intent {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	in, _ := l.Press(Normal(press))
	return in
}

// Action returns the name of the action bound to press, "" if there is none.
func (l List) Action(press tea.KeyPressMsg) string {
	if b := l.find(press); b != nil {
		return b.Name
	}
	return ""
}

func (l List) find(press tea.KeyPressMsg) *Binding {
	name := press.String()
	action, named := named(press)
	for i := range l {
		if slices.Contains(l[i].Keys, name) || named && l[i].Name == action {
			return &l[i]
		}
	}
	return nil
}

// Named returns the binding of an action. It panics if the list does not have one.
func (l List) Named(action string) *Binding {
	for i := range l {
		if l[i].Name == action {
			return &l[i]
		}
	}
	panic("keys: no action " + action)
}

// Run returns a function for Binding.Do that calls f and returns no intent.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func Run(f func()) func(tea.KeyPressMsg) intent.Intent {
	return func(tea.KeyPressMsg) intent.Intent {
		f()
		return nil
	}
}

// Step is like Run, but passes n to f: 1 for the next, -1 for the previous.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func Step(f func(n int), n int) func(tea.KeyPressMsg) intent.Intent {
	return Run(func() { f(n) })
}

// Ask returns a function for Binding.Do that returns in.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func Ask(in intent.Intent) func(tea.KeyPressMsg) intent.Intent {
	return func(tea.KeyPressMsg) intent.Intent { return in }
}

// Call returns a function for Binding.Do that returns the result of f.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func Call(f func() intent.Intent) func(tea.KeyPressMsg) intent.Intent {
	return func(tea.KeyPressMsg) intent.Intent { return f() }
}

// Digits returns the keys of a number, in the order 1 to 9, 0.
func Digits() []string { return strings.Split("1234567890", "") }

// Number is a Binding's Do for Digits, also as a command. It returns the intent to open the related
// headline with that number.
func Number(press tea.KeyPressMsg) intent.Intent {
	d, err := strconv.Atoi(cmp.Or(Arg(press), press.String()))
	if err != nil || d < 0 || d > 9 {
		return nil
	}
	return intent.Number{Digit: d}
}
