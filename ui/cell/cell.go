// Package cell fits one line of plain text into cells of the terminal, by
// grapheme, as the renderer counts them.
package cell

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Ellipsis stands where text was cut.
const Ellipsis = "…"

// Width is the number of cells that s takes.
func Width(s string) int {
	if printable(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// Cut returns s in at most w cells, with an ellipsis where it was cut.
func Cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case printable(s) && len(s) <= w:
		return s
	case printable(s):
		return s[:w-1] + Ellipsis
	}
	return ansi.Truncate(s, w, Ellipsis)
}

// Fit returns s in exactly w cells: cut, or filled with spaces at the end.
func Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	s = Cut(s, w)
	return s + spaces(w-Width(s))
}

// Ends puts left and right at the ends of a line of w cells; where both do
// not fit, left is cut.
func Ends(left, right string, w int) string {
	right = Cut(right, w)
	room := w - Width(right)
	if room < 2 {
		return Fit(right, w)
	}
	return Fit(left, room-1) + " " + right
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }

// printable reports whether each byte of s is one cell.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
