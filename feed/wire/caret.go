package wire

import (
	"slices"
	"strings"

	"dateline/feed/wire/line"
)

// bare returns lines without the marks "^" and "<" that begin and end the lines of an
// ANPA desk. It returns lines itself if no line has them.
func bare(lines []string) []string {
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.IndexByte(l, '^') >= 0 }) {
		return lines
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l
		if t := strings.TrimSpace(l); strings.HasPrefix(t, "^") {
			if stripped := strings.TrimRight(strings.TrimLeft(t, "^"), "<"); !line.Blank(stripped) {
				out[i] = stripped
			}
		}
	}
	return out
}

// unmarked returns the text of marked lines without any of their marks.
func unmarked(lines []string) string {
	text := line.Join(bare(lines))
	if isCaret(strings.TrimSpace(lines[0])) || endsMarked(lines[len(lines)-1]) {
		text = strings.TrimRight(text, "<= ")
	}
	return text
}

// isCaret reports whether s is a line that an ANPA desk marked.
func isCaret(s string) bool { return strings.HasPrefix(s, "^") && len(s) > 1 }

// endsMarked reports whether s ends with the mark of a line of ANPA or IPTC copy.
func endsMarked(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasSuffix(s, " =") || isCaret(s) && (strings.HasSuffix(s, "<") || strings.HasSuffix(s, "="))
}
