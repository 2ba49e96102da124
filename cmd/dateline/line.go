package main

import (
	"strings"

	"dateline/feed/clean"
	"dateline/ui/cell"
)

// column is a part of a line: text and the cells that it fills. With width 0 it
// is as wide as its text.
type column struct {
	text  string
	width int
}

// line joins columns with two spaces, without blanks at the end, and cleans their
// text. It cuts what does not fit in a terminal of width cells; width 0 is a pipe,
// where nothing is cut.
func line(width int, columns ...column) string {
	cells := make([]string, len(columns))
	for i, c := range columns {
		text := clean.Line(c.text)
		if width > 0 && c.width > 0 {
			text = cell.Cut(text, c.width)
		}
		cells[i] = text + strings.Repeat(" ", max(0, c.width-cell.Width(text)))
	}
	text := strings.Join(cells, "  ")
	if width > 0 {
		text = cell.Cut(text, width)
	}
	return strings.TrimRight(text, " ") + "\n"
}

// count returns a number and the noun that it counts, such as "2 stories".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		noun = stem + "ie"
	}
	return cell.Count(n) + " " + noun + "s"
}
