package bars

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	return keys.WithProgram(keys.List{
		{Name: "next-bar", Keys: []string{"right", "l"}, Group: keys.Move, Help: "next month or day", Pair: "next, previous one", Do: keys.Step(p.step, 1)},
		{Name: "previous-bar", Keys: []string{"left", "h"}, Group: keys.Move, Help: "previous month or day", Do: keys.Step(p.step, -1)},
		{Name: "next-row", Keys: []string{"j", "down", "space", "pgdown"}, Group: keys.Move, Help: "a year or a week on", Do: keys.Run(func() { p.step(p.many()) })},
		{Name: "previous-row", Keys: []string{"k", "up", "b", "pgup"}, Group: keys.Move, Help: "a year or a week back", Do: keys.Run(func() { p.step(-p.many()) })},
		{Name: "first", Keys: []string{"g", "home"}, Group: keys.Move, Help: "the first", Pair: "the first, the last", Do: keys.Run(func() { p.step(-end) })},
		{Name: "last", Keys: []string{"G", "end"}, Group: keys.Move, Help: "the last", Do: keys.Run(func() { p.step(end) })},
		{Name: "choose", Keys: []string{"enter"}, Group: keys.Search, Help: "go there in the list", Hint: "go there", Do: keys.Call(p.choose)},
		{Name: "unit", Keys: []string{"tab"}, Group: keys.Screen, Help: "months or days", Hint: "months or days", Do: keys.Run(p.unit)},
		{Name: "close", Keys: []string{"c", "q", "esc"}, Group: keys.Leave, Help: "close", Hint: "close", Do: keys.Ask(intent.Close{})},
	})
}

// end is more bars than there are.
const end = 1 << 30

// many returns the bars of a year or a week.
func (p *Page) many() int {
	if p.byDay {
		return 7
	}
	return 12
}

// Bindings returns the key bindings in the order of the help.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do on the strip, the most useful first.
func (p *Page) Hints() []hint.Hint {
	return append([]hint.Hint{{Key: p.keys.KeyOf("previous-bar") + " " + p.keys.KeyOf("next-bar"), Text: locale.In("hint").T("choose")}}, p.keys.Hints("choose", "unit", "close", keys.Help)...)
}

// Typing returns false: the strip takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent { return p.keys.Update(msg) }

// Wheel moves the cursor by n bars.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click does nothing.
func (p *Page) Click(int) intent.Intent { return nil }
