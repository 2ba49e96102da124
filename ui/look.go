package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
	"dateline/ui/command"
)

// restTime is the default of Options.Rest. A key that is held repeats in less, on
// all but the slowest keyboards.
const restTime = 100 * time.Millisecond

// hurries reports whether the cursor has moved within the rest time, and records that
// it has moved now.
func (m *Model) hurries() bool {
	last := m.moved
	m.moved = time.Now()
	return m.moved.Sub(last) < m.rest
}

// lookAround looks up what is around the story on the screen if it was shown without it.
// The next story that is requested cancels that.
func (m *Model) lookAround() {
	o := &m.opening
	if !m.story.Pending() || o.looking == o.Gen() || o.previewing || m.screen.Story.Empty() || m.waits() {
		return
	}
	m.do(m.looking())
}

// looking returns the command that looks up what is around the story on the screen.
func (m *Model) looking() tea.Cmd {
	o := &m.opening
	o.looking = o.Gen()
	e := m.env
	e.Ctx = o.Ctx()
	return command.LookAround(e, o.Gen(), m.story.Story(), o.rest)
}

// lookInText looks up the links in the text of a summary, which later keys select.
func (m *Model) lookInText() {
	if st := m.story.Story(); st != nil && st.Headline.Kind == story.Summary && m.story.Pending() {
		m.await(m.looking())
	}
}

// showLooked shows what is around the story on the screen. A reader who has not moved in
// the text stays where the story opened.
func (m *Model) showLooked(msg command.Around) {
	o := &m.opening
	if !o.Current(msg.Gen) || !m.story.Pending() {
		return
	}
	m.fail(msg.Around.Failed)
	m.story.Complete(msg.Around, o.start)
	if o.at != nil && m.story.Link() == 0 {
		m.story.Select(o.at.Link)
	}
}
