// Package search is the line in which a search is typed: its text, earlier
// searches, and what is wrong with the text. The list shows what the search
// finds; the line knows nothing of it.
package search

import (
	"strings"

	"dateline/feed/clean"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the line. It must be made with New.
type Page struct {
	keys    keys.List
	theme   *theme.Theme
	w       int
	line    *prompt.Prompt
	history []string // earlier searches, the latest first
	at      int      // the one of them that is in the line; -1 for the text that was typed
	draft   string   // the text that was typed, while an earlier search is in the line
	problem string   // what is wrong with the text
}

// New returns an empty line. History is the earlier searches, the latest first.
func New(history []string) *Page {
	p := &Page{line: prompt.New("/"), history: history, at: -1}
	p.keys = bindings(p)
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the line w cells.
func (p *Page) Resize(w, _ int) { p.w = w }

// Text is the text in the line. White space at its end means that the last word
// is finished.
func (p *Page) Text() string { return p.line.Text() }

// Blank reports whether the line is empty.
func (p *Page) Blank() bool { return strings.TrimSpace(p.Text()) == "" }

// Wrong marks the bytes from start to end of the text as wrong and shows the
// reason, until the text changes.
func (p *Page) Wrong(start, end int, reason string) {
	p.problem = clean.Line(reason)
	p.line.Wrong(start, end)
}

// Problem is what is wrong with the text; "" if nothing is known to be wrong.
func (p *Page) Problem() string { return p.problem }

// recall puts search at of the history into the line, the text that was typed
// for -1. It asks for nothing where the history ends.
func (p *Page) recall(at int) intent.Intent {
	if at < -1 || at >= len(p.history) {
		return nil
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
	return intent.Typed{}
}
