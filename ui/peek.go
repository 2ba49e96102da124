package ui

import (
	"time"

	"dateline/ui/command"
	"dateline/ui/headlines"
)

// peek requests the lede of the selected row if the list shows it. There is one
// request at a time, however fast the cursor moves.
func (m *Model) peek() {
	if m.peeking || m.screen.List.Empty() || m.inStory() || m.waits() {
		return
	}
	if id, ok := m.list.WantsLede(); ok {
		m.peeking = true
		m.do(m.first.delay(m.env.Ctx, command.Peek(m.env, id)))
	}
}

// showLede handles the answer to peek.
func (m *Model) showLede(msg command.Lede) {
	m.peeking = false
	m.list.SetLede(headlines.Lede(msg))
}

// readOnFor is how long the mark stays that shows where to read on after a page
// down.
const readOnFor = time.Second

// readOnOver is the message that readOnFor is over. Its value is the number of the
// mark.
type readOnOver int

// markReadOn has the mark removed after readOnFor.
func (m *Model) markReadOn() {
	if m.story.ReadOn() {
		m.readOn++
		m.do(m.after(readOnFor, m.readOn))
	}
}

func (m *Model) endReadOn(n readOnOver) {
	if n == m.readOn {
		m.story.EndReadOn()
	}
}
