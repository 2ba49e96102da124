package ui

import (
	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/follow"
	"dateline/ui/intent"
)

// reported handles a report of the watch over the archive.
func (m *Model) reported(msg command.Report) {
	m.follow.Report(msg.Progress)
	m.env.Reading = m.follow.Running()
	m.list.Empty = m.empty()
	m.fail(msg.Progress.Err)
	if m.looks.Words {
		m.do(m.after(reportPause, listen{}))
		return
	}
	m.do(command.Listen(m.reports))
}

// empty returns the text of a list without rows.
func (m *Model) empty() string {
	if m.follow.Running() {
		return locale.F("Reading %s …", m.env.Store.Name())
	}
	path := clean.Line(m.env.Store.Path())
	if path == "" {
		return locale.F("There are no stories in %s.", m.env.Store.Name())
	}
	return locale.F("There are no stories in %s", path) + "\n\n" +
		locale.T("A story is a text file, as agencies send it: headline, dateline, paragraphs, related headlines.\n"+
			"Files put there appear by themselves.\ndateline alone shows an edition.")
}

// look looks up the changes in the catalog if a report has come since the last
// look.
func (m *Model) look() {
	if m.follow.Look() {
		m.do(command.ReadChanges(m.env))
	}
}

// looked handles the answer to look.
func (m *Model) looked(msg command.Changes) {
	known := msg.Known
	if m.fail(msg.Err) {
		known = m.follow.Known()
	}
	_, rows := m.list.Selected()
	next := m.follow.Looked(known, follow.List{
		Shown: m.list.Shown(), Rows: rows, Result: m.env.Result != nil,
		Typing: m.holders[intent.SearchPage].open || m.search.Running() != nil,
	})
	if next.Search {
		m.searchAgain()
	}
	if next.Check {
		m.check()
	}
}

// check compares the rows in the list and the story with the archive.
func (m *Model) check() {
	d, ok := m.follow.Check()
	if !ok || d.Changed+d.Removed > 0 {
		m.checkRows()
	}
	if id := m.story.ID(); id != "" && (d != feed.Changes{} || m.story.Reading()) {
		m.do(command.Renew(m.env, id))
	}
}

// refresh reads the rows of the list again if the list should show changes
// without a key press. It waits while keys wait.
func (m *Model) refresh() {
	if !m.waits() && m.list.Loaded() && m.follow.Refresh() {
		m.do(command.Load(m.env, m.list.Load(), true))
	}
}

// showVersion handles the current version of the story on the screen. It shows
// the version at once if no line moves.
func (m *Model) showVersion(v *command.Version) {
	if v.ID != m.story.ID() {
		return
	}
	m.version = nil
	switch {
	case v.Removed && m.story.Problem():
	case !v.Removed && m.screen.Story.Empty(): // not on the screen
		m.renew(v)
	case v.Removed, v.Differs(m.story.Story()), !m.story.Refresh(v.Around):
		m.version = v
	}
}

func (m *Model) renew(v *command.Version) {
	m.marks.Apply(&v.Row, v.Marks)
	m.story.Replace(v.Row, v.Story, v.Around)
	m.compareSince()
}

// versionName returns the foot line's text about v.
func versionName(v *command.Version, shown *story.Story) string {
	switch {
	case v == nil:
		return ""
	case v.Removed:
		return locale.T("no longer in the archive")
	case v.Differs(shown):
		return locale.T("newer version")
	}
	return locale.T("new links")
}

// showNews shows the new version of the story and the changes in the list. The
// selected row keeps its line on the screen.
func (m *Model) showNews() {
	v := m.version
	if v != nil && !v.Removed {
		m.version = nil
		m.renew(v)
		if m.inStory() {
			m.trail.Name(m.story.Title())
		}
	}
	switch {
	case m.follow.Known() != m.list.Shown():
		m.showListNews()
	case v != nil && v.Removed && !m.screen.Story.Empty():
		m.say(locale.T("No longer in the archive; the text stays until you leave."))
	case v == nil, v.Removed:
		m.say(locale.T("No changes."))
	}
}

// showListNews shows the changes in the list.
func (m *Model) showListNews() {
	d, _ := m.follow.Known().Since(m.list.Shown())
	if m.env.Result != nil {
		m.say(inArchive(d))
		m.searchAgain()
		return
	}
	load := m.list.News()
	switch {
	case d.Added == 0 || load.Edge == intent.Top:
	case m.inStory():
		m.say(locale.F("%s new in the list.", locale.Count(d.Added)))
	default:
		m.say(locale.F("%s new in the list; %s goes to the newest.", locale.Count(d.Added), m.list.Bindings().KeyOf("top")))
	}
	m.want(load)
}

// inArchive returns a message about the changes in d.
func inArchive(d feed.Changes) string {
	switch {
	case d.Added > 0:
		return locale.F("%s new in the archive.", locale.Count(d.Added))
	case d.Changed > 0:
		return locale.F("%s changed in the archive.", locale.Count(d.Changed))
	}
	return locale.F("%s gone from the archive.", locale.Count(d.Removed))
}
