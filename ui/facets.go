package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/query"
	"dateline/ui/facets"
	"dateline/ui/intent"
)

// tally is the counting of facets; the next one ends it.
type tally struct {
	gen  int
	stop context.CancelFunc
	owed bool // keys wait for its first report: they are meant for what it shows
}

// faceted is one report of a tally, and where the next comes from.
type faceted struct {
	gen    int
	counts feed.Facets
	done   bool
	err    error
	news   chan faceted
}

// actOnFacets does what has to do with the panel and the saved searches.
func (m *Model) actOnFacets(in intent.Intent) tea.Cmd {
	switch in := in.(type) {
	case intent.Facets:
		m.facets = facets.New()
		m.show(&m.panel, m.facets)
		return tea.Batch(m.recount(), m.readSaved())
	case intent.Narrow:
		return m.narrow(in.Clause)
	case intent.Save:
		m.nameSearch()
	case intent.Rename:
		m.askName(newNaming("", in.Name))
	case intent.Name:
		return m.giveName(in)
	case intent.Drop:
		said := saved{said: "Dropped @" + in.Name + "."}
		return m.changeSaved(said, func(e env) error { return e.store.DropSearch(e.ctx, in.Name) })
	default:
		return m.actOnScreen(in)
	}
	return nil
}

func (m *Model) closeFacets() {
	if m.tally.stop != nil {
		m.tally.stop()
	}
}

// facetsTitle tells what the panel narrows.
func (m *Model) facetsTitle() string {
	switch n := m.search.shown.n; {
	case m.env.found == nil:
		return "Narrow all " + stories(m.list.Counts().Stories)
	case n > 0:
		return "Narrow " + stories(n)
	}
	return "Narrow what was found"
}

func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return thousands(n) + " stories"
}

// recount counts the facets of the list that is shown, where the panel is
// open.
func (m *Model) recount() tea.Cmd {
	if !m.panel.open {
		return nil
	}
	m.facets.Recount()
	t := &m.tally
	if t.stop != nil {
		t.stop()
	}
	t.gen++
	if !t.owed {
		t.owed = true
		m.waiting++
	}
	e := m.env
	e.ctx, t.stop = context.WithCancel(e.ctx)
	news := make(chan faceted, 1)
	return tea.Batch(countFacets(e, t.gen, news), nextFacets(news))
}

// countFacets returns the command that counts.
func countFacets(e env, gen int, news chan faceted) tea.Cmd {
	return func() tea.Msg {
		defer close(news)
		a := faceted{gen: gen, done: true}
		if e.found == nil {
			a.counts, a.err = e.store.Facets(e.ctx)
		} else {
			a.counts, a.err = e.found.Facets(e.ctx, func(c feed.Facets) { latest(news, faceted{gen: gen, counts: c}) })
		}
		latest(news, a)
		return nil
	}
}

// nextFacets returns the command that waits for the next report.
func nextFacets(news chan faceted) tea.Cmd {
	return func() tea.Msg {
		f, ok := <-news
		if !ok {
			return nil
		}
		f.news = news
		return f
	}
}

// takeFacets shows the counts so far; those of another list are dropped.
func (m *Model) takeFacets(f faceted) tea.Cmd {
	if f.gen != m.tally.gen {
		return nil
	}
	if m.panel.open && !late(f.err) && !m.fail(f.err) {
		m.facets.Count(f.counts, f.done)
	}
	var cmds []tea.Cmd
	if m.tally.owed {
		m.tally.owed = false
		cmds = append(cmds, m.arrived())
	}
	if !f.done {
		cmds = append(cmds, nextFacets(f.news))
	}
	return tea.Batch(cmds...)
}

// narrow adds a clause to the search that the list shows.
func (m *Model) narrow(clause string) tea.Cmd {
	text := query.Add(m.search.shown.text, clause)
	return m.ask(question{text: text, sort: m.search.shown.sort, keep: true, exact: true})
}
