// Package console is the line in which a command is typed, after ":". A command is the name of
// an action of the page that had the keys. A number goes to a row of the list, or to a
// paragraph of the story. Above the line stand the commands that the text may become.
package console

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the line. Create it with New.
type Page struct {
	prompt.Input

	keys        keys.List
	theme       *theme.Theme
	w           int
	unit        string
	actions     keys.List // by name
	line        *prompt.Prompt
	history     prompt.History
	completions prompt.Completion
	completing  bool
	base        string // the text that is being completed
}

// New returns an empty line. Unit is what a number counts: "row", "paragraph". History
// is the earlier commands, the latest first. Actions are what can be done.
func New(unit string, history []string, actions keys.List) *Page {
	p := &Page{unit: unit, line: prompt.New(":"), history: prompt.NewHistory(history), actions: slices.Clone(actions)}
	sort.Slice(p.actions, func(i, j int) bool { return p.actions[i].Name < p.actions[j].Name })
	p.keys = bindings(p)
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the line w cells.
func (p *Page) Resize(w, _ int) { p.w = w }

// number returns the number in the line; ok is false if the text is not one.
func (p *Page) number() (n int, ok bool) {
	n, err := strconv.Atoi(p.line.Value())
	return n, err == nil && n > 0
}

// run returns the intent of the command in the line. The beginning of a single name is
// enough.
func (p *Page) run() intent.Intent {
	text := p.line.Value()
	if text == "" {
		return intent.Close{}
	}
	if n, ok := p.number(); ok {
		return intent.Run{Text: text, Then: intent.GoTo{N: n}}
	}
	name, arg := split(text)
	list := p.beginning(name)
	if problem := p.wrong(name, arg, list); problem != "" {
		p.line.Wrong(0, len(text), problem)
		return nil
	}
	name = list[0].Name
	return intent.Run{Text: strings.TrimSpace(name + " " + arg), Then: intent.Do{Name: name, Arg: arg}}
}

// wrong returns what is wrong with a command of which list is the actions; "" for nothing.
func (p *Page) wrong(name, arg string, list []*keys.Binding) string {
	switch {
	case len(list) == 0:
		if near := p.nearest(name); near != "" {
			return locale.F("no such command: did you mean %s?", near)
		}
		return locale.T("no such command")
	case len(list) > 1 && list[0].Name != name:
		return locale.T("several commands begin with that")
	case list[0].Arg == "" && arg != "":
		return locale.F("%s takes nothing after it", list[0].Name)
	case list[0].Arg != "" && arg == "":
		return locale.F("%s needs %s", list[0].Name, list[0].Arg)
	}
	return ""
}

// complete completes the name in the line, and with the next press to the next name.
func (p *Page) complete() intent.Intent {
	if !p.completing {
		p.base, p.completing = p.line.Text(), true
	}
	changed := p.completions.Step(p.line, func(text string) (names []string) {
		for _, c := range p.candidates(text) {
			names = append(names, c.text)
		}
		return names
	})
	if changed {
		p.history.Typed()
	}
	return nil
}

// Begin puts a text into the line.
func (p *Page) Begin(text string) { p.line.Set(text) }

// recall puts the command that is n steps older into the line.
func (p *Page) recall(n int) { p.history.Step(p.line, n) }
