package ui

import (
	"fmt"
	"strings"

	"dateline/ui/cell"
)

// between parts what stands side by side on the foot line.
const between = "  ·  "

// listFoot is the archive's name and what is in it, and where the cursor is.
func (m *Model) listFoot(w int) string {
	c := m.list.Counts()
	right := m.whereInList()
	if m.warning != "" {
		return m.theme.StatusError.Render(cell.Ends(" "+m.warning, " Esc hides this"+between+right, w))
	}
	pill := m.pill()
	if pill != "" {
		right = pill + between + right
		if w < shortFrom {
			right = pill + " "
		}
	}
	left := []string{m.env.store.Name()}
	if m.env.found != nil {
		left = []string{"/" + m.search.shown.text, "Esc clears the search"}
	}
	if c.Unread > 0 {
		left = append(left, thousands(c.Unread)+" unread")
	}
	if c.Starred > 0 {
		left = append(left, thousands(c.Starred)+" starred")
	}
	left = append(left, "? keys")
	var b bar
	room := w - cell.Width(right) - 2
	if m.scan.running {
		b = m.progress(w)
		left = b.among(left, room)
	}
	line := cell.Ends(" "+fitting(left, room), right, w)
	return m.paint(line, b, pill)
}

// paint draws the foot line: faint, but for the bar and what is new.
func (m *Model) paint(line string, b bar, pill string) string {
	rest, s := line, ""
	if before, after, ok := strings.Cut(line, b.box()); ok && b.cells > 0 {
		s, rest = m.theme.Status.Render(before+"[")+b.draw(m.theme)+m.theme.Status.Render("]"), after
	}
	if i := strings.LastIndex(rest, pill); i >= 0 && pill != "" {
		s += m.theme.Status.Render(rest[:i]) + m.theme.Text.Render(pill)
		rest = rest[i+len(pill):]
	}
	return s + m.theme.Status.Render(rest)
}

// whereInList is the number of the row under the cursor and of all rows, as
// far as they are known.
func (m *Model) whereInList() string {
	n, all := m.list.Position(), m.list.Counts().Stories
	if m.env.found != nil {
		all = m.search.shown.n
	}
	if _, ok := m.list.Selected(); !ok {
		return ""
	}
	return fmt.Sprintf("%s of %s ", known(n, 1), known(all, n))
}

// known writes n, which is at least least, or an ellipsis where it is not known.
func known(n, least int) string {
	if n <= 0 {
		return cell.Ellipsis
	}
	return thousands(max(n, least))
}

// fitting joins the parts that fit w cells: the first and the last stay, those
// in between give way from the end.
func fitting(parts []string, w int) string {
	for len(parts) > 2 && cell.Width(strings.Join(parts, between)) > w {
		parts = append(parts[:len(parts)-2:len(parts)-2], parts[len(parts)-1])
	}
	if s := strings.Join(parts, between); len(parts) == 1 || cell.Width(s) <= w {
		return s
	}
	return parts[0]
}

// storyFoot is the trail and how far the story has been read.
func (m *Model) storyFoot(w int) string {
	right := m.story.Progress(w/3) + " "
	if marks := m.story.Marks(); marks != "" {
		right = marks + between + right
	}
	if hits := m.story.Hits(); hits != "" {
		right = hits + between + right
	}
	if hint := m.hint(w); hint != "" {
		right = hint + between + right
	}
	return m.theme.Status.Render(cell.Ends(" "+m.breadcrumb(w-cell.Width(right)-2), right, w))
}

// crumb parts the stops of the trail.
const crumb = " › "

// breadcrumb is the titles of the trail: the present one gets what room the
// others leave, and the oldest give way first.
func (m *Model) breadcrumb(w int) string {
	path := m.trail.Path()
	names := []string{"Headlines"}
	if m.env.found != nil {
		names[0] = "/" + m.search.shown.text
	}
	for _, s := range path {
		names = append(names, s.Title)
	}
	short := 24
	if w < 60 {
		short = 12
	}
	for i := range len(names) - 1 {
		names[i] = cell.Cut(names[i], short)
	}
	cut := false
	for len(names) > 1 && cell.Width(strings.Join(names[:len(names)-1], crumb)) > w/2 {
		names, cut = names[1:], true
	}
	if cut {
		names = append([]string{cell.Ellipsis}, names...)
	}
	return cell.Cut(strings.Join(names, crumb), w)
}

// thousands writes n with a comma between thousands.
func thousands(n int) string { return cell.Count(n) }
