// Package foot writes the foot line and the heading of the pages. It is pure:
// the content of a line is passed in as values.
package foot

import (
	"fmt"
	"strings"

	"dateline/feed"
	"dateline/ui/cell"
	"dateline/ui/theme"
)

// between separates the parts of the foot line.
const between = "  ·  "

// List is the content of the list's foot line.
type List struct {
	Name     string // of the archive
	Query    string // the search that the list shows
	Result   bool   // the list shows a search
	Counts   feed.Counts
	Position int    // the number of the row under the cursor; 0 if unknown
	All      int    // rows; 0 if they are not counted
	Empty    bool   // the list has no rows
	News     string // changes that the list does not show yet
	Warning  string // from the store
	Scan     Scan
}

// Draw draws the line in w cells: the archive's name and counts, and the
// position of the cursor.
func (l List) Draw(th *theme.Theme, w int) string {
	right := l.where()
	if l.Warning != "" {
		return th.StatusError.Render(cell.Ends(" "+l.Warning, " Esc hides this"+between+right, w))
	}
	if l.News != "" {
		right = l.News + between + right
		if w < shortFrom {
			right = l.News + " "
		}
	}
	left := l.parts()
	var b bar
	room := w - cell.Width(right) - 2
	if l.Scan.Running {
		b = l.Scan.bar(w)
		left = b.insert(left, room)
	}
	return paint(th, cell.Ends(" "+fitting(left, room), right, w), b, l.News)
}

// parts is the left side of the line.
func (l List) parts() []string {
	left := []string{l.Name}
	if l.Result {
		left = []string{"/" + l.Query, "Esc clears the search"}
	}
	if n := l.Counts.Unread; n > 0 {
		left = append(left, cell.Count(n)+" unread")
	}
	if n := l.Counts.Starred; n > 0 {
		left = append(left, cell.Count(n)+" starred")
	}
	return append(left, "? keys")
}

// where returns the number of the row under the cursor and the number of rows,
// as far as they are known.
func (l List) where() string {
	if l.Empty {
		return ""
	}
	return fmt.Sprintf("%s of %s ", known(l.Position, 1), known(l.All, l.Position))
}

// paint draws the line faint, except for the bar and the news.
func paint(th *theme.Theme, line string, b bar, news string) string {
	rest, s := line, ""
	if before, after, ok := strings.Cut(line, b.box()); ok && b.cells > 0 {
		s, rest = th.Status.Render(before+"[")+b.draw(th)+th.Status.Render("]"), after
	}
	if i := strings.LastIndex(rest, news); i >= 0 && news != "" {
		s += th.Status.Render(rest[:i]) + th.Text.Render(news)
		rest = rest[i+len(news):]
	}
	return s + th.Status.Render(rest)
}

// known returns n as text, or atLeast if n is less; an unknown n, 0, is an ellipsis.
func known(n, atLeast int) string {
	if n <= 0 {
		return cell.Ellipsis
	}
	return cell.Count(max(n, atLeast))
}

// fitting joins the parts that fit in w cells. It drops the parts between the
// first and the last, from the end, and then the last.
func fitting(parts []string, w int) string {
	for len(parts) > 2 && cell.Width(strings.Join(parts, between)) > w {
		parts = append(parts[:len(parts)-2:len(parts)-2], parts[len(parts)-1])
	}
	if s := strings.Join(parts, between); len(parts) == 1 || cell.Width(s) <= w {
		return s
	}
	return parts[0]
}
