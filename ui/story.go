package ui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/pending"
	"dateline/ui/trail"
)

// opening is the story that has been asked for and has not come yet.
type opening struct {
	pending.Latest
	previewing bool         // it is to stand beside the list
	result     *feed.Result // the search that the story shown was opened from; nil for none
	at         *trail.Stop  // where it is to open; nil for where the reader last left it
	passing    story.ID     // the story that the reader walked to and has not stayed with yet
}

// openRow opens a story from the list: a new trail begins.
func (m *Model) openRow(id story.ID) {
	m.trail.Start(trail.Stop{Story: id})
	if row, ok := m.list.Selected(); ok && row.ID == id {
		m.trail.Name(row.Headline.Title)
	}
	m.goTo(id, nil)
}

// openOnly opens the story of an archive that has no other, once that is known,
// unless the reader has already done something.
func (m *Model) openOnly() {
	n := m.list.Counts().Stories
	if m.begun || n == 0 || m.follow.Running() || !m.steady() || m.waits() {
		return
	}
	m.begun = true
	if row, ok := m.list.Selected(); ok && n == 1 && !m.inStory() {
		m.want(intent.Open{ID: row.ID})
	}
}

// followLink opens the story that a link leads to: the trail goes on.
func (m *Model) followLink(id story.ID) {
	m.leaveStop()
	m.trail.Follow(trail.Stop{Story: id})
	m.goTo(id, nil)
}

// back goes to the story that the link was followed from, else to the list.
func (m *Model) back() {
	m.leaveStop()
	if s, ok := m.trail.Step(-1); ok {
		m.goTo(s.Story, &s)
		return
	}
	m.leaveStory()
	m.saveLater()
}

// alongTrail steps back or forward in the trail, and says where it ends.
func (m *Model) alongTrail(step int) {
	m.leaveStop()
	s, ok := m.trail.Step(step)
	switch {
	case ok:
		m.goTo(s.Story, &s)
	case step < 0:
		m.say("The trail begins here; q goes back to the list.")
	default:
		m.say("The trail ends here.")
	}
}

// neighbour opens the next or previous story of the list.
func (m *Model) neighbour(step int) {
	row, ok := m.list.Neighbour(step)
	if !ok {
		if step > 0 {
			m.say("This is the last story of the list.")
		} else {
			m.say("This is the first story of the list.")
		}
		return
	}
	m.leaveStop()
	m.opening.passing = row.ID
	m.openRow(row.ID)
	m.want(m.list.More())
	m.do(m.after(restAfter, rested{row.ID}))
}

// restAfter is how long a reader who walks from story to story stays with one
// before it counts as read.
const restAfter = time.Second

// rested is the message that the reader may have stayed with a story.
type rested struct{ id story.ID }

// beforeStory counts the story as read when the reader does anything in it but
// walk on.
func (m *Model) beforeStory(k tea.KeyPressMsg) bool {
	switch m.story.Bindings().Action(k) {
	case article.NextStory, article.PreviousStory, article.Back, article.ToggleRead:
		m.opening.passing = ""
	default:
		m.stayed(m.opening.passing)
	}
	return false
}

// stayed marks the story that the reader was walking past as read.
func (m *Model) stayed(id story.ID) {
	if id == "" || id != m.opening.passing || id != m.story.ID() || !m.inStory() {
		return
	}
	m.opening.passing = ""
	if !m.story.Read() {
		m.setRead(id, true)
	}
}

// nextUnread looks for the nearest unread row below the cursor, or above.
func (m *Model) nextUnread(back bool) {
	if row, ok := m.list.Selected(); ok {
		m.await(command.FindUnread(m.env, row.Key(), back))
	}
}

// showUnread takes the answer to nextUnread: the cursor goes to the row, and
// where a story is open the story of that row opens.
func (m *Model) showUnread(a command.Unread) {
	switch {
	case m.fail(a.Err):
	case !a.OK && a.Back:
		m.say("No unread story above this one.")
	case !a.OK:
		m.say("No unread story below this one.")
	case m.inStory():
		m.leaveStop()
		m.want(m.list.Select(a.Row))
		m.openRow(a.Row.ID)
	default:
		m.want(m.list.Select(a.Row))
	}
}

