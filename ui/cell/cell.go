// Package cell fits one line of plain text into cells of the terminal.
//
// Terminals count cells in one of two ways: by code point or by grapheme cluster.
// The results differ for Hindi, Thai, half-width katakana and emoji that are
// composed of several characters. The package counts as the renderer does: by code
// point until the terminal reports that it can count by cluster (mode 2027). Some
// terminals draw an emoji in the cells of its cluster and do not report that. So Fit
// and Cut reduce such an emoji to its first character, for which both ways agree,
// and the text to the right does not shift.
package cell

import (
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"

	"dateline/feed/clean"
)

// Ellipsis marks the place where text was cut.
const Ellipsis = "…"

// method is the current way to count. The terminal is one for the whole process, and
// so is its way to count.
var method atomic.Uint32

// Method returns the way in which cells are counted: by code point, unless SetMethod
// has changed it. It may be called from any goroutine.
func Method() ansi.Method { return ansi.Method(method.Load()) }

// SetMethod changes the way in which cells are counted. It may be called from any
// goroutine. Text that was cut or padded before may have the wrong width.
func SetMethod(m ansi.Method) { method.Store(uint32(m)) }

// Width returns the number of cells of s.
func Width(s string) int {
	if printable(s) {
		return len(s)
	}
	return Method().StringWidth(s)
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
	return truncate(unambiguous(s), w, Method())
}

// truncate is Cut for a width that is not 0. The function of the same name in
// package ansi decides by clusters whether text fits, whatever the method.
func truncate(s string, w int, m ansi.Method) string {
	if m.StringWidth(s) <= w {
		return s
	}
	room := w - 1 // for the ellipsis
	for i := 0; i < len(s); {
		cluster, n := ansi.FirstGraphemeCluster(s[i:], m)
		if n > room {
			return s[:i] + Ellipsis
		}
		room -= n
		i += len(cluster)
	}
	return s
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

// unambiguous returns s with each emoji whose width differs between terminals reduced
// to its first character, and without breaks that show nothing.
func unambiguous(s string) string {
	s = strings.ReplaceAll(s, string(clean.Break), "")
	if !strings.ContainsFunc(s, emoji) {
		return s
	}
	var b strings.Builder
	for g := uniseg.NewGraphemes(s); g.Next(); {
		b.WriteString(reduced(g.Str()))
	}
	return b.String()
}

// reduced returns a cluster, or only its first character if the cluster is an emoji
// whose width differs between terminals.
func reduced(cluster string) string {
	if !strings.ContainsFunc(cluster, emoji) {
		return cluster
	}
	if !sameWidth(cluster) {
		_, n := utf8.DecodeRuneInString(cluster)
		cluster = cluster[:n]
	}
	if !sameWidth("a" + cluster) { // half a flag, or a mark that combines with the letter before it
		return string(utf8.RuneError)
	}
	return cluster
}

// Fit cuts s, or pads it with spaces at the end, to exactly w cells.
func Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	s = Cut(s, w)
	return s + spaces(w-Width(s))
}

// Join returns the parts that are not empty, with a middle dot between them.
func Join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
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

// emoji reports whether r may be part of an emoji of several characters.
func emoji(r rune) bool { return r >= 0x1f1e6 || r == 0xfe0f || r == 0x20e3 }

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
	if Width(s) <= w {
		return s
	}
	for s != "" && Width(s) >= w {
		cluster, _ := ansi.FirstGraphemeCluster(s, Method())
		s = s[len(cluster):]
	}
	return Ellipsis + s
}
