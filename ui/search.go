package ui

import (
	"context"
	"errors"
	"slices"

	"dateline/feed"
	"dateline/feed/query"
	"dateline/ui/command"
	"dateline/ui/headlines"
	"dateline/ui/intent"
	"dateline/ui/pending"
	"dateline/ui/search"
)

// searching is the search that the list shows, and the one being typed. One
// runs at a time: the next key cancels it, and the latest text waits for that.
type searching struct {
	pending.Latest
	pending.Turns[command.Search]

	shown   result             // what the list shows
	before  result             // what it showed when the line was opened
	place   headlines.Snapshot // where the reader was in that
	home    headlines.Snapshot // the archive's own list as it was left
	filling bool               // while rows came into it
	history []string           // the last one first
}

// result is a search and what it found.
type result struct {
	text   string
	sort   feed.Sort
	result *feed.Result // nil for the archive's own list
	n      int          // the stories found; 0 while they are not counted
}

// openSearch opens the line. The search that the list shows is the first to
// come back into it.
func (m *Model) openSearch() {
	s := &m.search
	s.before, s.place = s.shown, m.list.Snapshot()
	history := s.history
	if text := s.shown.text; text != "" && (len(history) == 0 || history[0] != text) {
		history = slices.Insert(slices.Clone(history), 0, text)
	}
	m.line = search.New(history)
	m.show(intent.SearchPage, m.line)
}

// searchTyped searches for what has been typed so far; an empty line is the
// archive.
func (m *Model) searchTyped() {
	if m.line.Blank() {
		m.search.Renew(m.env.Ctx)
		m.showArchive()
		return
	}
	m.ask(command.Search{Text: m.line.Text()})
}

// keepSearch keeps what the line has found as the list, once that is known. An
// empty line keeps the list as it is.
func (m *Model) keepSearch() {
	if m.line.Blank() {
		m.hide(&m.holders[intent.SearchPage])
		m.saveLater()
		return
	}
	m.ask(command.Search{Text: m.line.Text(), Keep: true})
}

// restore closes the line and shows the list exactly as it was before.
func (m *Model) restore() {
	s := &m.search
	m.hide(&m.holders[intent.SearchPage])
	s.Renew(m.env.Ctx)
	switch {
	case s.before.result == nil:
		m.showArchive()
	case s.shown.result == s.before.result:
		m.count()
	default:
		m.showResult(s.before)
		m.comeBack(s.place)
	}
}

// clear shows the archive's own list, whatever search runs.
func (m *Model) clear() {
	m.search.Renew(m.env.Ctx)
	m.showArchive()
	m.saveLater()
}

// showArchive shows the archive's own list where it was left.
func (m *Model) showArchive() {
	if m.env.Result == nil {
		return
	}
	row, ok := m.list.Selected()
	m.showResult(result{})
	if m.search.home.Loaded() {
		m.comeBack(m.search.home)
		if m.search.filling {
			m.follow.Outdated()
		}
		return
	}
	m.list.Restore(headlines.Snapshot{})
	if ok {
		m.want(m.list.LoadAt(row.Key()))
	} else {
		m.want(m.list.Load())
	}
}

// comeBack shows a list as it was left, and checks its rows.
func (m *Model) comeBack(at headlines.Snapshot) {
	m.list.Restore(at)
	m.count()
	m.checkRows()
}

// showResult makes res the search that the list shows.
func (m *Model) showResult(res result) {
	m.search.shown = res
	m.env.Show(res.result)
}

// sort asks for the other order of the result.
func (m *Model) sort() {
	s := &m.search.shown
	if s.result == nil {
		m.say("The archive is sorted newest first; S sorts the result of a search.")
		return
	}
	order := feed.Best
	if s.result.Order == feed.Best {
		order = feed.Newest
	}
	m.ask(command.Search{Text: s.text, Sort: order, Keep: true, Exact: true, Resumed: true, Sorting: true})
}

