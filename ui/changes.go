package ui

import (
	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/command"
	"dateline/ui/follow"
	"dateline/ui/intent"
)

// reported takes a report of the watch over the archive.
func (m *Model) reported(a command.Report) {
	m.follow.Report(a.Progress)
	m.env.Reading = m.follow.Running()
	m.list.Empty = m.empty()
	m.fail(a.Progress.Err)
	m.do(command.Listen(m.reports))
}

// empty is what a list without rows says.
func (m *Model) empty() string {
	if m.follow.Running() {
		return "Reading " + m.env.Store.Name() + " …"
	}
	return "There are no stories in " + m.env.Store.Name() + "."
}

// look asks what the archive holds, where a report tells of something new.
func (m *Model) look() {
	if m.follow.Look() {
		m.do(command.ReadChanges(m.env))
	}
}

// looked takes the answer to look.
func (m *Model) looked(a command.Changes) {
	known := a.Known
	if m.fail(a.Err) {
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

// refresh reads the rows of the list again, where the archive has changed and
// the list is to show it by itself. Where a key waits, it waits too.
func (m *Model) refresh() {
	if !m.waits() && m.list.Loaded() && m.follow.Refresh() {
		m.do(command.Load(m.env, m.list.Load(), true))
	}
}

// showVersion takes the present version of the story on the screen. It is shown
// at once where that moves no line.
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
}

// versionName is what the foot line calls v.
func versionName(v *command.Version, shown *story.Story) string {
	switch {
	case v == nil:
		return ""
	case v.Removed:
		return "no longer in the archive"
	case v.Differs(shown):
		return "newer version"
	}
	return "new links"
}

// takeIn shows what is new: in the story, and in the list, where the row under
// the cursor stays where it stands.
func (m *Model) takeIn() {
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
		m.takeInRows()
	case v != nil && v.Removed && !m.screen.Story.Empty():
		m.say("This story is no longer in the archive; its text stays here until you leave it.")
	case v == nil, v.Removed:
		m.say("No changes.")
	}
}

// takeInRows shows what is new in the list.
func (m *Model) takeInRows() {
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
		m.say(cell.Count(d.Added) + " new in the list.")
	default:
		m.say(cell.Count(d.Added) + " new in the list; g goes to the newest.")
	}
	m.want(load)
}

// inArchive says what has come, changed or gone.
func inArchive(d feed.Changes) string {
	switch {
	case d.Added > 0:
		return cell.Count(d.Added) + " new in the archive."
	case d.Changed > 0:
		return cell.Count(d.Changed) + " changed in the archive."
	}
	return cell.Count(d.Removed) + " gone from the archive."
}
