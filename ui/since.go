package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/pending"
)

// since is the comparison of the story that was opened with the newest of its older takes
// that had been read by then.
type since struct {
	pending.Latest
	story   story.ID
	take    story.Row              // its ID is "" if no older take had been read
	known   map[story.ID]story.Row // the take of each story that was opened unread
	running bool
	step    int // to go once the answer has come: 1 next, -1 previous
}

// lookSince compares a story that has been opened with the take that the reader knows. In
// a story that had been read nothing is new.
func (m *Model) lookSince(msg command.Story) {
	s := &m.since
	s.Renew(m.env.Ctx)
	s.story, s.take, s.running, s.step = msg.ID, story.Row{}, false, 0
	if msg.Err != nil {
		return
	}
	if msg.Row.Read {
		s.take = s.known[msg.ID]
		m.compareSince()
		return
	}
	for _, t := range msg.Around.Takes {
		take := t.Row
		if take.ID == msg.ID {
			break
		}
		if m.marks.Apply(&take, 0); take.Read {
			s.take = take
		}
	}
	if s.known == nil {
		s.known = map[story.ID]story.Row{}
	}
	s.known[msg.ID] = s.take
	m.compareSince()
}

// compareSince compares the story on the screen with that take.
func (m *Model) compareSince() {
	if cmd := m.newSince(); cmd != nil {
		m.since.running = true
		m.do(cmd)
	}
}

// newSince returns the command for that; nil if there is nothing to compare.
func (m *Model) newSince() tea.Cmd {
	s := &m.since
	if s.take.ID == "" || s.story != m.story.ID() || m.story.Problem() {
		return nil
	}
	e := m.env
	e.Ctx = s.Ctx()
	return command.CompareSince(e, s.Gen(), s.take, m.story.Story())
}

// showSince handles the answer to compareSince.
func (m *Model) showSince(msg command.Since) {
	s := &m.since
	if !s.Current(msg.Gen) || msg.ID != m.story.ID() || m.story.HasNew() {
		return
	}
	s.running = false
	m.story.ShowNew(msg.Take, msg.Spans)
	if s.step != 0 {
		m.nextNew(s.step)
	}
	s.step = 0
}

// nextNew goes to the next or previous text of the story that is new. If the answer to
// compareSince has not come, the keys wait for another. If nothing is new, nextNew goes to
// the story after or before in the time line.
func (m *Model) nextNew(step int) {
	switch s := &m.since; {
	case s.running && s.step == 0:
		s.step = step
		m.await(m.newSince())
	case m.story.HasNew():
		m.want(m.story.StepNew(step))
	default:
		m.want(intent.StepEntry{Step: step})
	}
}
