package ui

import (
	"context"
	"errors"
	"slices"

	"dateline/feed"
	"dateline/feed/locale"
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

	shown     result             // what the list shows
	before    result             // what it showed when the line was opened
	base      string             // the text that the line was opened with: the kept search
	place     headlines.Snapshot // of the list when the line was opened
	home      headlines.Snapshot // the archive's list as it was left
	homeScope feed.Scope         // of that list
	filling   bool               // home is from when the archive was still filling
	history   []string           // the latest first
}

// openSearch opens the line with the search that the list shows, which what is typed
// narrows. That search is also the first in the line's history.
func (m *Model) openSearch() {
	s := &m.search
	s.before, s.place = s.shown, m.list.Snapshot()
	history := s.history
	if text := s.shown.text; text != "" && (len(history) == 0 || history[0] != text) {
		history = slices.Insert(slices.Clone(history), 0, text)
	}
	m.line = search.New(history)
	s.base = query.Base(s.shown.finished())
	m.line.Set(s.base)
	m.show(intent.SearchPage, m.line)
}

// searchTyped searches for the text typed so far. For an empty line it shows the
// archive, and for the text that the line was opened with the list as it was then.
func (m *Model) searchTyped() {
	s := &m.search
	switch {
	case m.line.Blank():
		s.Renew(m.env.Ctx)
		m.showArchive()
	case m.line.Text() == s.base:
		s.Renew(m.env.Ctx)
		m.showBefore()
	default:
		m.ask(command.Search{Text: m.line.Text()})
	}
}

// keepSearch searches for the text of the line and keeps the result as the list.
// With an empty or unchanged line the list stays as it is.
func (m *Model) keepSearch() {
	if m.line.Blank() {
		m.origin = origin{} // the list shows the archive: no search leads back
	}
	if m.line.Blank() || m.line.Text() == m.search.base {
		m.hide(&m.holders[intent.SearchPage])
		m.saveSoon()
		return
	}
	q := command.Search{Text: m.line.Text(), Keep: true}
	if s := &m.search; s.Running() == nil && s.shown.result != nil && s.shown.typed && s.shown.text == q.Text {
		q.Shown = s.shown.result
	}
	m.ask(q)
}

// restore closes the line and shows the list exactly as it was before.
func (m *Model) restore() {
	m.hide(&m.holders[intent.SearchPage])
	m.search.Renew(m.env.Ctx)
	m.showBefore()
	if m.origin.set && m.search.shown.result == m.origin.list.result {
		m.returnToOrigin()
	}
}

// showBefore shows the list exactly as it was before the line was opened.
func (m *Model) showBefore() {
	s := &m.search
	switch {
	case s.before.result == nil:
		m.showArchive()
	case s.shown.result == s.before.result:
		m.restoreList(s.place)
	default:
		m.showResult(s.before)
		m.restoreList(s.place)
	}
}

// clear shows the archive's list, even while a search runs. If the search began in a
// story, clear returns there.
func (m *Model) clear() {
	m.search.Renew(m.env.Ctx)
	if m.origin.set {
		m.search.before, m.search.place = m.origin.list, m.origin.place
		m.showBefore()
		m.returnToOrigin()
		return
	}
	m.showArchive()
	m.saveSoon()
}

// showArchive shows the archive's list as it was left.
func (m *Model) showArchive() {
	if m.env.Result == nil {
		return
	}
	row, ok := m.list.At()
	m.showResult(result{scope: m.search.homeScope})
	if m.search.home.Loaded() {
		m.restoreList(m.search.home)
		if m.search.filling {
			m.follow.Outdated()
		}
		return
	}
	m.list.Restore(headlines.Snapshot{})
	if ok {
		m.want(m.list.LoadFor(row))
	} else {
		m.want(m.list.Load())
	}
}

// restoreList shows a list as it was left, and checks its rows.
func (m *Model) restoreList(at headlines.Snapshot) {
	m.list.Restore(at)
	m.count()
	m.checkRows()
}

// showResult makes res the search that the list shows.
func (m *Model) showResult(res result) {
	m.search.shown = res
	m.env.Show(res.result, res.scope)
}

// sort runs the search of the list again in the other order.
func (m *Model) sort() {
	s := &m.search.shown
	if s.result == nil {
		m.say(locale.F("%s sorts the result of a search.", m.list.Bindings().KeyOf("sort")))
		return
	}
	order := feed.Best
	if s.result.Order == feed.Best {
		order = feed.Newest
	}
	m.ask(command.Search{Text: s.text, Typed: s.typed, Sort: order, Keep: true, Exact: true, Resumed: true, Sorting: true})
}

// narrow adds a clause to the search that the list shows.
func (m *Model) narrow(clause string) {
	s := &m.search.shown
	m.ask(command.Search{Text: query.Add(s.finished(), clause), Sort: s.sort, Keep: true, Exact: true})
}

