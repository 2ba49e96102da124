// Package prompt is a line of text that the reader types. Bubbles' textinput edits
// it; the package draws it, because a line of Korean has twice as many cells as
// letters.
package prompt

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/theme"
)

// limit is the maximum number of characters in a prompt: a paste may be a book.
const limit = 500

// Outcome is the effect of a message on the prompt.
type Outcome int

// The outcomes.
const (
	Same Outcome = iota
	Changed
	Entered // Enter: keep
	Left    // Esc, or Backspace on an empty line: restore
)

// Prompt is a line with a cursor. Create it with New.
type Prompt struct {
	mark       string
	input      textinput.Model
	wrong      bool   // part of the text is marked as wrong
	start, end int    // the bytes of that part
	problem    string // what is wrong with it
}

// New returns an empty prompt. Mark is drawn before the text.
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
	old := p.input.Value()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return Entered
		case "esc", "ctrl+g":
			return Left
		case "backspace", "ctrl+h":
			if old == "" {
				return Left
			}
		}
	case tea.PasteMsg:
		msg.Content = clean.Line(msg.Content)
		p.input, _ = p.input.Update(msg)
		return p.changed(old)
	}
	p.input, _ = p.input.Update(msg)
	return p.changed(old)
}

func (p *Prompt) changed(old string) Outcome {
	if p.input.Value() == old {
		return Same
	}
	p.right()
	return Changed
}

// Value returns the text, cleaned and without white space at its ends.
func (p *Prompt) Value() string { return clean.Line(p.input.Value()) }

// Text returns the text, cleaned. It keeps white space at its ends: a space means
// that the word before it is complete.
func (p *Prompt) Text() string { return clean.Text(p.input.Value()) }

// Set replaces the text and puts the cursor at its end. It keeps one space there.
func (p *Prompt) Set(text string) {
	line := clean.Line(text)
	if line != "" && strings.HasSuffix(text, " ") {
		line += " "
	}
	p.input.SetValue(line)
	p.input.CursorEnd()
	p.right()
}

// Wrong marks the bytes from start to end as wrong, and says why, until the text changes.
func (p *Prompt) Wrong(start, end int, problem string) {
	p.wrong, p.start, p.end, p.problem = true, start, end, problem
}

func (p *Prompt) right() { p.wrong, p.problem = false, "" }

// Problem returns what is wrong with the text; "" if nothing is known to be.
func (p *Prompt) Problem() string { return p.problem }

// View draws the prompt in at most w cells and returns the column of the cursor.
// Text that is too long is cut around the cursor. The column of the cursor
// is that in the order of typing, which differs inside right-to-left text.
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
	off := len(string(runes[:p.input.Position()])) - len(before)
	return th.Prompt.Render(p.mark) + bidi.Visual(p.draw(th, text, off), false), cursor
}

// Beside draws the prompt in a line of w cells with end at its right, or what is wrong with the
// text, and returns the column of the cursor.
func (p *Prompt) Beside(th *theme.Theme, w int, end string) (line string, cursor int) {
	style := th.Status
	if p.problem != "" {
		end, style = p.cutProblem(w), th.StatusError
	}
	line, cursor = p.View(th, w-cell.Width(end)-1)
	gap := max(0, w-cell.Width(line)-cell.Width(end))
	return line + strings.Repeat(" ", gap) + style.Render(end), cursor
}

// Room returns the number of cells of a line of w that an end may take beside the text.
func (p *Prompt) Room(w int) int { return w - cell.Width(p.Text()) - 4 }

// cutProblem returns the end of a line of w cells that says what is wrong with the text: it is cut
// to the room beside the text, but has at least half of the line.
func (p *Prompt) cutProblem(w int) string {
	return cell.Cut(cell.Cut(p.problem, max(w/2, p.Room(w)))+" ", w)
}

// draw draws the visible part of the text, which begins at byte off. If the wrong
// part is empty, because something is missing, it marks one cell after the text.
func (p *Prompt) draw(th *theme.Theme, text string, off int) string {
	if !p.wrong || p.Text() != p.input.Value() {
		return th.Text.Render(text)
	}
	start := min(max(p.start-off, 0), len(text))
	end := min(max(p.end-off, start), len(text))
	if start == end {
		return th.Text.Render(text) + th.Wrong.Render(" ")
	}
	return th.Text.Render(text[:start]) + th.Wrong.Render(text[start:end]) + th.Text.Render(text[end:])
}
