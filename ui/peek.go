package ui

import (
	"time"

	"dateline/ui/command"
	"dateline/ui/pending"
	"dateline/ui/when"
)

// peeking is the request of the lede of the selected row.
type peeking struct {
	pending.Latest
	running bool // there is one request at a time
}

// peek requests the lede of the selected row if the list shows it. While the cursor
// moves on, the lede comes without the numbers of the stories around the row.
func (m *Model) peek() {
	p := &m.peeking
	if p.running || m.screen.List.Empty() || m.inStory() || m.waits() {
		return
	}
	if id, ok := m.list.WantsLede(); ok {
		p.Renew(m.env.Ctx)
		p.running = true
		m.do(m.first.delay(m.env.Ctx, command.Peek(m.env, p.Gen(), id, m.hurries())))
	}
}

// showLede handles the answer to peek. What a lede lacks is looked up once the cursor
// rests.
func (m *Model) showLede(msg command.Lede) {
	p := &m.peeking
	if !p.Current(msg.Gen) {
		return
	}
	p.running = false
	if held := when.Held(msg.Embargo, m.now()); held != "" {
		msg.Text = held
	}
	m.list.SetLede(msg.Lede)
	if msg.Partial {
		e := m.env
		e.Ctx = p.Ctx()
		m.do(command.PeekAround(e, msg, m.rest))
	}
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
