package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// question is the line that asks before many stories are changed.
type question struct {
	prompt.Input

	theme *theme.Theme
	w     int
	text  string
	keys  keys.List
}

func newQuestion(text string) *question {
	return &question{text: text, keys: keys.List{
		{Name: "yes", Keys: []string{"y"}, Group: keys.Mark, Help: "do it", Hint: "yes", Do: keys.Ask(intent.Confirm{})},
		{Name: "no", Keys: []string{"n", "q", "esc"}, Group: keys.Leave, Help: "leave it", Hint: "no", Do: keys.Ask(intent.Close{})},
	}}
}

// SetTheme changes the colours.
func (q *question) SetTheme(th *theme.Theme) { q.theme = th }

// Resize gives the line w cells.
func (q *question) Resize(w, _ int) { q.w = w }

// Bindings returns the answers.
func (q *question) Bindings() keys.List { return q.keys }

// Update takes an answer.
func (q *question) Update(msg tea.Msg) intent.Intent { return q.keys.Update(msg) }

// Cursor returns false: no text is typed.
func (q *question) Cursor() (x, y int, ok bool) { return 0, 0, false }

// View draws the question and the answers.
func (q *question) View() string {
	end := hint.Join(q.keys.Hints("yes", "no"), "  ")
	text := cell.Cut(" "+q.text+" ", max(0, q.w-cell.Width(end)))
	return q.theme.Prompt.Render(bidi.Visual(text, false)) + q.theme.Text.Render(cell.Cut(" "+end, q.w-cell.Width(text)))
}
