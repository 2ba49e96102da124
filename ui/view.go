package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"dateline/feed/locale"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/layout"
)

// View draws the screen. It is the only place that sets the modes of a tea.View.
func (m *Model) View() tea.View {
	m.using.Lock()
	defer m.using.Unlock()
	v := tea.NewView("")
	v.AltScreen, v.ReportFocus = true, true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = m.title()
	v.ProgressBar = m.progressBar()
	if m.w <= 0 || m.h <= 0 {
		return v
	}
	if m.screen.TooSmall {
		v.Content = tooSmall(m.w, m.h)
		return v
	}
	foot := m.foot()
	v.Content = m.pages()
	if foot != "" {
		if m.screen.Foot.Empty() { // the story fills the screen: drop its last line
			v.Content = v.Content[:strings.LastIndexByte(v.Content, '\n')]
		}
		v.Content += "\n" + foot
	}
	m.overlay(&v)
	v.Cursor = m.cursor()
	if m.looks.Words {
		v.Content = m.plain(v.Content, v.Cursor)
	}
	return v
}

// cursor returns the cursor of the terminal: where text is typed, or on what is selected, where
// screen readers and braille displays look for it. Bubble Tea does not move a cursor that it
// hides. It is a line that does not blink, which is hardly visible in a reversed row.
func (m *Model) cursor() *tea.Cursor {
	h := m.owner()
	x, y, ok := h.Cursor()
	if !ok || m.hideCursor && !h.Typing() {
		return nil
	}
	c := tea.NewCursor(h.box.X+max(0, min(x, h.box.W-1)), h.box.Y+max(0, min(y, h.box.H-1)))
	c.Shape, c.Blink = tea.CursorBar, false
	return c
}

// progressBar returns the progress of a first load, for the window of the terminal; nil
// for none.
func (m *Model) progressBar() *tea.ProgressBar {
	if !m.follow.Running() || !m.follow.Filling() {
		return nil
	}
	p := m.follow.Progress()
	if p.Total == 0 {
		return tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
	}
	return tea.NewProgressBar(tea.ProgressBarDefault, p.Seen*100/p.Total)
}

// tooSmall returns a sentence for a screen that is too small, cut to its size.
func tooSmall(w, h int) string {
	words := strings.Fields(locale.T("Too small: dateline needs 30 columns and 8 rows."))
	lines := []string{""}
	for _, word := range words {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = cell.Cut(word, w)
		case cell.Width(*last)+1+cell.Width(word) <= w:
			*last += " " + word
		default:
			lines = append(lines, cell.Cut(word, w))
		}
	}
	return strings.Join(lines[:min(h, len(lines))], "\n")
}

// pages draws the panes above the foot.
func (m *Model) pages() string {
	switch {
	case m.screen.Split:
		return m.besideEachOther()
	case !m.screen.Story.Empty():
		return m.story.View()
	}
	return m.list.View()
}

// besideEachOther draws the panes with a rule between them.
func (m *Model) besideEachOther() string {
	type column struct {
		lines []string
		w     int
	}
	columns := []column{{strings.Split(m.list.View(), "\n"), m.screen.List.W}, {strings.Split(m.story.View(), "\n"), m.screen.Story.W}}
	if box := m.screen.Around; !box.Empty() {
		columns = append(columns, column{strings.Split(m.around.View(), "\n"), box.W})
	}
	bar := m.theme.Rule.Render("│")
	var b strings.Builder
	for i := range columns[0].lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		for k, c := range columns {
			b.WriteString(c.lines[i])
			if k < len(columns)-1 {
				b.WriteString(strings.Repeat(" ", max(0, c.w-cell.Width(c.lines[i]))))
				b.WriteString(bar)
			}
		}
	}
	return b.String()
}

// overlay draws the first open sheet over the panes, and over it what a command may be.
func (m *Model) overlay(v *tea.View) {
	if h := m.holders.first(sheet); h != nil {
		v.Content = over(v.Content, h.View(), m.w, m.h, h.box)
	}
	if m.holders[intent.CommandPage].open {
		if lines := m.typing.Above(m.h / 2); len(lines) > 0 {
			box := layout.Box{Y: m.h - 1 - len(lines), W: m.w, H: len(lines)}
			v.Content = over(v.Content, strings.Join(lines, "\n"), m.w, m.h, box)
		}
	}
}

// over draws a sheet over a screen of w by h cells. A canvas of Lip Gloss would count
// cells by cluster even where the renderer does not.
func over(screen, sheet string, w, h int, box layout.Box) string {
	buf := uv.NewScreenBuffer(w, h)
	buf.Method = cell.Method()
	uv.NewStyledString(screen).Draw(buf, buf.Bounds())
	uv.NewStyledString(sheet).Draw(buf, uv.Rect(box.X, box.Y, box.W, box.H))
	return uv.TrimSpace(buf.Render())
}

// foot returns the last line: the open line of input, the note, or the foot of
// the pane that has the keys.
func (m *Model) foot() string {
	switch h := m.holders.first(line); {
	case h != nil:
		return h.View()
	case m.note.text != "":
		return m.note.draw(m.theme, m.w)
	case m.screen.Foot.Empty():
		return ""
	}
	if h := m.holders.first(sheet); h != nil && h.foot != nil {
		return h.foot(m.w)
	}
	return m.holders.first(pane).foot(m.w)
}
