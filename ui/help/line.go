package help

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/cell"
	"dateline/ui/theme"
)

// line is a line of the pop-up: a part of a key in left cells, and a part of
// what it does in the others.
type line struct {
	key, text string
	left      int
}

// indent is where what a key does begins below a key that has no room beside it.
const indent = 2

// fold breaks rows into lines of w cells. What a row does stands beside its key,
// keys being so many cells, and below where that takes more than half of w.
func fold(rows []key.Help, keys, w int) []line {
	var lines []line
	for _, r := range rows {
		if keys > w/2 {
			for _, part := range wrap(r.Key, w) {
				lines = append(lines, line{part, "", w})
			}
			for _, part := range wrap(r.Desc, w-indent) {
				lines = append(lines, line{"", part, indent})
			}
			continue
		}
		name := r.Key
		for _, part := range wrap(r.Desc, w-keys) {
			lines = append(lines, line{name, part, keys})
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