// narrow adds a clause to the search that the list shows.
func (m *Model) narrow(clause string) {
	s := &m.search.shown
	m.ask(command.Search{Text: query.Add(s.text, clause), Sort: s.sort, Keep: true, Exact: true})
}

// searchAgain runs the search that the list shows again, at the row where the
// reader is.
func (m *Model) searchAgain() {
	s := &m.search.shown
	q := command.Search{Text: s.text, Sort: s.sort, Keep: true, Exact: true, Resumed: true}
	if row, ok := m.list.Selected(); ok && m.list.Touched() {
		q.At = row.Key()
	}
	m.ask(q)
}

// ask runs a search, after one that is running.
func (m *Model) ask(q command.Search) {
	s := &m.search
	s.Renew(m.env.Ctx)
	q.Gen, q.Now = s.Gen(), m.list.Now()
	if s.Ask(q) {
		m.run(q)
	}
}

// run runs a search. Keys wait for one that is kept.
func (m *Model) run(q command.Search) {
	cmd := command.Find(m.search.Ctx(), m.env, q)
	if q.Keep {
		m.await(cmd)
	} else {
		m.do(cmd)
	}
}

// takeFound takes the answer to a search; one that was overtaken is dropped.
func (m *Model) takeFound(a command.Found) {
	s := &m.search
	if q := s.Done(); q != nil {
		m.run(*q)
	}
	switch {
	case s.Current(a.Gen):
		m.showFound(a)
	case a.Keep: // Esc
		a.Err = context.Canceled
		m.notFound(a)
	}
}

// showFound shows in the list what was found.
func (m *Model) showFound(a command.Found) {
	if a.Err != nil {
		m.notFound(a)
		return
	}
	if m.env.Result == nil {
		m.search.home, m.search.filling = m.list.Snapshot(), m.follow.Filling()
	}
	m.showResult(result{text: a.Text, sort: a.Sort, result: a.Result})
	m.list.ShowResult(headlines.Result{Hits: a.Result.Hits, Ranked: a.Result.Order == feed.Best}, a.Rows)
	m.count()
	m.countFacets()
	m.listen()
	if a.Keep {
		m.hide(&m.holders[intent.SearchPage])
		m.saveLater()
	}
	if a.Keep && !a.Resumed {
		m.remember(a.Text)
	}
}

// notFound says why a search has no answer: in the line, where it is being
// typed, with the part that is wrong.
func (m *Model) notFound(a command.Found) {
	wrong, ok := errors.AsType[*query.Error](a.Err)
	switch {
	case command.Cancelled(a.Err): // the list stays
	case ok && m.holders[intent.SearchPage].open:
		m.line.Wrong(wrong.Start, wrong.End, wrong.Reason)
	default:
		m.fail(a.Err)
	}
	if !m.list.Loaded() { // it was the search of a session
		m.want(m.list.Load())
		return
	}
	m.count()
}

// remember puts a search that was kept into the history.
func (m *Model) remember(text string) {
	s := &m.search
	s.history = slices.DeleteFunc(slices.Clone(s.history), func(t string) bool { return t == text })
	s.history = slices.Insert(s.history, 0, text)
	m.do(command.Remember(m.env, text))
}

// showCount shows how many stories a search has found.
func (m *Model) showCount(a command.Counted) {
	if a.Result == m.search.shown.result && !command.Cancelled(a.Err) && !m.fail(a.Err) {
		m.search.shown.n = a.N
	}
}

// showLocated shows where in the list its window stands.
func (m *Model) showLocated(a command.Located) {
	if !command.Cancelled(a.Err) && !m.fail(a.Err) {
		m.list.Located(a.Gen, a.Key, a.N)
	}
}

// snip asks for snippets of rows of the result.
func (m *Model) snip(in intent.Snippets) {
	if m.env.Result != nil {
		m.do(command.Snip(m.search.Ctx(), m.env.Result, in))
	}
}
