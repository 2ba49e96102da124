package ui

import (
	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/command"
	"dateline/ui/facets"
	"dateline/ui/foot"
	"dateline/ui/intent"
)

// openFacets opens the panel and requests its values.
func (m *Model) openFacets() {
	m.facets = facets.New()
	m.show(intent.FacetsPage, m.facets)
	m.countFacets()
	m.await(command.ReadSaved(m.env))
}

// countFacets counts the facets of the list if the panel is open, and after a while
// for the strip if a search is being typed. Keys wait for
// the first counts, because they are meant for the values that the panel will
// show.
func (m *Model) countFacets() {
	switch {
	case m.holders[intent.SearchPage].open:
		m.countLater()
		return
	case !m.holders[intent.FacetsPage].open && !m.holders[intent.BarsPage].open:
		return
	}
	m.facets.Recount()
	m.counts.Renew(m.env.Ctx)
	count, first := command.CountFacets(m.counts.Ctx(), m.env, m.counts.Gen())
	m.do(count)
	m.await(first)
}

// showCounts shows the counts so far; it drops those of another list.
func (m *Model) showCounts(msg command.Facets) {
	if !m.counts.Current(msg.Gen) {
		return
	}
	m.showStrip(msg)
	if m.holders[intent.FacetsPage].open && !command.Cancelled(msg.Err) && !m.fail(msg.Err) {
		m.facets.Count(msg.Counts, msg.Done)
	}
	if m.holders[intent.BarsPage].open && !command.Cancelled(msg.Err) && !m.fail(msg.Err) {
		m.bars.Count(msg.Counts[feed.ByDay], msg.Done)
	}
	m.do(msg.Next())
}

// facetsTitle names the stories that the panel narrows.
func (m *Model) facetsTitle() string {
	switch n := m.search.shown.n; {
	case m.env.Result == nil:
		return locale.F("Narrow all %s", foot.Stories(m.list.Counts().Stories))
	case n > 0:
		return locale.F("Narrow %s", foot.Stories(n))
	}
	return locale.T("Narrow the result")
}

// saveSearch opens the line for a name of the search that the list shows.
func (m *Model) saveSearch() {
	if m.env.Result == nil {
		m.say(locale.F("Search first, with %s or %s; then it can be saved.", m.list.Bindings().KeyOf("search"), m.list.Bindings().KeyOf("facets")))
		return
	}
	m.askName(newNaming(m.search.shown.finished(), ""))
}

// askName opens the line for a name.
func (m *Model) askName(n *naming) {
	m.naming = n
	m.show(intent.NamePage, n)
}

// nameSearch saves a search under a name, or renames it.
func (m *Model) nameSearch(n intent.Name) {
	m.hide(&m.holders[intent.NamePage])
	if n.New != n.Old {
		m.await(command.Name(m.env, n))
	}
}

// showSaved shows the saved searches. The line opens again if a name was
// refused.
func (m *Model) showSaved(msg command.Saved) {
	switch {
	case msg.Err != nil && msg.Name != (intent.Name{}):
		m.naming.problem = clean.Line(msg.Err.Error())
		m.askName(m.naming)
		return
	case m.fail(msg.Err):
		return
	case msg.Name.Old != "":
		m.say(locale.F("The search is now @%s", msg.Name.New))
	case msg.Name.New != "":
		m.say(locale.F("Saved; in a search you can type @%s", msg.Name.New))
	case msg.Drop != "":
		m.say(locale.F("Dropped @%s", msg.Drop))
	}
	m.facets.Save(msg.List)
}
