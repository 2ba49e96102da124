package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"dateline/ui/cell"
	"dateline/ui/facets"
)

// View draws the screen. It is the one place where the terminal is told what
// mode to be in.
func (m *Model) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = "dateline: " + m.env.store.Name()
	if m.w <= 0 || m.h <= 0 {
		return v
	}
	if m.screen.TooSmall {
		v.Content = tooSmall(m.w, m.h)
		return v
	}
	foot, cursor := m.foot()
	v.Content = m.pages()
	if foot != "" {
		if m.screen.Foot.Empty() { // nothing but the story: its last line gives way
			v.Content = v.Content[:strings.LastIndexByte(v.Content, '\n')]
		}
		v.Content += "\n" + foot
	}
	if cursor >= 0 {
		v.Cursor = tea.NewCursor(cursor, m.h-1)
	}
	switch {
	case m.pop != nil:
		m.popUp(&v)
	case m.facets != nil:
		m.panel(&v)
	}
	return v
}

// tooSmall is one sentence, cut to what there is.
func tooSmall(w, h int) string {
	words := strings.Fields("Too small: dateline needs 30 columns and 8 rows.")
	lines := []string{""}
	for _, word := range words {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = cell.Cut(word, w)
		case len(*last)+1+len(word) <= w:
			*last += " " + word
		default:
			lines = append(lines, cell.Cut(word, w))
		}
	}
	return strings.Join(lines[:min(h, len(lines))], "\n")
}

// pages draws what stands above the foot.
func (m *Model) pages() string {
	switch {
	case m.screen.Split:
		return m.besideEachOther()
	case !m.screen.Story.Empty():
		return m.story.View()
	}
	return m.list.View()
}

func (m *Model) besideEachOther() string {
	left := strings.Split(m.list.View(), "\n")
	right := strings.Split(m.story.View(), "\n")
	bar := m.theme.Rule.Render("│")
	var b strings.Builder
	for i := range left {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(left[i])
		b.WriteString(strings.Repeat(" ", max(0, m.screen.List.W-cell.Width(left[i]))))
		b.WriteString(bar)
		b.WriteString(right[i])
	}
	return b.String()
}

// popUp draws the pop-up over the middle of the screen.
func (m *Model) popUp(v *tea.View) {
	w, h := m.pop.Size(m.w, m.h)
	x, y := (m.w-w)/2, (m.h-h)/2
	box, cursor := m.pop.View(m.theme, w, h)
	m.over(v, box, x, y)
	v.Cursor = nil
	if cursor >= 0 {
		v.Cursor = tea.NewCursor(x+cursor, y+h-2)
	}
}

// panel draws the facets at the right end of the screen, above the foot.
func (m *Model) panel(v *tea.View) {
	w, h := facets.Width(m.w), m.h-1
	box, cursor := m.facets.View(m.theme, w, h)
	m.over(v, box, m.w-w, 0)
	if cursor >= 0 {
		v.Cursor = tea.NewCursor(m.w-w+cursor, h-2)
	}
}

// over draws a box over what is there.
func (m *Model) over(v *tea.View, box string, x, y int) {
	v.Content = lipgloss.NewCanvas(m.w, m.h).Compose(lipgloss.NewCompositor(
		lipgloss.NewLayer(v.Content),
		lipgloss.NewLayer(box).X(x).Y(y).Z(1),
	)).Render()
}

// foot is the last line, and the column of the cursor in it, -1 for none.
func (m *Model) foot() (line string, cursor int) {
	if m.screen.Foot.Empty() && m.prompt == nil && m.note.text == "" {
		return "", -1
	}
	w := m.w
	switch {
	case m.naming != nil:
		return m.naming.View(m.theme, w)
	case m.search.line != nil:
		return m.search.line.View(m.theme, w)
	case m.prompt != nil:
		hits := m.story.Hits()
		line, cursor = m.prompt.View(m.theme, w-cell.Width(hits)-2)
		gap := max(1, w-cell.Width(line)-cell.Width(hits)-1)
		return line + strings.Repeat(" ", gap) + m.theme.Status.Render(hits), cursor
	case m.note.bad:
		return m.theme.StatusError.Render(cell.Fit(" "+m.note.text, w)), -1
	case m.note.text != "":
		return m.theme.Text.Render(cell.Fit(" "+m.note.text, w)), -1
	case m.inStory():
		return m.theme.Status.Render(m.storyFoot(w)), -1
	}
	return m.listFoot(w), -1
}
