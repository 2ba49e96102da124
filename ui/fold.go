package ui

import (
	"dateline/feed"
	"dateline/ui/command"
)

// everyTake gives each take of the list a row of its own, or each story one row again.
// The cursor stays on its take, or on the row that stands for it.
func (m *Model) everyTake() {
	scope := feed.Files
	if m.env.Scope == feed.Files {
		scope = feed.Stories
	}
	row, ok := m.list.Selected()
	if s := &m.search.shown; s.result != nil {
		q := command.Search{Text: s.text, Typed: s.typed, Sort: s.sort, Keep: true, Exact: true, Resumed: true}
		if ok {
			q.Story, q.At = row.ID, row.Key()
		}
		m.askIn(scope, q)
		return
	}
	m.ends = ends{Latest: m.ends.Latest}
	m.ends.Renew(m.env.Ctx)
	m.showResult(result{scope: scope})
	if ok {
		m.want(m.list.LoadFor(row))
	} else {
		m.want(m.list.Load())
	}
	m.saveSoon()
}

// showUnfolded shows the takes below a row.
func (m *Model) showUnfolded(msg command.Unfolded) {
	if !m.fail(msg.Err) {
		m.list.Unfold(msg.Unfold, msg.Takes)
	}
}
