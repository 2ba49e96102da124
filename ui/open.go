package ui

import (
	"errors"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/trail"
)

// open opens a story from the list: a new trail begins.
func (m *Model) openRow(id story.ID) tea.Cmd {
	m.trail.Start(trail.Stop{Story: id})
	if row, ok := m.list.Selected(); ok && row.ID == id {
		m.trail.Name(row.Headline.Title)
	}
	return m.goTo(id, nil)
}

// follow opens the story that a link leads to: the trail goes on.
func (m *Model) follow(id story.ID) tea.Cmd {
	m.leaveStop()
	m.trail.Follow(trail.Stop{Story: id})
	return m.goTo(id, nil)
}

// back goes to the story that the link was followed from, else to the list.
func (m *Model) back() tea.Cmd {
	m.leaveStop()
	if s, ok := m.trail.Step(-1); ok {
		return m.goTo(s.Story, &s)
	}
	m.leaveStory()
	return m.saver.later(m.after)
}

// alongTrail steps back or forward in the trail, and says where it ends.
func (m *Model) alongTrail(step int) tea.Cmd {
	m.leaveStop()
	if s, ok := m.trail.Step(step); ok {
		return m.goTo(s.Story, &s)
	}
	if step < 0 {
		m.say("The trail begins here; q goes back to the list.")
	} else {
		m.say("The trail ends here.")
	}
	return nil
}

// neighbour opens the next or previous story of the list.
func (m *Model) neighbour(step int) tea.Cmd {
	row, ok := m.list.Neighbour(step)
	if !ok {
		if step > 0 {
			m.say("This is the last story of the list.")
		} else {
			m.say("This is the first story of the list.")
		}
		return nil
	}
	m.leaveStop()
	m.passing = row.ID
	return tea.Batch(m.openRow(row.ID), m.want(m.list.More()), m.after(restAfter, rested{row.ID}))
}

// restAfter is how long a reader who walks from story to story stays with one
// before it counts as read.
const restAfter = time.Second

// rested is the message that the reader may have stayed with a story.
type rested struct{ id story.ID }

// beforeStory is called before the story gets a key.
func (m *Model) beforeStory(k tea.KeyPressMsg) (cmd tea.Cmd, taken bool) { return m.rest(k), false }

// rest counts the story as read when the reader does anything in it but walk
// on.
func (m *Model) rest(k tea.KeyPressMsg) tea.Cmd {
	keys := &m.story.Keys
	if key.Matches(k, keys.Next, keys.Previous, keys.Back, keys.Read) {
		m.passing = ""
		return nil
	}
	return m.stayed(m.passing)
}

// stayed marks the story that the reader was walking past as read.
func (m *Model) stayed(id story.ID) tea.Cmd {
	if id == "" || id != m.passing || id != m.story.ID() || !m.inStory() {
		return nil
	}
	m.passing = ""
	if m.story.Read() {
		return nil
	}
	return m.setRead(id, true)
}

// nextUnread looks for the nearest unread row below the cursor, or above.
func (m *Model) nextUnread(back bool) tea.Cmd {
	row, ok := m.list.Selected()
	if !ok {
		return nil
	}
	m.waiting++
	return findUnread(m.env, row.Key(), back)
}

// showUnread takes the answer to nextUnread: the cursor goes to the row, and
// where a story is open that row's story opens.
func (m *Model) showUnread(a unreadFound) tea.Cmd {
	switch {
	case m.fail(a.err):
	case !a.ok && a.back:
		m.say("No unread story above this one.")
	case !a.ok:
		m.say("No unread story below this one.")
	case m.inStory():
		m.leaveStop()
		return tea.Batch(m.want(m.list.Select(a.row)), m.openRow(a.row.ID))
	default:
		return m.want(m.list.Select(a.row))
	}
	return nil
}

// goTo shows a story and gives it the keys; at is the stop to return to, nil
// for where the reader last left the story.
func (m *Model) goTo(id story.ID, at *trail.Stop) tea.Cmd {
	m.focus(true)
	m.opening.gen++
	m.opening.at, m.opening.preview = at, ""
	m.waiting++
	return openStory(m.env, m.opening.gen, id, true)
}

// leaveStop keeps where the reader is in the story, for the way back.
func (m *Model) leaveStop() {
	at := m.story.Place()
	m.trail.Leave(at.Block, at.Offset, m.story.Link())
	if m.story.AtEnd() {
		at = feed.Place{} // read to the end: next time it opens at its top
	}
	m.saver.place(m.story.ID(), at)
}

// placed keeps where in the story the reader is now.
func (m *Model) placed() tea.Cmd {
	m.saver.place(m.story.ID(), m.story.Place())
	return m.saver.later(m.after)
}

// leaveStory gives the keys back to the list.
func (m *Model) leaveStory() {
	m.trail.Clear()
	m.focus(false)
}

// preview asks for the story of the selected row where it stands beside the
// list. One is asked for at a time, however fast the cursor moves.
func (m *Model) preview() tea.Cmd {
	if !m.screen.Split || m.inStory() || m.waiting > 0 || m.opening.preview != "" {
		return nil
	}
	row, ok := m.list.Selected()
	if !ok && m.env.found != nil {
		m.story.Hide() // nothing was found
	}
	if !ok || row.ID == m.story.ID() && m.opening.found == m.env.found {
		return nil
	}
	m.opening.gen++
	m.opening.at, m.opening.preview = nil, row.ID
	ask := openStory(m.env, m.opening.gen, row.ID, false)
	if m.undrawn {
		m.undrawn = false
		return whenDrawn(m.env.ctx, ask)
	}
	return ask
}

// showStory takes the answer to openStory; one that was overtaken is dropped.
func (m *Model) showStory(a opened) tea.Cmd {
	if a.gen != m.opening.gen {
		return nil
	}
	if row, ok := m.list.Row(a.id); ok && a.row.ID == "" {
		a.row = row // gone, but still in the list
	} else {
		m.marks.Apply(&a.row, a.marks)
	}
	m.opening.preview, m.opening.found, m.news.story = "", a.found, nil
	if a.err != nil {
		m.story.ShowProblem(a.row, problem(a.err))
	} else {
		m.story.Show(a.row, a.story, a.around, m.startAt(a.place))
		if a.found != nil && len(m.trail.Path()) < 2 { // it was opened from the list
			m.story.Found(a.found.Hits, m.opening.at == nil)
		}
		m.fail(a.around.Failed)
	}
	if !a.key {
		return nil
	}
	if at := m.opening.at; at != nil {
		m.story.Select(at.Link)
	}
	if title := m.story.Title(); title != "" {
		m.trail.Name(title)
	}
	later := m.saver.later(m.after)
	if a.row.Read || a.err != nil || a.row.ID == m.passing {
		return later
	}
	return tea.Batch(later, m.setRead(a.row.ID, true))
}

// problem is why a story cannot be shown.
func problem(err error) string {
	if errors.Is(err, feed.ErrNotFound) {
		return "This story is no longer in the archive."
	}
	return err.Error()
}

// startAt is where a story opens: at the stop that the reader returns to,
// else where they last left it.
func (m *Model) startAt(last feed.Place) feed.Place {
	if at := m.opening.at; at != nil {
		return feed.Place{Block: at.Block, Offset: at.Offset}
	}
	return last
}
