// Package console is the line in which a command is typed, after ":". table.go lists
// the commands. A number goes to a row of the list, or to a paragraph of the story.
package console

import (
	"strconv"
	"strings"

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
	line        *prompt.Prompt
	history     prompt.History
	completions prompt.Completion
	problem     string // why the text is no command
}

// New returns an empty line. Unit is what a number counts: "row", "paragraph". History
// is the earlier commands, the latest first.
func New(unit string, history []string) *Page {
	p := &Page{unit: unit, line: prompt.New(":"), history: prompt.NewHistory(history)}
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
	switch list := beginning(text); {
	case len(list) == 1:
		return intent.Run{Text: list[0].Name, Then: list[0].Intent}
	case len(list) > 1:
		p.problem = "several commands begin with that"
	default:
		p.problem = "no such command"
		if name := nearest(text); name != "" {
			p.problem += ": did you mean " + name + "?"
		}
	}
	p.line.Wrong(0, len(text))
	return nil
}

// complete completes the name in the line, and with the next press to the next name.
func (p *Page) complete() intent.Intent {
	changed := p.completions.Step(p.line, func(text string) (names []string) {
		for _, c := range beginning(strings.TrimSpace(text)) {
			names = append(names, c.Name)
		}
		return names
	})
	if changed {
		p.history.Typed()
		p.problem = ""
	}
	return nil
}

// recall puts the command that is n steps older into the line.
func (p *Page) recall(n int) {
	if p.history.Step(p.line, n) {
		p.problem = ""
	}
}
