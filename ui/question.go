package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/layout"
	"dateline/ui/prompt"
	"dateline/ui/prose"
	"dateline/ui/theme"
)

// question is the line that asks before many stories are changed, or before another program
// is started. One that must be read as a whole is a sheet if it is longer than a line, and
// without room for it the answer is no.
type question struct {
	prompt.Input

	theme *theme.Theme
	w, h  int
	text  string
	whole bool
	keys  keys.List
}

func newQuestion(text string) *question {
	return &question{text: text, keys: answers(intent.Confirm{})}
}

// newWholeQuestion returns a question that must be read as a whole.
func newWholeQuestion(text string, yes intent.Intent) *question {
	q := &question{text: text, whole: true, keys: answers(yes)}
	q.keys.Named("yes").Off = q.cut
	return q
}

// answers returns the answers to a question; the intent is that of yes.
func answers(yes intent.Intent) keys.List {
	return keys.List{
		{Name: "yes", Keys: []string{"y"}, Group: keys.Mark, Help: "do it", Hint: "yes", Do: keys.Ask(yes)},
		{Name: "no", Keys: []string{"n", "q", "esc"}, Group: keys.Leave, Help: "leave it", Hint: "no", Do: keys.Ask(intent.Close{})},
	}
}

// SetTheme changes the colours.
func (q *question) SetTheme(th *theme.Theme) { q.theme = th }

// Resize gives the question w by h cells.
func (q *question) Resize(w, h int) { q.w, q.h = w, h }

// Bindings returns the answers.
func (q *question) Bindings() keys.List { return q.keys }

// Update takes an answer.
func (q *question) Update(msg tea.Msg) intent.Intent { return q.keys.Update(msg) }

// Cursor returns the cell where the question begins.
func (q *question) Cursor() (x, y int, ok bool) { return 1, 0, true }

// fits reports whether the question is whole on a line of w cells.
func (q *question) fits(w int) bool {
	return cell.Width(q.text)+len("  ")+cell.Width(q.answers())+1 <= w
}

// answers returns what the keys do.
func (q *question) answers() string { return hint.Join(q.keys.Hints("yes", "no"), "  ") }

// lines returns the question in lines for w cells, at most n, and the rest of it.
func (q *question) lines(w, n int) (lines []string, rest string) { return prose.Lines(q.text, w-2, n) }

// cut returns the reason why the answer cannot be yes, "" if the question is whole.
func (q *question) cut() string {
	if _, rest := q.lines(q.w, q.h); rest != "" && !q.fits(q.w) {
		return locale.T("Not opened: there is no room to show all of it.")
	}
	return ""
}

// place returns the box of a question that is a sheet: at the bottom, above the foot.
func (q *question) place(w, h int) layout.Box {
	lines, _ := q.lines(w, h-1)
	return layout.Box{Y: h - 1 - len(lines), W: w, H: len(lines)}
}

// foot draws the answers to a question that is a sheet.
func (q *question) foot(w int) string {
	return q.theme.Text.Render(cell.Fit(" "+q.answers(), w))
}

// View draws the question. The answers are beside it, or on the foot line if it is a sheet.
func (q *question) View() string {
	if q.whole && !q.fits(q.w) {
		lines, _ := q.lines(q.w, q.h)
		for i, l := range lines {
			lines[i] = q.theme.Prompt.Render(bidi.Visual(cell.Fit(" "+l, q.w), false))
		}
		return strings.Join(lines, "\n")
	}
	end := q.answers()
	text := cell.Cut(" "+q.text+" ", max(0, q.w-cell.Width(end)))
	return q.theme.Prompt.Render(bidi.Visual(text, false)) + q.theme.Text.Render(cell.Cut(" "+end, q.w-cell.Width(text)))
}

// resizeQuestion makes the question a sheet if it must be whole and is longer than a line.
func (m *Model) resizeQuestion() {
	h := &m.holders[intent.QuestionPage]
	h.kind, h.place, h.foot = line, nil, nil
	if q, ok := h.page.(*question); ok && h.open && q.whole && !q.fits(m.w) {
		h.kind, h.place, h.foot = sheet, q.place, q.foot
	}
}