// goTo shows a story and gives it the keys; at is the stop to return to, nil
// for where the reader last left the story.
func (m *Model) goTo(id story.ID, at *trail.Stop) {
	m.focus(true)
	o := &m.opening
	o.Renew(m.env.Ctx)
	o.at, o.previewing = at, false
	m.await(command.Open(m.env, o.Gen(), id, false))
}

// leaveStop keeps where the reader is in the story, for the way back.
func (m *Model) leaveStop() {
	at := m.story.Place()
	m.trail.Leave(at.Block, at.Offset, m.story.Link())
	if m.story.AtEnd() {
		at = feed.Place{} // read to the end: next time it opens at its top
	}
	m.keepPlace(m.story.ID(), at)
}

// placed keeps where in the story the reader is now.
func (m *Model) placed() {
	m.keepPlace(m.story.ID(), m.story.Place())
	m.saveLater()
}

// leaveStory gives the keys back to the list.
func (m *Model) leaveStory() {
	m.trail.Clear()
	m.focus(false)
}

// preview asks for the story of the selected row where it stands beside the
// list. One is asked for at a time, however fast the cursor moves.
func (m *Model) preview() {
	o := &m.opening
	if !m.screen.Split || m.inStory() || m.waits() || o.previewing {
		return
	}
	row, ok := m.list.Selected()
	if !ok && m.env.Result != nil {
		m.story.Hide() // the search has found nothing
	}
	if !ok || row.ID == m.story.ID() && o.result == m.env.Result {
		return
	}
	o.Renew(m.env.Ctx)
	o.at, o.previewing = nil, true
	m.do(m.first.delay(m.env.Ctx, command.Open(m.env, o.Gen(), row.ID, true)))
}

// showStory takes the story that was asked for; one that was overtaken is
// dropped.
func (m *Model) showStory(a command.Story) {
	o := &m.opening
	if !o.Current(a.Gen) {
		return
	}
	if row, ok := m.list.Row(a.ID); ok && a.Row.ID == "" {
		a.Row = row // no longer in the archive, but still in the list
	} else {
		m.marks.Apply(&a.Row, a.Marks)
	}
	o.previewing, o.result, m.version = false, a.Result, nil
	if a.Err != nil {
		m.story.ShowProblem(a.Row, problem(a.Err))
	} else {
		if at, ok := m.save.left[a.ID]; ok {
			a.Place = at // the store may not have it yet
		}
		m.story.Show(a.Row, a.Story, a.Around, m.startAt(a.Place))
		if a.Result != nil && len(m.trail.Path()) < 2 { // it was opened from the list
			m.story.Found(a.Result.Hits, o.at == nil)
		}
		m.fail(a.Around.Failed)
	}
	if !a.Preview {
		m.arriveAt(a)
	}
}

// arriveAt ends the way to the story that is shown now.
func (m *Model) arriveAt(a command.Story) {
	if at := m.opening.at; at != nil {
		m.story.Select(at.Link)
	}
	if title := m.story.Title(); title != "" {
		m.trail.Name(title)
	}
	m.saveLater()
	if !a.Row.Read && a.Err == nil && a.Row.ID != m.opening.passing {
		m.setRead(a.Row.ID, true)
	}
}

// problem is why a story cannot be shown.
func problem(err error) string {
	if errors.Is(err, feed.ErrNotFound) {
		return "This story is no longer in the archive."
	}
	return err.Error()
}

// startAt is where a story opens: at the stop that the reader returns to,
// else at last, where they left it.
func (m *Model) startAt(last feed.Place) feed.Place {
	if at := m.opening.at; at != nil {
		return feed.Place{Block: at.Block, Offset: at.Offset}
	}
	return last
}
