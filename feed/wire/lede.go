package wire

import (
	"strings"

	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dateline"
	"dateline/feed/wire/line"
)

const topLines = 60 // lines that are searched for the dateline

// lede is the dateline that was found and the line that it begins on, -1 if there is none.
type lede struct {
	dateline.Opening

	line   int
	broken bool // the dateline continues in the line below
}

// findDateline finds the dateline in the lines [from, end). It stops at the first line
// that is prose.
func (sh *sheet) findDateline(from, end int) lede {
	chunk := 0
	for i := sh.next(from); i < end && i < from+topLines; i++ {
		line := strings.TrimSpace(sh.lines[i])
		if line == "" {
			chunk = 0
			continue
		}
		chunk++
		if isNote(line) {
			i, chunk = sh.noteEnd(i, end, true)-1, 0
			continue
		}
		if isByline(line) {
			chunk = 0
		}
		if line[0] == '^' || calendar.IsSent(line) {
			continue
		}
		if o, ok := sh.cutDateline(line); ok {
			return lede{Opening: o, line: i}
		}
		if o, ok := sh.wrappedDateline(i, end); ok {
			return lede{Opening: o, line: i, broken: true}
		}
		if isProse(line, chunk, sh.topChunk()) {
			return lede{line: -1}
		}
	}
	return lede{line: -1}
}

// cutDateline reads the dateline that the line s begins with.
func (sh *sheet) cutDateline(s string) (dateline.Opening, bool) {
	if sh.sent {
		return dateline.CutSigned(s)
	}
	return dateline.Cut(s)
}

// topChunk returns the most lines without a blank line between them that may be above
// the dateline.
func (sh *sheet) topChunk() int {
	if sh.sent { // headline, notes and byline follow each other
		return 12
	}
	return 4
}

// wrappedDateline reads a dateline that continues in the next line.
func (sh *sheet) wrappedDateline(i, end int) (dateline.Opening, bool) {
	s := strings.TrimSpace(sh.lines[i])
	if len(s) > 90 || i+1 >= end || line.Blank(sh.lines[i+1]) || s[0] == '(' && !line.IsCJK(s) {
		return dateline.Opening{}, false
	}
	if _, ok := dateline.Cut(strings.TrimSpace(sh.lines[i+1])); ok {
		return dateline.Opening{}, false
	}
	o, ok := dateline.Cut(line.Head(line.Join(sh.lines[i:i+2]), 2*dateline.MaxBytes))
	return o, ok && len(o.Text) > len(line.Fold(s))
}

// isProse reports whether the line s shows that no dateline follows: it is a paragraph,
// or more than most lines of one. Chunk is the number of the line since the last blank
// one.
func isProse(s string, chunk, most int) bool {
	if isNote(s) || isByline(s) {
		return false
	}
	if _, item := marked(s); item || s[0] == '^' || s[0] == '(' && chunk < noteLines {
		return false
	}
	if len(s) > captionBytes {
		return true
	}
	long := line.Cells(s) >= 120 && line.EndsSentence(s)
	return (long || chunk > most) && !isCaption(s, "")
}
