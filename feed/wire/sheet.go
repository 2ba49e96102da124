package wire

import (
	"strings"

	"dateline/feed/wire/dateline"
	"dateline/feed/wire/line"
)

// sheet holds the lines of one file. Methods that read a part take line numbers and return
// the part and the line after it.
type sheet struct {
	lines   []string
	columns bool // some of the lines may be set in columns
	sent    bool // the text had an envelope
	noTable int  // the lines before this one are in no table
	opened  opened
}

// opened is the dateline that the last line has, which opening looked at.
type opened struct {
	dateline.Opening

	after int // the line below it
	ok    bool
}

// opening reads the dateline that line i begins with. It keeps the last one, because each
// line is looked at from the line above it first.
func (sh *sheet) opening(i int) (dateline.Opening, bool) {
	if last := &sh.opened; last.after != i+1 {
		last.Opening, last.ok = dateline.Cut(strings.TrimSpace(sh.lines[i]))
		last.after = i + 1
	}
	return sh.opened.Opening, sh.opened.ok
}

func newSheet(text string) *sheet {
	return &sheet{lines: line.Split(text), columns: line.MayHaveColumns(text)}
}

// next returns the first line from i on that is not blank.
func (sh *sheet) next(i int) int {
	for i < len(sh.lines) && line.Blank(sh.lines[i]) {
		i++
	}
	return i
}

// last returns the end of the lines [from, to) without the blank ones at their end.
func (sh *sheet) last(from, to int) int {
	for to > from && line.Blank(sh.lines[to-1]) {
		to--
	}
	return to
}
