package help

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/cell"
	"dateline/ui/theme"
)

// line is a line of the pop-up: a part of the left column of a row, left cells wide,
// and a part of its right column.
type line struct {
	key, text string
	left      int
}

// indent is the indent of the right column if it is below the left one.
const indent = 2

// fold breaks rows into lines of w cells. The left column is left cells wide; if
// that is more than half of w, the right column goes below it.
func fold(rows []row, left, w int) []line {
	var lines []line
	for _, r := range rows {
		if left > w/2 {
			for _, part := range wrap(r.left, w) {
				lines = append(lines, line{part, "", w})
			}
			for _, part := range wrap(r.right, w-indent) {
				lines = append(lines, line{"", part, indent})
			}
			continue
		}
		name := r.left
		for _, part := range wrap(r.right, w-left) {
			lines = append(lines, line{name, part, left})
			name = ""
		}
	}
	return lines
}

// wrap breaks text at spaces into lines of at most w cells.
func wrap(text string, w int) []string {
	return strings.Split(ansi.Wrap(text, max(w, 1), ""), "\n")
}

func (l line) view(th *theme.Theme, w int) string {
	left := min(l.left, w)
	return th.HelpKey.Render(cell.Fit(l.key, left)) + th.HelpText.Render(cell.Fit(l.text, w-left))
}
