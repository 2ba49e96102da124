package ui

import (
	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/pending"
)

// ahead is the story that Space opens at the end of the story on the screen. It is
// looked up when that end comes onto the screen.
type ahead struct {
	pending.Latest
	from  place
	found command.Unread // OK is false while it is unknown, and if there is none
}

// place is what the next unread story depends on.
type place struct {
	story story.ID
	row   story.Key // the selected row
	list  *feed.Result
	shown feed.Changes
	marks int
}

// lookAhead looks up the next unread story if the end of the story is on the screen
// and it is not known.
func (m *Model) lookAhead() {
	a := &m.ahead
	row, ok := m.list.At()
	if !ok || !m.inStory() || !m.story.AtEnd() || m.waits() {
		return
	}
	at := place{m.story.ID(), row.Key(), m.env.Result, m.list.Shown(), m.marks.N()}
	if at == a.from {
		return
	}
	if at.story != a.from.story || at.row != a.from.row || at.list != a.from.list {
		a.found = command.Unread{}
	}
	a.from = at
	a.Renew(m.env.Ctx)
	m.do(command.LookAhead(m.env, a.Gen(), row.Key()))
}

// showAhead handles the answer to lookAhead. An error is shown when the reader asks
// for the story.
func (m *Model) showAhead(msg command.Ahead) {
	if m.ahead.Current(msg.Gen) {
		m.ahead.found = msg.Unread
	}
}

// nextHeadline returns the headline of the story that Space opens at the end of the
// one on the screen; "" if it is not known.
func (m *Model) nextHeadline() string {
	a := &m.ahead
	if row, ok := m.list.At(); !ok || !a.found.OK || a.from.story != m.story.ID() || a.from.row != row.Key() || a.from.list != m.env.Result {
		return ""
	}
	return clean.Line(a.found.Row.Headline.Title)
}

// nextUnread looks for the nearest unread row below the cursor, or above it.
func (m *Model) nextUnread(back bool) {
	if !back && m.inStory() && m.nextHeadline() != "" {
		m.showUnread(m.ahead.found) // it is the one that the foot line names
		return
	}
	if row, ok := m.list.At(); ok {
		m.await(command.FindUnread(m.env, row.Key(), back))
	}
}

// showUnread handles the answer to nextUnread. It moves the cursor to the row,
// and opens the row's story if a story is open.
func (m *Model) showUnread(msg command.Unread) {
	switch {
	case m.fail(msg.Err):
	case !msg.OK && msg.Back:
		m.say(locale.T("No unread story above this one."))
	case !msg.OK:
		m.say(locale.T("No unread story below this one."))
	case m.inStory():
		m.leaveStop()
		m.want(m.list.Select(msg.Row))
		m.openRow(msg.Row.ID)
	default:
		m.want(m.list.Select(msg.Row))
	}
}
