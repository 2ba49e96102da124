package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/theme"
)

// want queues an intent for Update to act on; nil is none.
//
//go:noinline // a copy in each caller would make the program larger
func (m *Model) want(in intent.Intent) {
	if in != nil {
		m.intents = append(m.intents, in)
	}
}

// do queues a command to run; nil is none.
//
//go:noinline // a copy in each caller would make the program larger
func (m *Model) do(cmd tea.Cmd) {
	if cmd != nil {
		m.cmds = append(m.cmds, cmd)
	}
}

// await is do for a command whose answer later keys wait for.
func (m *Model) await(cmd tea.Cmd) { m.do(m.keys.Await(cmd)) }

// waits reports whether keys wait: for an answer, for marks, or for a kept search that is
// waiting for another search to end.
func (m *Model) waits() bool {
	q := m.search.Next()
	return m.keys.Waiting() || m.marking.held || q != nil && q.Keep
}

// note is the message of the last action, shown on the foot line.
type note struct {
	text string
	bad  bool
}

func (n note) draw(th *theme.Theme, w int) string {
	style := th.Text
	if n.bad {
		style = th.StatusError
	}
	return style.Render(bidi.Visual(cell.Fit(" "+cell.Brief(n.text, w-1), w), false))
}

// maxNote is the most cells of a note: with a cell of margin they fit 60 columns.
const maxNote = 59

// say shows a note. What varies in it, a headline or a name, is at its end and may be
// cut.
//
//go:noinline // a copy in each caller would make the program larger
func (m *Model) say(text string) { m.note = note{text: cell.Cut(text, maxNote)} }

// fail shows an error on the foot line, and reports whether it did.
func (m *Model) fail(err error) bool {
	if err == nil || m.env.Ctx.Err() != nil {
		return false
	}
	m.note = note{text: clean.Line(err.Error()), bad: true}
	return true
}

// warn adds the warnings of the store to those that are shown, one after the other.
func (m *Model) warn() {
	for _, w := range m.env.Store.Warnings() {
		m.warnings = append(m.warnings, clean.Line(w))
	}
}

// warning returns the warning to show; "" for none.
func (m *Model) warning() string {
	if len(m.warnings) == 0 {
		return ""
	}
	return m.warnings[0]
}
