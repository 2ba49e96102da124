package ui

import (
	"dateline/ui/article"
	"dateline/ui/command"
	"dateline/ui/trail"
)

// resume takes up the session: the list at its row, and the story if one was
// open.
func (m *Model) resume(a command.Session) {
	m.fail(a.Err)
	m.follow.Begin(a.Whole)
	ss := a.Session
	m.layout.SplitWidth = ss.Split
	if ss.Width > 0 && ss.Width != article.DefaultWidth {
		m.story.SetWidth(ss.Width)
	}
	m.resize()
	m.search.history = a.History
	m.resumeList(a)
	n := len(a.Stops)
	if ss.Story == "" || n == 0 || a.Stops[n-1].Story != ss.Story {
		return
	}
	m.trail.Resume(a.Stops)
	m.goTo(ss.Story, &trail.Stop{Story: ss.Story, Block: ss.Place.Block, Offset: ss.Place.Offset})
}

// resumeList shows the list of the session: its search runs again, else the
// archive is shown.
func (m *Model) resumeList(a command.Session) {
	ss := a.Session
	if ss.Query != "" {
		m.ask(command.Search{Text: ss.Query, Keep: true, Exact: true, Resumed: true, At: ss.RowKey})
		return
	}
	in := m.list.Load()
	if !ss.RowKey.IsZero() {
		in = m.list.LoadAt(ss.RowKey)
	}
	a.Rows.Rows.Gen = in.Gen
	m.showRows(a.Rows)
}
