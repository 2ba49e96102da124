package ui

import (
	"slices"

	"dateline/feed"
	"dateline/ui/command"
	"dateline/ui/headlines"
	"dateline/ui/intent"
	"dateline/ui/pending"
)

// ends is the windows at both ends of the archive's list, read before anybody
// goes there. They count for one state of the archive; for another, and for
// the rows of a search, the keys ask.
type ends struct {
	pending.Latest
	state       feed.Changes // of the archive
	n           int          // rows that were asked for; 0: none
	top, bottom headlines.Rows
	known       bool // the answer has come
}

// steady reports whether the list shows all of the archive that is known, and
// nothing else is about to be shown in it.
func (m *Model) steady() bool {
	return m.env.Result == nil && m.list.Loaded() && m.follow.Steady(m.list.Shown())
}

// prefetch reads the ends of the list where they are not known.
func (m *Model) prefetch() {
	e, shown, n := &m.ends, m.list.Shown(), m.list.Reach()
	if !m.steady() || m.waits() || e.n >= n && e.state == shown {
		return
	}
	e.Renew(m.env.Ctx)
	e.state, e.n, e.known = shown, n, false
	m.do(command.LoadEnds(m.env, e.Gen(), n))
}

// takeEnds takes the answer to prefetch. One that failed, or shows a later
// state, is not asked for again: a key that goes there will report the error.
func (m *Model) takeEnds(a command.Ends) {
	e := &m.ends
	if !e.Current(a.Gen) || a.Err != nil {
		return
	}
	e.top, e.bottom = a.Top, a.Bottom
	e.known = e.top.Changes == e.state && e.bottom.Changes == e.state
}

// load shows the window that the list asks for: at once where it is known.
func (m *Model) load(in intent.Load) {
	e := &m.ends
	if in.Edge == intent.Around || !e.known || in.N > e.n || e.state != m.list.Shown() || !m.steady() {
		m.await(command.Load(m.env, in, false))
		return
	}
	rows := e.top
	if in.Edge == intent.Bottom {
		rows = e.bottom
	}
	rows.Rows = slices.Clone(rows.Rows) // the list changes the rows that it is given
	rows.Gen, rows.Counts = in.Gen, m.list.Counts()
	m.list.Show(rows)
	m.want(m.list.More())
}

// showRows shows a window of the list.
func (m *Model) showRows(a command.Rows) {
	if a.Refresh {
		m.follow.Refreshed()
	}
	if !m.fail(a.Err) {
		m.list.Show(a.Rows)
	}
	m.want(m.list.More())
	m.listen()
	if a.Refresh {
		m.count()
	}
}

// showMore adds rows to the window of the list.
func (m *Model) showMore(a command.MoreRows) {
	if m.fail(a.Err) {
		return
	}
	if a.Down {
		m.list.Append(a.Rows)
	} else {
		m.list.Prepend(a.Rows)
	}
	m.want(m.list.More())
}

// showChecked shows what has become of the rows in the list, in their places.
func (m *Model) showChecked(a command.Checked) {
	if !m.fail(a.Err) {
		m.list.Replace(a.Rows, a.Removed)
	}
}

// checkRows looks up the rows in the list again.
func (m *Model) checkRows() {
	if rows := m.list.Rows(); len(rows) > 0 {
		m.do(command.Check(m.env, rows))
	}
}

// count asks how many stories the search has found, where the list does not
// tell.
func (m *Model) count() {
	s := &m.search
	if s.shown.result == nil {
		return
	}
	if n, ok := m.list.Whole(); ok {
		s.shown.n = n
		return
	}
	m.do(command.Count(s.Ctx(), s.shown.result))
}

// listen turns the watch over the archive on, once: the archive is not touched
// before the first rows have come out of the catalog.
func (m *Model) listen() {
	if !m.follow.Listen(m.list.Shown()) {
		return
	}
	m.do(m.first.delayScan(command.Listen(m.reports), m.follow.Filling()))
}
