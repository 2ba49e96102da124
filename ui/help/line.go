package help

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/cell"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// line is a line of a column: a part of the key of a row, left cells wide, and a
// part of its description; or the name of a group.
type line struct {
	key, text string
	left      int
	group     keys.Group
}

// indent is the indent of a description that is below its key.
const indent = 2

// fold breaks rows into lines of w cells. The keys are left cells wide; if that is
// more than half of w, the descriptions go below them.
func fold(rows []row, left, w int) []line {
	var lines []line
	for _, r := range rows {
		if left > w/2 {
			for _, part := range wrap(r.left, w) {
				lines = append(lines, line{key: part, left: w})
			}
			for _, part := range wrap(r.right, w-indent) {
				lines = append(lines, line{text: part, left: indent})
			}
			continue
		}
		name := r.left
		for _, part := range wrap(r.right, w-left) {
			lines = append(lines, line{key: name, text: part, left: left})
			name = ""
		}
	}
	return lines
}

// wrap breaks text at spaces into lines of at most w cells.
func wrap(text string, w int) []string {
	return strings.Split(ansi.Wrap(text, max(w, 1), ""), "\n")
}

// view draws l in w cells.
func (l line) view(th *theme.Theme, w int) string {
	if l.group != "" {
		return th.Section.Render(cell.Fit(l.group.Title(), w))
	}
	left := min(l.left, w)
	return th.HelpKey.Render(cell.Fit(l.key, left)) + th.HelpText.Render(cell.Fit(l.text, w-left))
}
