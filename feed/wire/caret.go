package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const caretLines = 4 // the most lines of a headline with marks

// bare returns lines without the marks "^" and "<" that begin and end the lines of an
// ANPA desk.
func bare(lines []string) []string {
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

// markedEnd returns the line after a headline of several lines that begins on line i and
// ends with a mark, or i if there is none.
func (sh *sheet) markedEnd(i, end int) int {
	last := i
	caret := isCaret(strings.TrimSpace(line.Head(sh.lines[i], headlineBytes)))
	for ; ; last++ {
		if last == end || last == i+caretLines || line.Blank(sh.lines[last]) {
			return i
		}
		s := strings.TrimSpace(line.Head(sh.lines[last], headlineBytes))
		if endsMarked(s) || caret && strings.TrimRight(s, "<=") != s {
			break
		}
	}
	for k := i + 1; k <= last; k++ {
		s := strings.TrimSpace(line.Head(sh.lines[k], headlineBytes))
		switch {
		case isByline(s) && k == last && !caret:
			return k // the mark ends headline and byline
		case isCaret(s) || isByline(s) || isNote(s):
			return i
		}
	}
	return last + 1
}

// readCaretNote reads a line of an ANPA desk below the headline. Without a dateline it
// must be above the byline.
func readCaretNote(d *draft, i, end int) int {
	if !d.titled() || !isCaret(strings.TrimSpace(d.lines[i])) || d.lede.line < 0 && !d.bylineBelow(i, end) {
		return 0
	}
	return addNote(d, i, end)
}

// bylineBelow reports whether a byline follows line i and other marked lines.
func (sh *sheet) bylineBelow(i, end int) bool {
	for k := i + 1; k < end && k < i+noteLines; k++ {
		s := strings.TrimSpace(line.Head(sh.lines[k], bylineBytes))
		if isByline(strings.TrimLeft(s, "^")) {
			return true
		}
		if s != "" && !isCaret(s) {
			return false
		}
	}
	return false
}

// readCaretHeading reads a line of an ANPA desk in the body: a heading.
func readCaretHeading(d *draft, i, _ int) int {
	if strings.IndexByte(line.Head(d.lines[i], 8), '^') < 0 {
		return 0
	}
	s := strings.TrimSpace(line.Head(d.lines[i], headlineBytes))
	if !isCaret(s) || !endsMarked(s) {
		return 0
	}
	d.addBlock(story.Block{Kind: story.Heading, Text: unmarked(d.lines[i : i+1]), Span: line.Span(i, i+1)})
	return 1
}
