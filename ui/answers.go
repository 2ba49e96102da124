package ui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/headlines"
	"dateline/ui/intent"
)

// What the store answers. key says that a key waits for the answer.
type (
	rowsLoaded struct {
		rows headlines.Rows
		key  bool
		err  error
	}
	rowsExtended struct {
		rows headlines.Rows
		down bool
		err  error
	}
	opened struct {
		gen    int
		key    bool
		marks  int // that the row has
		id     story.ID
		row    story.Row
		story  *story.Story
		around article.Around
		place  feed.Place
		found  *feed.Result // the search that the list showed
		err    error
	}
	unreadFound struct {
		row  story.Row
		ok   bool
		back bool
		err  error
	}
	kept struct{ err error } // a mark, a place or the session was written
)

// answer takes what the store and the background have to say.
func (m *Model) answer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case began:
		return m.begun(msg)
	case rowsLoaded:
		return m.showRows(msg)
	case rowsExtended:
		return m.showMore(msg)
	case endsRead:
		m.takeEnds(msg)
	case opened:
		cmd := m.showStory(msg)
		if msg.key {
			return tea.Batch(cmd, m.arrived())
		}
		return cmd
	case unreadFound:
		return tea.Batch(m.showUnread(msg), m.arrived())
	case reported:
		return m.reported(msg)
	case looked:
		return m.looked(msg)
	case rowsChecked:
		if !m.fail(msg.err) {
			m.list.Renew(msg.now, msg.gone)
		}
	case *refreshed:
		m.refresh(msg)
	case rested:
		return m.stayed(msg.id)
	case saveNow:
		return m.saver.save(m.env, m.Session())
	case kept:
		m.fail(msg.err)
	default:
		return m.answerSearch(msg)
	}
	return nil
}

func (m *Model) showRows(a rowsLoaded) tea.Cmd {
	if !m.fail(a.err) {
		m.list.Show(a.rows)
	}
	next := tea.Batch(m.want(m.list.More()), m.startScan())
	if a.key {
		return tea.Batch(next, m.arrived())
	}
	m.scan.showing = false
	return tea.Batch(next, m.count(), m.catchUp())
}

// startScan starts the scan when the first rows have come; what was there then
// is no news.
func (m *Model) startScan() tea.Cmd {
	if !m.scan.started {
		m.news.there, m.news.checked = m.list.Shown(), m.list.Shown()
	}
	return m.scan.start()
}

func (m *Model) showMore(a rowsExtended) tea.Cmd {
	if m.fail(a.err) {
		return nil
	}
	if a.down {
		m.list.Append(a.rows)
	} else {
		m.list.Prepend(a.rows)
	}
	return m.want(m.list.More())
}

func loadRows(e env, in intent.Load, key bool) tea.Cmd {
	return func() tea.Msg {
		a := readRows(e, in)
		a.key = key
		return a
	}
}

func readRows(e env, in intent.Load) rowsLoaded {
	e.settled()
	since := changes(e.ctx, e.store)
	rows, err := window(e, in)
	rows.Gen, rows.Changes = in.Gen, since
	return rowsLoaded{rows: rows, err: err}
}

// window reads the rows about a key, or at an end of the list.
func window(e env, in intent.Load) (headlines.Rows, error) {
	var above, below []story.Row
	var err error
	out := headlines.Rows{Marks: e.marks, AtTop: in.Edge == intent.Top, AtEnd: in.Edge == intent.Bottom}
	if in.Edge != intent.Top {
		above, err = e.list.Rows(e.ctx, in.Key, -in.N)
		out.AtTop = len(above) < in.N
	}
	if in.Edge != intent.Bottom && err == nil {
		below, err = e.list.Rows(e.ctx, in.Key, in.N)
		out.AtEnd = len(below) < in.N
	}
	if err != nil {
		return out, err
	}
	out.Rows = slices.Concat(above, below)
	switch {
	case in.Edge == intent.Around && len(below) > 0:
		out.Cursor, out.CursorKey = below[0].ID, in.Key
	case in.Edge != intent.Top && len(above) > 0:
		last := &above[len(above)-1]
		out.Cursor, out.CursorKey = last.ID, last.Key()
	}
	switch {
	case out.AtTop || len(out.Rows) == 0:
	case e.found != nil:
		out.Above = -1 // of a search that may take a while: the page asks
	default:
		if out.Above, err = e.list.Position(e.ctx, out.Rows[0].Key()); err != nil {
			return out, err
		}
	}
	out.Counts, err = e.store.Counts(e.ctx)
	return out, err
}

func extendRows(e env, in intent.Extend) tea.Cmd {
	return func() tea.Msg {
		e.settled()
		n, down := in.N, in.N > 0
		if down {
			n++ // the row at the key comes again and is dropped
		}
		rows, err := e.list.Rows(e.ctx, in.Key, n)
		out := headlines.Rows{Gen: in.Gen, Rows: rows, Marks: e.marks}
		if down {
			if len(rows) > 0 && rows[0].Key() == in.Key {
				out.Rows = rows[1:]
			}
			out.AtEnd = len(rows) < n
		} else {
			out.AtTop = len(rows) < -n
		}
		return rowsExtended{rows: out, down: down, err: err}
	}
}

func openStory(e env, gen int, id story.ID, key bool) tea.Cmd {
	return func() tea.Msg {
		e.settled()
		a := opened{gen: gen, key: key, marks: e.marks, id: id, found: e.found}
		if a.row, a.err = e.store.Row(e.ctx, id); a.err != nil {
			return a
		}
		if a.story, a.err = e.store.Story(e.ctx, id); a.err != nil {
			return a
		}
		a.around = around(e, a.story)
		a.place, a.err = e.store.Place(e.ctx, id)
		return a
	}
}

// around is what the archive knows of a story. What cannot be looked up is
// left out: the story itself can still be read.
func around(e env, st *story.Story) article.Around {
	var a article.Around
	var failed [3]error
	a.Links, failed[0] = e.store.Related(e.ctx, st)
	a.Cited, failed[1] = e.store.CitedBy(e.ctx, st.ID)
	a.Takes, failed[2] = e.store.Takes(e.ctx, st)
	a.Failed = errors.Join(failed[:]...)
	a.Reading = e.reading
	return a
}

func findUnread(e env, from story.Key, back bool) tea.Cmd {
	return func() tea.Msg {
		e.settled()
		row, ok, err := e.list.NextUnread(e.ctx, from, back)
		return unreadFound{row: row, ok: ok, back: back, err: err}
	}
}
