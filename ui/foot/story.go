package foot

import (
	"fmt"
	"slices"
	"strings"

	"dateline/ui/cell"
	"dateline/ui/theme"
)

// Story is what the foot line of a story tells.
type Story struct {
	Trail    []string // the pages from the list to the story
	Progress string   // how far it has been read
	Marks    string
	Hits     string
	Version  string // what is newer than the version that is shown; "" for nothing
	News     string // what the list does not show yet
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

// hint is what the line says of the archive: that there is a newer version,
// that the archive is still being read, that other stories are new.
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

// crumb parts the stops of the trail.
const crumb = " › "

// breadcrumb joins the names of the pages: the last one gets the room that the
// others leave, and the first give way first.
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
