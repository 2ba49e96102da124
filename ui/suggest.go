package ui

import (
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// suggest looks for another search if msg has no stories.
func (m *Model) suggest(msg command.Found) {
	if len(msg.Rows.Rows) == 0 {
		m.do(command.Suggest(m.search.Ctx(), m.env, msg.Search, msg.Result))
	}
}

// showSuggestion shows another search on the empty page of the one that found nothing.
func (m *Model) showSuggestion(msg command.Suggestion) {
	if msg.Result == m.search.shown.result && !command.Cancelled(msg.Err) && !m.fail(msg.Err) {
		m.search.shown.suggestion = msg.Text
	}
}

// noMatches returns the text of a search that has found nothing.
func (m *Model) noMatches() string {
	list, line := m.list.Bindings(), m.line.Bindings()
	key, then := list.KeyOf("open-story"), locale.F("%s shows all stories; %s begins another search.", list.KeyOf("clear-search"), list.KeyOf("search"))
	if m.holders[intent.SearchPage].open {
		key, then = line.KeyOf("suggested-search"), locale.F("Try fewer words; %s goes back to the list.", line.KeyOf("leave-search"))
	}
	if s := m.search.shown.suggestion; s != "" {
		return locale.T("No stories match.") + "\n" + locale.F("Did you mean %s? %s searches for it.", clean.Line(s), key) + "\n" + then
	}
	return locale.T("No stories match.") + "\n" + then
}
