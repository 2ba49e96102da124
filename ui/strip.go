package ui

import (
	"time"

	"dateline/feed"
	"dateline/feed/query"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// stripAfter is the time after which the facets of a typed search are counted, if no
// key has been pressed since.
const stripAfter = 150 * time.Millisecond

// stripDue is the message that stripAfter is over. Its value is the number of the
// search.
type stripDue int

// countLater has the facets of a typed search counted for the strip below its rows.
func (m *Model) countLater() {
	m.counts.Renew(m.env.Ctx)
	m.do(m.after(stripAfter, stripDue(m.counts.Gen())))
}

// countStrip counts the facets of the typed search, unless it has been replaced.
func (m *Model) countStrip(due stripDue) {
	if m.env.Result == nil || !m.counts.Current(int(due)) {
		return
	}
	count, first := command.CountFacets(m.counts.Ctx(), m.env, m.counts.Gen())
	m.do(count)
	m.do(first)
}

// completeWord completes the last word of the search that is being typed. The values
// of a field are those of the stories found.
func (m *Model) completeWord() {
	changed := m.line.Complete(func(text string) []string {
		return query.Completions(text, func(f query.Field) []string {
			var values []string
			for _, v := range m.strip[feed.Facet(f)] {
				values = append(values, v.Text)
			}
			return values
		})
	})
	if changed {
		m.searchTyped()
	}
}

// showStrip shows facet counts below the rows of the search.
func (m *Model) showStrip(msg command.Facets) {
	if !m.holders[intent.SearchPage].open || msg.Err != nil {
		return
	}
	m.strip = msg.Counts
	m.list.SetFacets(msg.Counts)
}
