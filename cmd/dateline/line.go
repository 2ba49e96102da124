package main

import (
	"strings"

	"dateline/feed/clean"
	"dateline/ui/cell"
)

// column is a part of a line: a text and its width in cells. If width is 0, it is as
// wide as its text.
type column struct {
	text  string
	width int
}

// line cleans the texts of columns, joins them with two spaces and removes trailing
// spaces. It cuts the line to width cells, the width of the terminal; if width is 0,
// the output is a pipe and nothing is cut.
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
