// Package cell fits one line of plain text into cells of the terminal.
//
// Terminals count cells in one of two ways: by grapheme cluster, or by code
// point. The results differ for emoji that are joined from several. Fit and Cut
// reduce such a cluster to its first character, for which they agree, so that
// the text to the right does not shift.
package cell

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Ellipsis marks where text was cut.
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
	return ansi.Truncate(agreed(s), w, Ellipsis)
}

// agreed returns s with each cluster on which terminals disagree reduced to
// its first character.
func agreed(s string) string {
	if !strings.ContainsFunc(s, joined) {
		return s
	}
	var b strings.Builder
	for g := uniseg.NewGraphemes(s); g.Next(); {
		cluster := g.Str()
		if !same(cluster) {
			_, n := utf8.DecodeRuneInString(cluster)
			cluster = cluster[:n]
		}
		if !same("a" + cluster) { // half a flag, or a mark that would join the letter before it
			cluster = string(utf8.RuneError)
		}
		b.WriteString(cluster)
	}
	return b.String()
}

// Fit returns s in exactly w cells: cut, or padded with spaces at the end.
func Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	s = Cut(s, w)
	return s + spaces(w-Width(s))
}

// Ends puts left and right at the ends of a line of w cells. If both do not fit,
// left is cut.
func Ends(left, right string, w int) string {
	right = Cut(right, w)
	room := w - Width(right)
	if room < 2 {
		return Fit(right, w)
	}
	return Fit(left, room-1) + " " + right
}

// Count writes n with a comma between thousands.
func Count(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// joined reports whether r may be part of a cluster on which terminals disagree:
// an emoji, their joiner or their selector.
func joined(r rune) bool { return r >= 0x1f1e6 || r == 0x200d || r == 0xfe0f || r == 0x20e3 }

func same(s string) bool { return ansi.StringWidth(s) == ansi.StringWidthWc(s) }

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
