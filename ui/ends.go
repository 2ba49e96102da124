package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/ui/headlines"
	"dateline/ui/intent"
)

// ends is the windows at the two ends of the archive's list, read before
// anybody goes there. They are of one state of the archive: of another, or of
// what a search found, the keys ask for the rows.
type ends struct {
	gen         int          // of the question
	of          feed.Changes // the state that was asked about
	n           int          // rows that were asked for; 0: nothing was
	top, bottom headlines.Rows
	known       bool // the answer has come
}

type endsRead struct {
	gen         int
	top, bottom rowsLoaded
}

// calm reports whether the list shows all of the archive that is known, and
// nothing else is about to be shown in it.
func (m *Model) calm() bool {
	return m.env.found == nil && m.list.Loaded() && m.list.Shown() == m.news.there &&
		!m.scan.running && !m.scan.stale && !m.scan.showing
}

// readEnds asks for the ends of the list where they are not known.
func (m *Model) readEnds() tea.Cmd {
	e, shown, n := &m.ends, m.list.Shown(), m.list.Reach()
	if !m.calm() || m.waiting > 0 || e.n >= n && e.of == shown {
		return nil
	}
	*e = ends{gen: e.gen + 1, of: shown, n: n}
	env, gen := m.env, e.gen
	return func() tea.Msg {
		return endsRead{
			gen:    gen,
			top:    readRows(env, intent.Load{Edge: intent.Top, N: n}),
			bottom: readRows(env, intent.Load{Edge: intent.Bottom, N: n}),
		}
	}
}

// takeEnds takes the answer to readEnds. One that failed, or is of a later
// state, is not asked for again: a key that goes there will tell.
func (m *Model) takeEnds(a endsRead) {
	e := &m.ends
	if a.gen != e.gen || a.top.err != nil || a.bottom.err != nil {
		return
	}
	e.top, e.bottom = a.top.rows, a.bottom.rows
	e.known = e.top.Changes == e.of && e.bottom.Changes == e.of
}

// load shows the window that the list asks for: at once where it is known.
func (m *Model) load(in intent.Load) tea.Cmd {
	e := &m.ends
	if in.Edge == intent.Around || !e.known || in.N > e.n || e.of != m.list.Shown() || !m.calm() {
		m.waiting++
		return loadRows(m.env, in, true)
	}
	rows := e.top
	if in.Edge == intent.Bottom {
		rows = e.bottom
	}
	rows.Rows = slices.Clone(rows.Rows) // the list changes what it is given
	rows.Gen, rows.Counts = in.Gen, m.list.Counts()
	m.list.Show(rows)
	return m.want(m.list.More())
}
