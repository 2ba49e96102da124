package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/dateline"
	"dateline/feed/wire/line"
)

// noteAt reads the note that begins on line i. It also returns the line after the note,
// which ends before line end. Above is true for a note between headline and dateline.
func (sh *sheet) noteAt(i, end int, above bool) (n story.Note, next int) {
	next = sh.noteEnd(i, end, above)
	return ReadNote(unmarked(sh.lines[i:next]), line.Span(i, next)), next
}

// noteEnd returns the line after the note that begins on line i: after the bracket that
// closes it, after "<", or before the next part.
func (sh *sheet) noteEnd(i, end int, above bool) int {
	switch s := strings.TrimSpace(sh.lines[i]); {
	case strings.HasPrefix(s, "("):
		if next := sh.closing(i, end); next > i {
			return next
		}
	case strings.HasPrefix(s, "^") && strings.HasSuffix(s, "<"):
		return i + 1
	}
	j := i + 1
	for j < end && j < i+noteLines && sh.noteGoesOn(i, j, above) {
		j++
	}
	return j
}

// noteGoesOn reports whether the note that begins on line i continues on line j: line j
// begins with a small letter, or the line above it is full. If the line above ends a
// sentence, only a note above the dateline continues.
func (sh *sheet) noteGoesOn(i, j int, above bool) bool {
	prev, next := strings.TrimSpace(line.Tail(sh.lines[j-1], noteBytes)), strings.TrimSpace(line.Head(sh.lines[j], noteBytes))
	if next == "" || next[0] == '^' || strings.HasSuffix(prev, "<") || sh.endsNote(i, j, next) {
		return false
	}
	if strings.HasPrefix(strings.TrimSpace(sh.lines[i]), "^") {
		return true
	}
	full, ended := line.Cells(prev) >= fullCells && line.Cells(prev) <= maxCells, line.EndsSentence(prev)
	if line.StartsLower(next) {
		return full || !ended
	}
	return full && (above || !ended)
}

// endsNote reports whether line j, which shows next, is a part of its own below the note
// that begins on line i.
func (sh *sheet) endsNote(i, j int, next string) bool {
	if isByline(next) || isNote(next) || isLineNote(next) || line.Indent(sh.lines[j]) > line.Indent(sh.lines[i])+1 {
		return true
	}
	_, ok := dateline.Cut(next)
	return ok
}

// closing returns the line after the bracket that closes the one on line i, or i if
// there is none.
func (sh *sheet) closing(i, end int) int {
	depth, size := 0, 0
	for j := i; j < end && j < i+noteLines && size < noteBytes && (j == i || !line.Blank(sh.lines[j])); j++ {
		size += len(sh.lines[j])
		depth += strings.Count(sh.lines[j], "(") - strings.Count(sh.lines[j], ")")
		if depth <= 0 {
			return j + 1
		}
	}
	return i
}
