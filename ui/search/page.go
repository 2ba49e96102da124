// Package search is the line in which a search is typed: its text, earlier
// searches, and the error in the text. The list shows what the search finds;
// the line does not depend on it.
package search

import (
	"strings"

	"dateline/feed/clean"
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
	line        *prompt.Prompt
	history     prompt.History // earlier searches
	completions prompt.Completion
}

// New returns an empty line. History is the earlier searches, the latest first.
func New(history []string) *Page {
	p := &Page{line: prompt.New("/"), history: prompt.NewHistory(history)}
	p.keys = bindings(p)
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the line w cells.
func (p *Page) Resize(w, _ int) { p.w = w }

// Text returns the text in the line. White space at its end means that the last
// word is complete.
func (p *Page) Text() string { return p.line.Text() }

// Blank reports whether the line is empty.
func (p *Page) Blank() bool { return strings.TrimSpace(p.Text()) == "" }

// Set replaces the text.
func (p *Page) Set(text string) { p.line.Set(text) }

// Wrong marks the bytes from start to end of the text as wrong and shows the
// reason until the text changes.
func (p *Page) Wrong(start, end int, reason string) {
	p.line.Wrong(start, end, clean.Line(reason))
}

// Problem returns the error in the text; "" if none is known.
func (p *Page) Problem() string { return p.line.Problem() }

// Complete replaces the text by the first of its completions, and with the same
// completions again by the next one. It reports whether the text has changed. The
// function list returns the completions of a text.
func (p *Page) Complete(list func(text string) []string) bool {
	if !p.completions.Step(p.line, list) {
		return false
	}
	p.history.Typed()
	return true
}

// recall puts the search that is n steps older into the line.
func (p *Page) recall(n int) intent.Intent {
	if !p.history.Step(p.line, n) {
		return nil
	}
	return intent.Typed{}
}
