package ui

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/cell"
	"dateline/ui/intent"
)

// titleLength is the most characters of the window's title.
const titleLength = 120

// title returns the window's title: the takes, the story, the search or the archive that
// has the keys.
func (m *Model) title() string {
	name := clean.Line(m.env.Store.Name())
	text := m.search.shown.text
	if m.holders[intent.SearchPage].open {
		text = m.line.Text()
	}
	switch text = strings.TrimSpace(text); {
	case m.holders[intent.TakesPage].open:
		return titled(locale.F("Takes of: %s", m.takes.Title()), "")
	case m.inStory() && m.story.Title() != "":
		return titled(m.story.Title(), "")
	case text != "":
		return titled("/"+text, name)
	}
	return titled(name, "")
}

// titled returns what the window shows, the name of an archive unless it is "", and
// the program's name, in titleLength characters.
func titled(what, name string) string {
	tail := " · dateline"
	if name != "" {
		tail = " · " + shortened(name, titleLength/3) + tail
	}
	return shortened(clean.Line(what), titleLength-utf8.RuneCountInString(tail)) + tail
}

// shortened cuts s to n characters.
func shortened(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + cell.Ellipsis
	}
	return s
}
