package ui

import (
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/foot"
	"dateline/ui/intent"
	"dateline/ui/layout"
	"dateline/ui/visits"
)

// openVisits reads the rows of the stories visited.
func (m *Model) openVisits() { m.await(command.ReadVisits(m.env, m.trail.Visited())) }

// showVisits opens the sheet of the stories visited.
func (m *Model) showVisits(msg command.Visits) {
	if m.fail(msg.Err) {
		return
	}
	here := story.ID("")
	if m.inStory() {
		here = m.story.ID()
	}
	m.visits = visits.New(msg.Rows, here)
	m.show(intent.TrailPage, m.visits)
}

// revisit goes to a story that was visited.
func (m *Model) revisit(id story.ID) {
	m.holders[intent.TrailPage].open = false
	if m.inStory() {
		m.leaveStop()
	}
	s, known := m.trail.Return(id)
	at := &s
	if !known {
		at = nil
	}
	m.goTo(id, at)
}

// lowest returns the box of the stories visited.
func (m *Model) lowest(w, h int) layout.Box { return bottom(w, h, m.visits.Lines()) }

// visitsFoot returns the foot line of the stories visited in w cells.
func (m *Model) visitsFoot(w int) string {
	return foot.Line{Hints: m.visits.Hints(), News: m.news()}.Draw(m.theme, w)
}
