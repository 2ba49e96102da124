package wire

import "dateline/feed/wire/line"

// sheet holds the lines of one file. Methods that read a part take line numbers and return
// the part and the line after it.
type sheet struct {
	lines   []string
	columns bool // some of the lines may be set in columns
	sent    bool // the text had an envelope
	noTable int  // the lines before this one are in no table
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
