package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/query"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// answer handles a message from the store, the watch or the clock.
func (m *Model) answer(msg tea.Msg) {
	switch msg := msg.(type) {
	case command.Session:
		m.resume(msg)
	case command.Rows:
		m.showRows(msg)
	case command.MoreRows:
		m.showMore(msg)
	case command.Ends:
		m.takeEnds(msg)
	case command.Nth:
		m.showNth(msg)
	case command.Checked:
		m.showChecked(msg)
	case command.Lede:
		m.showLede(msg)
	case command.Unread:
		m.showUnread(msg)
	case command.Ahead:
		m.showAhead(msg)
	case command.Report:
		m.reported(msg)
	case listen:
		m.do(command.Listen(m.reports))
	case command.Changes:
		m.looked(msg)
	case command.Copied:
		m.copied(msg)
	case command.Unfolded:
		m.showUnfolded(msg)
	case command.Marked:
		m.marked(msg)
	case command.SessionWritten:
		m.sessionWritten(msg)
	case command.Written:
		m.fail(msg.Err)
	case archiveFound:
		m.leaveFor(msg)
	default:
		m.answerProgram(msg)
	}
}

// answerProgram handles a message about another program.
func (m *Model) answerProgram(msg tea.Msg) {
	switch msg := msg.(type) {
	case command.Outside:
		m.showOutside(msg)
	case command.Opened:
		m.fail(msg.Err)
	case command.Draft:
		m.edit(msg)
	case edited:
		m.saveNote(msg)
	case command.Original:
		m.editOriginal(msg)
	case closed:
		m.readAgain(msg)
	case exported:
		m.showExported(msg)
	case command.Printed:
		m.runPipe(msg)
	case piped:
		m.showPiped(msg)
	default:
		m.answerStory(msg)
	}
}

// answerStory handles a message about a story and those around it.
func (m *Model) answerStory(msg tea.Msg) {
	switch msg := msg.(type) {
	case command.Story:
		m.showStory(msg)
	case command.Around:
		m.showLooked(msg)
	case command.Surroundings:
		m.showAround(msg)
	case command.Visits:
		m.showVisits(msg)
	case command.Takes:
		m.showTakes(msg)
	case command.Tags:
		m.showTags(msg)
	case command.Picked:
		m.showPicked(msg)
	case command.Stepped:
		m.showStep(msg)
	case command.Timeline:
		m.showTimeline(msg)
	case command.Map:
		m.showMap(msg)
	case command.Compared:
		m.showCompared(msg)
	case command.Alike:
		m.showAlike(msg)
	case command.Citation:
		m.showCitation(msg)
	case command.Since:
		m.showSince(msg)
	case *command.Version:
		m.showVersion(msg)
	default:
		m.answerSearch(msg)
	}
}

// answerSearch handles a message about searches or facets.
func (m *Model) answerSearch(msg tea.Msg) {
	switch msg := msg.(type) {
	case command.Found:
		m.takeFound(msg)
	case command.Counted:
		m.showCount(msg)
	case command.Located:
		m.showLocated(msg)
	case command.Snippets:
		m.list.AddSnippets(msg.Found, msg.N, msg.List)
	case command.Facets:
		m.showCounts(msg)
	case command.Saved:
		m.showSaved(msg)
	case command.Explained:
		m.showExplained(msg)
	case command.Suggestion:
		m.showSuggestion(msg)
	default:
		m.answerTimer(msg)
	}
}

// answerTimer handles the end of a time.
func (m *Model) answerTimer(msg tea.Msg) {
	switch msg := msg.(type) {
	case digitsOver:
		if msg == m.typed.n {
			m.endNumber()
		}
	case stripDue:
		m.countStrip(msg)
	case readOnOver:
		m.endReadOn(msg)
	case rested:
		m.stayed(msg.id)
	default:
		m.answerPictures(msg)
	}
}

// complete requests what the screen still lacks after a message.
func (m *Model) complete() {
	m.list.Heading, m.list.HeadingEnd, m.list.Summary = m.heading(), m.headingEnd(), m.summary()
	m.list.NoMatches = m.noMatches()
	m.story.Trail, m.story.Next = m.breadcrumb(), m.nextHeadline()
	if m.holders[intent.FacetsPage].open {
		m.facets.Title = m.facetsTitle()
		m.facets.Apply(query.Clauses(m.search.shown.finished()))
	}
	if _, rows := m.list.Selected(); m.vacant != (!rows && m.env.Result == nil && m.list.Loaded()) {
		m.vacant = !m.vacant
		m.resize()
	}
	if m.search.Running() == nil { // it may bring other rows
		m.want(m.list.Missing())
	}
	m.look()
	m.refresh()
	m.preview()
	m.lookAround()
	m.peek()
	m.prefetch()
	m.openOnly()
	m.refreshAround()
	m.compareTakes()
	m.lookAlike()
	m.lookAhead()
	m.drawPictures()
	m.writeSession()
}
