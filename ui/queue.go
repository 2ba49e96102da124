package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/theme"
)

// want puts an intent into the queue of those that Update acts on; nil is none.
func (m *Model) want(in intent.Intent) {
	if in != nil {
		m.intents = append(m.intents, in)
	}
}

// do has a command run; nil is none.
func (m *Model) do(cmd tea.Cmd) {
	if cmd != nil {
		m.cmds = append(m.cmds, cmd)
	}
}

// await is do for a command that a key asked for: later keys wait until its
// answer has been taken.
func (m *Model) await(cmd tea.Cmd) { m.do(m.keys.Await(cmd)) }

// waits reports whether keys wait: for an answer, or for a search that was
// asked for and waits itself until another one has ended.
func (m *Model) waits() bool {
	q := m.search.Next()
	return m.keys.Waiting() || q != nil && q.Keep
}

// note is what the last action has to say, on the foot line.
type note struct {
	text string
	bad  bool
}

func (n note) draw(th *theme.Theme, w int) string {
	style := th.Text
	if n.bad {
		style = th.StatusError
	}
	return style.Render(cell.Fit(" "+n.text, w))
}

func (m *Model) say(text string) { m.note = note{text: text} }

// fail reports an error on the foot line. It returns whether err is one.
func (m *Model) fail(err error) bool {
	if err == nil || m.env.Ctx.Err() != nil {
		return false
	}
	m.note = note{text: clean.Line(err.Error()), bad: true}
	return true
}

// warn takes the warnings of the store.
func (m *Model) warn() {
	for _, w := range m.env.Store.Warnings() {
		m.warning = strings.TrimSpace(m.warning + " " + clean.Line(w))
	}
}
