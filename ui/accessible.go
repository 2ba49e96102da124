package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"dateline/ui/cell"
	"dateline/ui/intent"
)

// reportPause is the time between two reports on the archive for readers who use a screen
// reader, which may read each change of the screen aloud.
const reportPause = time.Second

// listen is the message to wait for the next report.
type listen struct{}

// plain returns a screen for a screen reader: without lines, frames and blocks, and with > before
// what is selected, if the cell there is free. at is the cursor.
func (m *Model) plain(screen string, at *tea.Cursor) string {
	screen = strings.Map(plainRune, screen)
	if at == nil || at.X == 0 || !m.selects() {
		return screen
	}
	buf := uv.NewScreenBuffer(m.w, m.h)
	buf.Method = cell.Method()
	uv.NewStyledString(screen).Draw(buf, buf.Bounds())
	if c := buf.CellAt(at.X-1, at.Y); c != nil && strings.TrimSpace(c.Content) == "" {
		buf.SetCell(at.X-1, at.Y, &uv.Cell{Content: ">", Width: 1})
	}
	return uv.TrimSpace(buf.Render())
}

// selects reports whether the page with the keys has something selected, and takes no text.
func (m *Model) selects() bool {
	switch h := m.owner(); {
	case h.Typing(), h == &m.holders[intent.HelpPage]:
		return false
	case h == &m.holders[intent.StoryPage]:
		return m.story.Link() > 0
	}
	return true
}

// plainRune returns a blank for a character that draws lines or blocks, and a digit for a bar
// that has a height.
func plainRune(r rune) rune {
	const lines, bars, blocks, end = '─', '▁', '▉', '■'
	switch {
	case r < lines || r >= end:
		return r
	case bars <= r && r < blocks:
		return '1' + r - bars
	}
	return ' '
}
