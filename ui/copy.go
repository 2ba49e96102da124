package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// copyStory copies a story, or with in.Path the path of its file, to the clipboard of
// the terminal. It refuses a path that could command a terminal or a shell that it is
// pasted into.
func (m *Model) copyStory(in intent.Copy) {
	if !in.Path {
		m.do(command.Copy(m.env, in.Row.ID))
		return
	}
	path := m.env.Store.FilePath(&in.Row)
	if !utf8.ValidString(path) || strings.ContainsFunc(path, unicode.IsControl) {
		m.say("Not copied: the path has bytes that are unsafe to paste.")
		return
	}
	m.do(tea.SetClipboard(path))
	m.say("Copied " + cell.CutStart(clean.Line(path), maxNote-len("Copied ")))
}

// copied puts the text of a story into the clipboard, unless it is veiled.
func (m *Model) copied(msg command.Copied) {
	if m.fail(msg.Err) {
		return
	}
	if m.withholds(msg.Story) {
		return
	}
	m.do(tea.SetClipboard(msg.Text))
	m.say("Copied headline, dateline and text.")
}

// withholds reports whether the text of st is veiled, and says so.
func (m *Model) withholds(st *story.Story) bool {
	if m.story.Held(st) == "" {
		return false
	}
	m.say("Under embargo; E in the story shows the text.")
	return true
}
