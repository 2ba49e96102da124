package ui

import (
	"slices"

	"dateline/feed"
	"dateline/ui/command"
	"dateline/ui/headlines"
	"dateline/ui/intent"
	"dateline/ui/pending"
)

// ends has the windows at both ends of the archive's list, which are prefetched.
// They are valid for one state of the archive. In another state, and in the
// result of a search, the keys that go there read the store.
type ends struct {
	pending.Latest
	state       feed.Changes // of the archive
	n           int          // rows requested at each end; 0 for none
	top, bottom headlines.Rows
	known       bool // the answer has arrived and is valid
}

// steady reports whether the list shows the archive with all known changes, and
// no others are about to be shown.
func (m *Model) steady() bool {
	return m.env.Result == nil && m.list.Loaded() && m.follow.Steady(m.list.Shown())
}

// prefetch reads the ends of the list if they are not known.
func (m *Model) prefetch() {
	e, shown, n := &m.ends, m.list.Shown(), m.list.Reach()
	if !m.steady() || m.waits() || e.n >= n && e.state == shown {
		return
	}
	e.Renew(m.env.Ctx)
	e.state, e.n, e.known = shown, n, false
	m.do(command.LoadEnds(m.env, e.Gen(), n))
}

// takeEnds handles the answer to prefetch. If it is an error, or shows a later
// state, the ends are not read again: a key that goes there reports the error.
func (m *Model) takeEnds(msg command.Ends) {
	e := &m.ends
	if !e.Current(msg.Gen) || msg.Err != nil {
		return
	}
	e.top, e.bottom = msg.Top, msg.Bottom
	e.known = e.top.Changes == e.state && e.bottom.Changes == e.state
}

// load shows the window that the list requests, at once if it is known.
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
func (m *Model) showRows(msg command.Rows) {
	if msg.Refresh {
		m.follow.Refreshed()
	}
	if !m.fail(msg.Err) {
		m.list.Show(msg.Rows)
	}
	m.want(m.list.More())
	m.listen()
	if msg.Refresh {
		m.count()
	}
}

// showMore adds rows to the window of the list.
func (m *Model) showMore(msg command.MoreRows) {
	if m.fail(msg.Err) {
		return
	}
	if msg.Down {
		m.list.Append(msg.Rows)
	} else {
		m.list.Prepend(msg.Rows)
	}
	m.want(m.list.More())
}

// showChecked updates the rows of the list in place.
func (m *Model) showChecked(msg command.Checked) {
	if !m.fail(msg.Err) {
		m.list.Replace(msg.Check)
		m.ends.n = 0 // their rows have the old marks
	}
}

// checkRows reads the rows of the list again.
func (m *Model) checkRows() {
	if rows := m.list.Rows(); len(rows) > 0 {
		m.do(command.Check(m.env, rows, m.list.Unfolded()))
	}
}

// count counts the rows and files that the search has found, if the list does not hold
// all of them.
func (m *Model) count() {
	s := &m.search
	if s.shown.result == nil {
		return
	}
	if n, ok := m.list.Whole(); ok {
		if s.shown.n = n; !m.list.Folded() {
			s.shown.files = n
			return
		}
	}
	m.do(command.Count(s.Ctx(), s.shown.result))
}

// listen turns on the watch over the archive, once. The archive is not read
// before the first rows have come from the catalog.
func (m *Model) listen() {
	if !m.follow.Listen(m.list.Shown()) {
		return
	}
	m.do(m.first.delayScan(command.Listen(m.reports), m.follow.Filling()))
}
