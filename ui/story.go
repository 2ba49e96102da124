package ui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/pending"
	"dateline/ui/trail"
)

// opening is the story that has been requested and is not shown yet.
type opening struct {
	pending.Latest
	previewing bool         // it is for the pane beside the list
	result     *feed.Result // the search that the story shown was opened from; nil for none
	at         *trail.Stop  // where to open it; nil for where the reader last left it
	passing    story.ID     // the story that J or K opened, until it counts as read

	rest    time.Duration // to wait before the stories around it are looked up
	looking int           // the generation in which they were requested
	start   feed.Place    // where it opened
}

// openRow opens a story from the list and begins a new trail.
func (m *Model) openRow(id story.ID) {
	m.trail.Start(trail.Stop{Story: id})
	if row, ok := m.list.Selected(); ok && row.ID == id {
		m.trail.Name(row.Headline.Title)
	}
	m.goTo(id, nil)
}

// openOnly opens the story of an archive that has only one, once that is known,
// unless the reader has already pressed a key.
func (m *Model) openOnly() {
	n := m.list.Counts().Stories
	if m.begun || m.follow.Running() || m.follow.Looking() || !m.steady() || m.waits() {
		return
	}
	m.begun = true // an archive that is empty now opens no story later
	if row, ok := m.list.Selected(); ok && n == 1 && !m.inStory() {
		m.want(intent.Open{ID: row.ID})
	}
}

// back goes to the story that the link was followed from, or else to the list.
func (m *Model) back() {
	m.leaveStop()
	if s, ok := m.trail.Step(-1); ok {
		m.goTo(s.Story, &s)
		return
	}
	m.leaveStory()
	m.saveSoon()
}

// alongTrail steps back or forward in the trail, or says that it ends.
func (m *Model) alongTrail(step int) {
	m.leaveStop()
	s, ok := m.trail.Step(step)
	switch {
	case ok:
		m.goTo(s.Story, &s)
	case step < 0:
		m.say(locale.F("The trail begins here; %s goes back to the list.", m.story.Bindings().KeyOf(article.Back)))
	default:
		m.say(locale.T("The trail ends here."))
	}
}

// neighbour opens the next or previous story of the list.
func (m *Model) neighbour(step int) {
	row, ok := m.list.Neighbour(step)
	if !ok {
		if step > 0 {
			m.say(locale.T("This is the last story of the list."))
		} else {
			m.say(locale.T("This is the first story of the list."))
		}
		return
	}
	m.leaveStop()
	m.opening.passing = row.ID
	m.openRow(row.ID)
	m.want(m.list.More())
	m.do(m.after(restAfter, rested{row.ID}))
}

// restAfter is the time after which a story opened with J or K counts as read.
const restAfter = time.Second

// rested is the message that restAfter has passed since a story was opened.
type rested struct{ id story.ID }

// beforeStory counts a story opened with J or K as read at any key but those
// that leave it or mark it.
func (m *Model) beforeStory(k tea.KeyPressMsg) bool {
	switch m.story.Bindings().Action(k) {
	case article.NextStory, article.PreviousStory, article.Back, article.ToggleRead:
		m.opening.passing = ""
	default:
		m.stayed(m.opening.passing)
	}
	read, star := m.story.Marking(k)
	return m.holdsMark(k, m.story.ID(), m.story.Group(), read, star)
}

// stayed marks a story opened with J or K as read if it is still open.
func (m *Model) stayed(id story.ID) {
	if id == "" || id != m.opening.passing || id != m.story.ID() || !m.inStory() {
		return
	}
	m.opening.passing = ""
	m.see()
}

// goTo shows a story and gives it the keys; at is the stop to return to, nil
// for where the reader last left the story.
func (m *Model) goTo(id story.ID, at *trail.Stop) {
	m.focus(true)
	o := &m.opening
	o.Renew(m.env.Ctx)
	o.at, o.previewing, o.rest = at, false, 0
	req := command.Request{Gen: o.Gen(), ID: id}
	if a := m.story.Around(); m.story.ID() == id && m.version == nil && !a.Pending && !a.Reading && a.Failed == nil {
		req.Shown, req.Around = m.story.Story(), a
	}
	m.await(command.Open(m.env, req))
}

// leaveStop records the place in the story, for the way back.
func (m *Model) leaveStop() {
	at := m.story.Place()
	m.trail.Leave(at.Block, at.Offset, m.story.Link())
	if m.story.AtEnd() {
		at = feed.Place{} // it was read to the end: next time it opens at its top
	}
	m.keepPlace(m.story.ID(), at)
}

// placed records the place in the story.
func (m *Model) placed() {
	m.keepPlace(m.story.ID(), m.story.Place())
	m.markReadOn()
	m.saveSoon()
}

// leaveStory gives the keys back to the list.
func (m *Model) leaveStory() {
	m.trail.Clear()
	m.focus(false)
}

// preview requests the story of the selected row for the pane beside the list.
// One is requested at a time, however fast the cursor moves. While it moves on, the
// stories around the selected one are not looked up.
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
	o.rest = 0
	req := command.Request{Gen: o.Gen(), ID: row.ID, Preview: true, Later: m.hurries()}
	if req.Later {
		o.rest = m.rest
	}
	m.do(m.first.delay(m.env.Ctx, command.Open(m.env, req)))
}

// showStory shows the story that was requested; it drops a stale one.
func (m *Model) showStory(msg command.Story) {
	o := &m.opening
	if !o.Current(msg.Gen) {
		return
	}
	if row, ok := m.list.Row(msg.ID); ok && msg.Row.ID == "" {
		msg.Row = row // no longer in the archive, but still in the list
	} else {
		m.marks.Apply(&msg.Row, msg.Marks)
	}
	o.previewing, o.result, m.version = false, msg.Result, nil
	if msg.Err != nil {
		m.story.ShowProblem(msg.Row, problem(msg.Err))
	} else {
		if at, ok := m.save.left[msg.ID]; ok {
			msg.Place = at // the store may not have it yet
		}
		o.start = m.startAt(msg.Place)
		m.story.Show(msg.Row, msg.Story, msg.Around, o.start)
		if msg.Result != nil && len(m.trail.Path()) < 2 { // it was opened from the list
			m.story.Found(msg.Result.Hits, o.at == nil)
		}
		m.fail(msg.Around.Failed)
	}
	if !msg.Preview {
		m.arriveAt(msg)
	}
}

// arriveAt completes a move to the story that is now shown.
func (m *Model) arriveAt(msg command.Story) {
	m.lookInText()
	if at := m.opening.at; at != nil {
		m.story.Select(at.Link)
	}
	if title := m.story.Title(); title != "" {
		m.trail.Name(title)
	}
	m.saveSoon()
	m.lookSince(msg)
	if msg.Err == nil && msg.Row.ID != m.opening.passing {
		m.see()
	}
}

// problem returns the reason why a story cannot be shown.
func problem(err error) string {
	if errors.Is(err, feed.ErrNotFound) {
		return locale.T("This story is no longer in the archive.")
	}
	return err.Error()
}

// startAt returns the place at which a story opens: the stop to return to, or
// else last, where the reader left it.
func (m *Model) startAt(last feed.Place) feed.Place {
	if at := m.opening.at; at != nil {
		return feed.Place{Block: at.Block, Offset: at.Offset}
	}
	return last
}
