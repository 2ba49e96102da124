package ui

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/query"
	"dateline/ui/headlines"
	"dateline/ui/help"
	"dateline/ui/intent"
	"dateline/ui/search"
)

// searching is the search that the list shows, and the one being typed. One
// is run at a time: the next key ends it, and the latest text waits for that.
type searching struct {
	line    *search.Page
	shown   answered        // what the list shows
	before  answered        // what it showed when line was opened
	place   headlines.Place // and where the reader was in that
	home    headlines.Place // the archive's own list as it was left
	filling bool            // while rows came into it
	history []string        // the last one first

	gen  int
	busy *question          // the one that runs; nil for none
	next *question          // the one that runs after it
	ctx  context.Context    //nolint:containedctx // of all that works for the latest question; Bubble Tea gives commands none
	stop context.CancelFunc // ends ctx
}

// answered is a search and what it found.
type answered struct {
	text string
	sort feed.Sort
	list *feed.Result // nil for the archive's own list
	n    int          // the stories found; 0 while they are not counted
}

// renew ends all that works for the question before and begins a generation.
func (s *searching) renew(ctx context.Context) {
	if s.stop != nil {
		s.stop()
	}
	s.gen++
	s.ctx, s.stop = context.WithCancel(ctx)
}

// impatient reports whether k is an Esc for which a long sort does not have to
// be waited for: it clears the search, in whatever order that is.
func (m *Model) impatient(k tea.KeyPressMsg) bool {
	q := m.search.busy
	return k.Code == tea.KeyEscape && q != nil && q.sorting && len(m.typed) == 0
}

// actOnSearch does what has to do with searches.
func (m *Model) actOnSearch(in intent.Intent) tea.Cmd {
	switch in := in.(type) {
	case intent.Search:
		m.openSearch()
	case intent.Typed:
		return m.searchTyped()
	case intent.Keep:
		return m.keepSearch()
	case intent.Restore:
		return m.restore()
	case intent.Clear:
		m.search.renew(m.env.ctx)
		return tea.Batch(m.showArchive(), m.saver.later(m.after))
	case intent.Sort:
		return m.sort()
	case intent.Manual:
		m.popUpHelp(help.NewManual("What can be searched for", query.Manual()))
	default:
		return m.actOnFacets(in)
	}
	return nil
}

// openSearch opens the line. The search that the list shows is the first to
// come back into it.
func (m *Model) openSearch() {
	s := &m.search
	s.before, s.place = s.shown, m.list.Leave()
	history := s.history
	if text := s.shown.text; text != "" && (len(history) == 0 || history[0] != text) {
		history = slices.Insert(slices.Clone(history), 0, text)
	}
	s.line = search.New(history)
	m.show(&m.line, s.line)
}

// searchTyped looks for what has been typed so far; nothing typed is the archive.
func (m *Model) searchTyped() tea.Cmd {
	if m.search.line.Blank() {
		m.search.renew(m.env.ctx)
		return m.showArchive()
	}
	return m.ask(question{text: m.search.line.Text()})
}

// keepSearch ends the line and keeps what it has found, once that is known.
// Without a text it is what the list shows.
func (m *Model) keepSearch() tea.Cmd {
	if m.search.line.Blank() {
		m.hide(&m.line)
		return m.saver.later(m.after)
	}
	return m.ask(question{text: m.search.line.Text(), keep: true})
}

// restore ends the line and shows the list exactly as it was before.
func (m *Model) restore() tea.Cmd {
	s := &m.search
	m.hide(&m.line)
	s.renew(m.env.ctx)
	if s.before.list == nil {
		return m.showArchive()
	}
	if s.shown.list == s.before.list {
		return m.count()
	}
	m.showing(s.before)
	return m.comeBack(s.place)
}

// showArchive shows the archive's own list where it was left.
func (m *Model) showArchive() tea.Cmd {
	if m.env.found == nil {
		return nil
	}
	row, ok := m.list.Selected()
	m.showing(answered{})
	if m.search.home.Loaded() {
		back := m.comeBack(m.search.home)
		m.scan.stale = m.scan.stale || m.search.filling
		return tea.Batch(back, m.catchUp())
	}
	m.list.Restore(headlines.Place{})
	if ok {
		return m.act(m.list.LoadAt(row.Key()))
	}
	return m.act(m.list.Load())
}

