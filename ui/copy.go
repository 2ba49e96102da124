package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// openCopy opens the choice of what to copy, if there is a story.
func (m *Model) openCopy() {
	if m.subject() != "" {
		m.show(intent.CopyPage, newCopying())
	}
}

// copyPart closes that choice and copies a part of the story to the clipboard of the terminal.
func (m *Model) copyPart(part intent.Part) {
	if h := &m.holders[intent.CopyPage]; h.open {
		m.hide(h)
	}
	switch id := m.subject(); {
	case id == "":
	case part == intent.Path:
		m.copyPath()
	default:
		m.do(command.Copy(m.env, id, part, m.paragraph()))
	}
}

// copyPath copies the path of the file of the story. It refuses a path that could command a
// terminal or a shell that it is pasted into.
func (m *Model) copyPath() {
	row, _ := m.list.Selected()
	if m.inStory() {
		row.Path = m.story.Story().Path
	}
	path := m.env.Store.FilePath(&row)
	if !utf8.ValidString(path) || strings.ContainsFunc(path, unicode.IsControl) || clean.Text(path) != path {
		m.say(locale.T("Not copied: the path has bytes that are unsafe to paste."))
		return
	}
	m.do(tea.SetClipboard(path))
	m.say(locale.F("Copied %s", cell.CutStart(path, maxNote-cell.Width(locale.F("Copied %s", "")))))
}

// paragraph returns the block of the paragraph that is read, counted from 1; 0 if the story
// is not on the screen.
func (m *Model) paragraph() int {
	if m.screen.Story.Empty() || m.story.ID() != m.subject() {
		return 0
	}
	return m.story.Paragraph()
}

// copied puts a part of a story into the clipboard, unless its text is veiled.
func (m *Model) copied(msg command.Copied) {
	switch {
	case m.fail(msg.Err), msg.Part != intent.Headline && m.withholds(msg.Story):
		return
	case msg.Part == intent.Headline:
		m.say(locale.T("Copied the headline."))
	case msg.Part == intent.Citation:
		m.say(locale.T("Copied headline, agency, dateline and paragraph."))
	default:
		m.say(locale.T("Copied headline, dateline and text."))
	}
	m.do(tea.SetClipboard(msg.Text))
}

// withholds reports whether the text of st is veiled, and says so.
func (m *Model) withholds(st *story.Story) bool {
	if m.story.Held(st) == "" {
		return false
	}
	m.say(locale.F("Under embargo; %s in the story shows the text.", m.story.Bindings().KeyOf("lift-embargo")))
	return true
}
