package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/prompt"
)

// naming is the line for the name of a search.
type naming struct {
	typed

	text    string // the search; empty if old is renamed
	old     string // the name to change; empty for a new name
	problem string
}

func newNaming(text, old string) *naming {
	n := &naming{typed: typed{line: prompt.New(locale.T("name:") + " ")}, text: text, old: old}
	n.line.Set(old)
	return n
}

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

// View draws the line, with the error in the name at its end.
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