// removeClause removes a clause from the search that the list shows. Without the last
// one the list shows the archive.
func (m *Model) removeClause(clause string) {
	s := &m.search.shown
	text := query.Remove(s.finished(), clause)
	if text == "" {
		m.origin = origin{} // the panel stays open over the list
		m.clear()
		m.countFacets()
		return
	}
	m.ask(command.Search{Text: text, Sort: s.sort, Keep: true, Exact: true})
}

// searchAgain runs the search that the list shows again, at the row where the
// reader is.
func (m *Model) searchAgain() {
	s := &m.search.shown
	q := command.Search{Text: s.text, Typed: s.typed, Sort: s.sort, Keep: true, Exact: true, Resumed: true}
	if row, ok := m.list.At(); ok && m.list.Touched() {
		q.Story, q.At = row.ID, row.Key()
	}
	m.ask(q)
}

// searchSuggestion searches for what is suggested, in the open line or as the list.
func (m *Model) searchSuggestion() {
	text := m.search.shown.suggestion
	switch {
	case text == "":
	case m.holders[intent.SearchPage].open:
		m.line.Set(text)
		m.searchTyped()
	default:
		m.ask(command.Search{Text: text, Keep: true, Exact: true})
	}
}

// ask runs a search in the scope of the list, after the end of the one that is running.
func (m *Model) ask(q command.Search) { m.askIn(m.env.Scope, q) }

// askIn is ask for a scope.
func (m *Model) askIn(scope feed.Scope, q command.Search) {
	q.Scope = scope
	s := &m.search
	s.Renew(m.env.Ctx)
	q.Gen, q.Now = s.Gen(), m.now()
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

// takeFound handles the answer to a search; it drops a stale one.
func (m *Model) takeFound(msg command.Found) {
	s := &m.search
	if q := s.Done(); q != nil {
		m.run(*q)
	}
	switch {
	case s.Current(msg.Gen):
		m.showFound(msg)
	case msg.Keep: // Esc was pressed while keys waited for it
		msg.Err = context.Canceled
		m.notFound(msg)
	}
}

// showFound shows the result of a search in the list.
func (m *Model) showFound(msg command.Found) {
	if msg.Err != nil {
		m.notFound(msg)
		return
	}
	if m.env.Result == nil {
		m.search.home, m.search.homeScope, m.search.filling = m.list.Snapshot(), m.env.Scope, m.follow.Filling()
	}
	if msg.Result == m.search.shown.result {
		m.search.shown.typed = msg.Typed
	} else {
		m.showResult(result{text: msg.Text, typed: msg.Typed || !msg.Keep, sort: msg.Sort, scope: msg.Scope, result: msg.Result})
		m.list.ShowResult(headlines.Result{Hits: msg.Result.Hits, Ranked: msg.Result.Order == feed.Best}, msg.Rows)
	}
	m.showRemarks(msg)
	m.suggest(msg)
	m.count()
	m.countFacets()
	m.listen()
	if msg.Keep {
		m.hide(&m.holders[intent.SearchPage])
		m.saveSoon()
	}
	if msg.Keep && !msg.Resumed {
		m.remember(msg.Text)
	}
}

// showRemarks says how a part of a query was read that is probably not what was meant.
func (m *Model) showRemarks(msg command.Found) {
	for _, r := range msg.Result.Remarks[:min(1, len(msg.Result.Remarks))] {
		switch {
		case msg.Keep && !msg.Resumed:
			m.say(r.Text)
		case m.holders[intent.SearchPage].open:
			m.line.Wrong(r.Start, r.End, r.Text)
		}
	}
}

// notFound shows why a search failed. If the line is open, it shows the reason
// and marks the wrong part.
func (m *Model) notFound(msg command.Found) {
	wrong, ok := errors.AsType[*query.Error](msg.Err)
	switch {
	case command.Cancelled(msg.Err): // the list stays
	case ok && m.holders[intent.SearchPage].open:
		m.line.Wrong(wrong.Start, wrong.End, wrong.Reason)
	default:
		m.fail(msg.Err)
	}
	if !m.list.Loaded() { // it was the search of the last session
		m.want(m.list.Load())
		return
	}
	m.count()
}

// remember adds a kept search to the history.
func (m *Model) remember(text string) {
	s := &m.search
	s.history = slices.DeleteFunc(slices.Clone(s.history), func(t string) bool { return t == text })
	s.history = slices.Insert(s.history, 0, text)
	m.do(command.Remember(m.env, text))
}

// showCount shows the number of stories that a search has found.
func (m *Model) showCount(msg command.Counted) {
	if msg.Result == m.search.shown.result && !command.Cancelled(msg.Err) && !m.fail(msg.Err) {
		m.search.shown.n, m.search.shown.files = msg.N, msg.Files
	}
}

// showLocated shows the position of the window in the list.
func (m *Model) showLocated(msg command.Located) {
	if !command.Cancelled(msg.Err) && !m.fail(msg.Err) {
		m.list.Located(msg.Gen, msg.Key, msg.N)
	}
}

// snip reads snippets of rows of the result.
func (m *Model) snip(in intent.Snippets) {
	if m.env.Result != nil {
		m.do(command.Snip(m.search.Ctx(), m.env.Result, in, m.now()))
	}
}
