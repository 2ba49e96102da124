package ui

import (
	"dateline/feed"
	"dateline/ui/article"
	"dateline/ui/command"
	"dateline/ui/trail"
)

// resume restores the last session: the list at its row, and the story if one
// was open.
func (m *Model) resume(msg command.Session) {
	m.fail(msg.Err)
	m.follow.Begin(msg.Whole)
	ss := msg.Session
	m.layout.ListWidth = ss.Split
	if m.width == 0 && ss.Width > 0 && ss.Width != article.DefaultWidth {
		m.story.SetWidth(ss.Width)
	}
	m.resize()
	m.search.history = msg.History
	m.commands, m.pipes = ss.Commands, ss.Pipes
	m.resumeList(msg)
	n := len(msg.Stops)
	if ss.Story == "" || n == 0 || msg.Stops[n-1].Story != ss.Story {
		m.trail.Resume(nil, ss.Been)
		return
	}
	m.trail.Resume(msg.Stops, ss.Been)
	m.goTo(ss.Story, &trail.Stop{Story: ss.Story, Block: ss.Place.Block, Offset: ss.Place.Offset})
}

// resumeList shows the list of the session: it runs the search again, or shows
// the archive if there was none.
func (m *Model) resumeList(msg command.Session) {
	ss := msg.Session
	if ss.Takes {
		m.showResult(result{scope: feed.Files})
	}
	if ss.Query != "" {
		m.ask(command.Search{Text: ss.Query, Keep: true, Exact: true, Resumed: true, Story: ss.Row, At: ss.RowKey})
		return
	}
	in := m.list.Load()
	if !ss.RowKey.IsZero() {
		in = m.list.LoadAt(ss.RowKey)
	}
	msg.Rows.Rows.Gen = in.Gen
	m.showRows(msg.Rows)
}