// comeBack shows a list as it was left, and holds its rows against what there
// is.
func (m *Model) comeBack(at headlines.Place) tea.Cmd {
	m.list.Restore(at)
	cmds := []tea.Cmd{m.count()}
	if rows := m.list.Rows(); len(rows) > 0 {
		cmds = append(cmds, checkRows(m.env, rows))
	}
	return tea.Batch(cmds...)
}

// showing makes a the search that the list shows.
func (m *Model) showing(a answered) {
	m.search.shown = a
	m.env.found, m.env.list = a.list, m.env.store
	if a.list != nil {
		m.env.list = a.list
	}
}

// sort asks for the other order of what was found.
func (m *Model) sort() tea.Cmd {
	s := &m.search.shown
	if s.list == nil {
		m.say("The archive stands newest first; / searches it, and S sorts what was found.")
		return nil
	}
	order := feed.Best
	if s.list.Order == feed.Best {
		order = feed.Newest
	}
	return m.ask(question{text: s.text, sort: order, keep: true, exact: true, resumed: true, sorting: true})
}

// again runs the search that the list shows once more, at the row where the
// reader is.
func (m *Model) again() tea.Cmd {
	s := &m.search.shown
	q := question{text: s.text, sort: s.sort, keep: true, exact: true, resumed: true}
	if row, ok := m.list.Selected(); ok && m.list.Touched() {
		q.at = row.Key()
	}
	return m.ask(q)
}

// ask has a question answered, after one that is being answered.
func (m *Model) ask(q question) tea.Cmd {
	s := &m.search
	s.renew(m.env.ctx)
	q.gen, q.now = s.gen, m.list.Now()
	if q.keep {
		m.waiting++
	}
	if s.busy == nil {
		return m.run(q)
	}
	if s.next != nil && s.next.keep {
		m.waiting-- // it is not asked any more
	}
	s.next = &q
	return nil
}

func (m *Model) run(q question) tea.Cmd {
	m.search.busy = &q
	return find(m.search.ctx, m.env, q)
}

// takeFound takes the answer to a question; one that was overtaken is dropped.
func (m *Model) takeFound(a found) tea.Cmd {
	s := &m.search
	s.busy = nil
	var cmds []tea.Cmd
	if q := s.next; q != nil {
		s.next = nil
		cmds = append(cmds, m.run(*q))
	}
	switch {
	case a.gen == s.gen:
		cmds = append(cmds, m.showFound(a))
	case a.keep: // Esc
		a.err = context.Canceled
		cmds = append(cmds, m.notFound(a))
	}
	if a.keep {
		cmds = append(cmds, m.arrived())
	}
	return tea.Batch(cmds...)
}

// showFound shows what was found in the list.
func (m *Model) showFound(a found) tea.Cmd {
	if a.err != nil {
		return m.notFound(a)
	}
	if m.env.found == nil {
		m.search.home, m.search.filling = m.list.Leave(), m.scan.filling
	}
	m.showing(answered{text: a.text, sort: a.sort, list: a.list})
	m.list.ShowFound(headlines.Result{Hits: a.list.Hits, Ranked: a.list.Order == feed.Best}, a.rows)
	cmds := []tea.Cmd{m.count(), m.recount(), m.startScan()}
	if a.keep {
		m.hide(&m.line)
		cmds = append(cmds, m.saver.later(m.after))
	}
	if a.keep && !a.resumed {
		cmds = append(cmds, m.remember(a.text))
	}
	return tea.Batch(cmds...)
}

// notFound tells why a search has no answer: what is wrong in the line, where
// it is being typed.
func (m *Model) notFound(a found) tea.Cmd {
	wrong, ok := errors.AsType[*query.Error](a.err)
	switch {
	case late(a.err): // what the list shows goes on
	case ok && m.line.open:
		m.search.line.Wrong(wrong.Start, wrong.End, wrong.Reason)
	default:
		m.fail(a.err)
	}
	if !m.list.Loaded() { // the search was that of a session
		return m.act(m.list.Load())
	}
	return m.count()
}

// remember puts a search that was kept into the history.
func (m *Model) remember(text string) tea.Cmd {
	s := &m.search
	s.history = slices.DeleteFunc(slices.Clone(s.history), func(t string) bool { return t == text })
	s.history = slices.Insert(s.history, 0, text)
	e := m.env
	return func() tea.Msg { return kept{e.store.Remember(e.ctx, text)} }
}
