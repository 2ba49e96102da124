package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// naming is the line in which a search gets a name.
type naming struct {
	theme   *theme.Theme
	w       int
	line    *prompt.Prompt
	text    string // the search; empty where old is renamed
	old     string
	problem string
}

func newNaming(text, old string) *naming {
	n := &naming{line: prompt.New("name: "), text: text, old: old}
	n.line.Set(old)
	return n
}

// SetTheme changes the colours.
func (n *naming) SetTheme(th *theme.Theme) { n.theme = th }

// Resize gives the line w cells.
func (n *naming) Resize(w, _ int) { n.w = w }

// Typing reports true: every key is typed.
func (n *naming) Typing() bool { return true }

// Wheel does nothing.
func (n *naming) Wheel(int) intent.Intent { return nil }

// Click does nothing.
func (n *naming) Click(int) intent.Intent { return nil }

// Bindings returns no keys: the line has none of its own.
func (n *naming) Bindings() keys.List { return nil }

// Update takes a key or a paste for the name.
func (n *naming) Update(msg tea.Msg) intent.Intent {
	switch n.line.Update(msg) {
	case prompt.Changed:
		n.problem = ""
	case prompt.Left:
		return intent.Close{}
	case prompt.Entered:
		return intent.Name{Text: n.text, Old: n.old, New: n.line.Value()}
	case prompt.Same:
	}
	return nil
}

// View draws the line, with what is wrong with the name at its end.
func (n *naming) View() string {
	problem := n.end()
	line, _ := n.line.View(n.theme, n.w-cell.Width(problem)-2)
	gap := max(0, n.w-cell.Width(line)-cell.Width(problem)-1)
	return line + strings.Repeat(" ", gap) + n.theme.StatusError.Render(problem)
}

// Cursor returns the cell of the cursor in the line.
func (n *naming) Cursor() (x, y int, ok bool) {
	_, x = n.line.View(n.theme, n.w-cell.Width(n.end())-2)
	return x, 0, true
}

func (n *naming) end() string { return cell.Cut(n.problem, n.w/2) }
