// Package cell fits one line of plain text into cells of the terminal.
//
// Terminals count cells in one of two ways: by grapheme cluster or by code point.
// The results differ for emoji that are composed of several characters. Fit and Cut
// reduce such a cluster to its first character, for which the results are equal, so
// that the text to the right does not shift.
package cell

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Ellipsis marks the place where text was cut.
const Ellipsis = "…"

// Width returns the number of cells of s.
func Width(s string) int {
	if printable(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// Cut cuts s to at most w cells. A cut string ends with an ellipsis.
func Cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case printable(s) && len(s) <= w:
		return s
	case printable(s):
		return s[:w-1] + Ellipsis
	}
	return ansi.Truncate(unambiguous(s), w, Ellipsis)
}

// Brief cuts s to at most w cells, like Cut, but first shortens the paths in it to
// their last element, so that the words after a path survive.
func Brief(s string, w int) string {
	if Width(s) <= w {
		return s
	}
	words := strings.Split(s, " ")
	for i, word := range words {
		if base := strings.LastIndexByte(word, '/'); strings.Count(word, "/") > 1 {
			words[i] = Ellipsis + word[base:]
		}
	}
	return Cut(strings.Join(words, " "), w)
}

// unambiguous returns s with each cluster whose width differs between terminals
// reduced to its first character.
func unambiguous(s string) string {
	if !strings.ContainsFunc(s, ambiguous) {
		return s
	}
	var b strings.Builder
	for g := uniseg.NewGraphemes(s); g.Next(); {
		cluster := g.Str()
		if !sameWidth(cluster) {
			_, n := utf8.DecodeRuneInString(cluster)
			cluster = cluster[:n]
		}
		if !sameWidth("a" + cluster) { // half a flag, or a mark that combines with the letter before it
			cluster = string(utf8.RuneError)
		}
		b.WriteString(cluster)
	}
	return b.String()
}

// Fit cuts s, or pads it with spaces at the end, to exactly w cells.
func Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	s = Cut(s, w)
	return s + spaces(w-Width(s))
}

// Right returns s in at least w cells, padded with spaces at the start.
func Right(s string, w int) string { return spaces(w-Width(s)) + s }

// Ends returns a line of w cells with left and right at its ends. If they do not
// both fit, left is cut.
func Ends(left, right string, w int) string {
	right = Cut(right, w)
	room := w - Width(right)
	if room < 2 {
		return Fit(right, w)
	}
	return Fit(left, room-1) + " " + right
}

// Count formats n with commas between thousands.
func Count(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// ambiguous reports whether r may be part of a cluster whose width differs between
// terminals: an emoji, a joiner or a variation selector.
func ambiguous(r rune) bool { return r >= 0x1f1e6 || r == 0x200d || r == 0xfe0f || r == 0x20e3 }

// sameWidth reports whether both ways to count the cells of s agree.
func sameWidth(s string) bool { return ansi.StringWidth(s) == ansi.StringWidthWc(s) }

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

// CutStart returns s in at most w cells, with an ellipsis where its start was cut.
func CutStart(s string, w int) string {
	if n := Width(s); n > w {
		return ansi.TruncateLeft(s, n-w+1, Ellipsis)
	}
	return s
}
