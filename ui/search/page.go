// Package search is the line in which a search is typed: its text, the
// searches of before, and what is wrong with it. What it finds is shown by the
// list; the line knows nothing of it.
package search

import (
	"strings"

	"dateline/feed/clean"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the line. It must be made with New.
type Page struct {
	Keys KeyMap

	theme   *theme.Theme
	w       int
	line    *prompt.Prompt
	history []string // the last one first
	at      int      // which of them is in the line; -1 for what was typed
	draft   string   // what was typed, while one of them is in the line
	problem string   // what is wrong with the text
}

// New returns an empty line. History is the searches of before, the last one
// first.
func New(history []string) *Page {
	return &Page{Keys: NewKeyMap(), line: prompt.New("/"), history: history, at: -1}
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the line w cells.
func (p *Page) Resize(w, _ int) { p.w = w }

// Text is what has been typed. White space at its end tells that the last word
// is finished.
func (p *Page) Text() string { return p.line.Text() }

// Blank reports whether nothing is asked for.
func (p *Page) Blank() bool { return strings.TrimSpace(p.Text()) == "" }

// Wrong marks the bytes from start to end of the text as wrong and says why,
// until something is typed.
func (p *Page) Wrong(start, end int, reason string) {
	p.problem = clean.Line(reason)
	p.line.Wrong(start, end)
}

// Problem is what is wrong with the text; "" while nothing is known to be.
func (p *Page) Problem() string { return p.problem }

// older puts the search n before the present one into the line; a negative n
// goes back towards what was typed. It reports whether the line has changed.
func (p *Page) older(n int) bool {
	at := p.at + n
	if at < -1 || at >= len(p.history) {
		return false
	}
	if p.at < 0 {
		p.draft = p.line.Text()
	}
	p.at = at
	if at < 0 {
		p.line.Set(p.draft)
	} else {
		p.line.Set(p.history[at])
	}
	p.problem = ""
	return true
}
