package ui

import (
	"strings"
	"unicode"

	"dateline/ui/command"
	"dateline/ui/headlines"
	"dateline/ui/intent"
	"dateline/ui/trail"
)

// origin is the story that a search began in, and the list as it was then.
type origin struct {
	set   bool
	trail trail.Trail
	list  result
	place headlines.Snapshot
}

// searchFrom searches for the words of a headline or for a query. If a story has the
// keys, the way back from the result leads to it.
func (m *Model) searchFrom(in intent.SearchFor) {
	m.holders[intent.AroundPage].open = false
	if m.inStory() {
		m.leaveStop()
		m.origin = origin{true, m.trail, m.search.shown, m.list.Snapshot()}
		m.leaveStory()
	}
	if !in.Words {
		m.ask(command.Search{Text: in.Text, Keep: true, Exact: true})
		return
	}
	m.openSearch()
	m.line.Set(strings.Join(strings.FieldsFunc(in.Text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	}), " "))
	m.searchTyped()
}

// returnToOrigin goes back to the story that the search began in.
func (m *Model) returnToOrigin() {
	m.trail = m.origin.trail.Since(&m.trail)
	m.origin = origin{}
	if s, ok := m.trail.Step(0); ok {
		m.goTo(s.Story, &s)
	}
}
