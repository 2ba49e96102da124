package foot

import (
	"fmt"
	"slices"
	"strings"

	"dateline/ui/cell"
	"dateline/ui/theme"
)

// Story is the content of a story's foot line.
type Story struct {
	Trail    []string // the pages from the list to the story
	Progress string   // how far it has been read
	Marks    string
	Hits     string
	Version  string // how the archive's version differs from the one shown; "" if it does not
	News     string // changes that the list does not show yet
	Scan     Scan
}

// Draw draws the line in w cells: the trail, and how far the story has been
// read.
func (s Story) Draw(th *theme.Theme, w int) string {
	right := s.Progress + " "
	for _, part := range []string{s.Marks, s.Hits, s.hint(w)} {
		if part != "" {
			right = part + between + right
		}
	}
	return th.Status.Render(cell.Ends(" "+breadcrumb(s.Trail, w-cell.Width(right)-2), right, w))
}

// hint returns the line's text about the archive: another version of the story,
// a scan in progress, or news.
func (s Story) hint(w int) string {
	switch {
	case s.Version != "":
		return ". " + s.Version
	case w < shortFrom:
		return ""
	case s.Scan.Running && s.Scan.Progress.Total > 0:
		return fmt.Sprintf("archive %d%%", percent(s.Scan.Progress))
	case s.Scan.Running:
		return "reading the archive"
	}
	return s.News
}

// crumb separates the stops of the trail.
const crumb = " › "

// breadcrumb joins the names of the pages in w cells. It shortens all but the
// last, and drops the first ones while they take more than half of the room.
func breadcrumb(trail []string, w int) string {
	names := slices.Clone(trail)
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
