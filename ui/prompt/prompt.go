// Package prompt is one line that the reader types into: what to find, which
// key to look for. The editing is bubbles' textinput; the drawing is ours,
// because a line of Korean is twice as wide as it has letters.
package prompt

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/ui/cell"
	"dateline/ui/theme"
)

// limit is how many characters a prompt takes; a paste may be a whole book.
const limit = 500

// Outcome is what a message did to the prompt.
type Outcome int

// The outcomes.
const (
	Same Outcome = iota
	Changed
	Entered // Enter: keep
	Left    // Esc, or Backspace on an empty line: restore
)

// Prompt is a line with a cursor. It must be made with New.
type Prompt struct {
	mark       string
	input      textinput.Model
	wrong      bool // a part of what was typed is marked as wrong
	start, end int  // that part, in bytes
}

// New returns an empty prompt; mark stands before what is typed.
func New(mark string) *Prompt {
	in := textinput.New()
	in.SetVirtualCursor(false)
	in.CharLimit = limit
	in.KeyMap.Paste = key.NewBinding() // the terminal pastes; no clipboard is read
	in.Focus()
	return &Prompt{mark: mark, input: in}
}

// Update takes a key press or a paste.
func (p *Prompt) Update(msg tea.Msg) Outcome {
	was := p.input.Value()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return Entered
		case "esc", "ctrl+g":
			return Left
		case "backspace", "ctrl+h":
			if was == "" {
				return Left
			}
		}
	case tea.PasteMsg:
		msg.Content = clean.Line(msg.Content)
		p.input, _ = p.input.Update(msg)
		return p.changed(was)
	}
	p.input, _ = p.input.Update(msg)
	return p.changed(was)
}

func (p *Prompt) changed(was string) Outcome {
	if p.input.Value() == was {
		return Same
	}
	p.wrong = false
	return Changed
}

// Value is what has been typed, cleaned.
func (p *Prompt) Value() string { return clean.Line(p.input.Value()) }

// Text is what has been typed, cleaned, with the white space at its ends: a
// word that a space follows is finished.
func (p *Prompt) Text() string { return clean.Text(p.input.Value()) }

// Set puts text in place of what has been typed, the cursor behind it.
func (p *Prompt) Set(text string) {
	p.input.SetValue(clean.Line(text))
	p.input.CursorEnd()
	p.wrong = false
}

// Wrong marks the bytes from start to end as wrong, until something is typed.
func (p *Prompt) Wrong(start, end int) { p.wrong, p.start, p.end = true, start, end }

// View draws the prompt in at most w cells and returns the column of the
// cursor. A line that is too long shows the part about the cursor.
func (p *Prompt) View(th *theme.Theme, w int) (line string, cursor int) {
	room := w - cell.Width(p.mark) - 1
	if room < 1 {
		return "", 0
	}
	runes := []rune(p.input.Value())
	before := string(runes[:p.input.Position()])
	after := string(runes[p.input.Position():])
	for cell.Width(before) > room {
		r := []rune(before)
		before = string(r[1:])
	}
	text := before + cell.Cut(after, room-cell.Width(before))
	cursor = cell.Width(p.mark) + cell.Width(before)
	gone := len(string(runes[:p.input.Position()])) - len(before)
	return th.Prompt.Render(p.mark) + p.draw(th, text, gone), cursor
}

// draw draws what is seen of the line, which begins at byte gone of it. Where
// what is wrong is that something is missing, a cell is marked in its place.
func (p *Prompt) draw(th *theme.Theme, text string, gone int) string {
	if !p.wrong || p.Text() != p.input.Value() {
		return th.Text.Render(text)
	}
	start := min(max(p.start-gone, 0), len(text))
	end := min(max(p.end-gone, start), len(text))
	if start == end {
		return th.Text.Render(text) + th.Wrong.Render(" ")
	}
	return th.Text.Render(text[:start]) + th.Wrong.Render(text[start:end]) + th.Text.Render(text[end:])
}
