package wire

import (
	"strings"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// isNotice reports whether s is a line about rights, such as "Copyright 2024".
func isNotice(s string) bool {
	return noticeStarts().BeginsLower(strings.TrimLeft(line.Head(s, 40), " <([※"))
}

// noticeStarts are the beginnings, in lower case, of such a line.
var noticeStarts = words.FinderOf("rights notice")

// trailer returns the line after the body of a story that has no end mark. The run of
// sign-off, keywords and related headlines at the end of the file is not part of it.
func (sh *sheet) trailer(from, to int) int {
	r := run{start: to}
	i := sh.last(from, to) - 1
	for i > from && r.add(sh, i, from) {
		i = sh.last(from, r.start) - 1
	}
	if i <= from {
		r.items = min(r.items, 1) // there would be no body
	}
	return sh.trailerStart(r, to, max(i, from))
}

// run is the run of lines that ends a file, read backwards.
type run struct {
	start int
	sure  int // headings and lone dashes, which no body has
	items int // lines "- Headline", which a list in a body may have too
}

// add adds line i, and a lone dash above it, to the run. It returns false if the line
// belongs to the body.
func (r *run) add(sh *sheet, i, from int) bool {
	text := strings.TrimSpace(sh.lines[i])
	if above := sh.dashAbove(i, from); above >= 0 {
		r.start = above
		r.sure++
		return true
	}
	_, isHead := section(text)
	_, isItem := marked(text)
	switch {
	case isHead:
		r.sure++
	case isItem && len(text) < itemBytes && !line.EndsSentence(text) && strings.Count(text, " ") > 2:
		r.items++
	case !endsFiles(text) && !sh.headAbove(i, from):
		return false
	}
	r.start = i
	return true
}

// endsFiles reports whether text may follow any story.
func endsFiles(text string) bool {
	return isSignOff(text) || isTagLine(text) || isKeywordHead(text) || isNotice(text) || isDashLine(text)
}

// trailerStart returns the first line of the run that is not part of the body. Before
// is the line above the run. A list of "- " items alone belongs to the body if before
// ends with a colon.
func (sh *sheet) trailerStart(r run, to, before int) int {
	start := r.start
	if r.sure > 0 || r.items == 0 {
		return start
	}
	if r.items >= 2 && !strings.HasSuffix(strings.TrimSpace(line.Tail(sh.lines[before], 16)), ":") {
		return start
	}
	for start < to {
		if _, ok := marked(sh.lines[start]); !ok && !line.Blank(sh.lines[start]) {
			return start
		}
		start++
	}
	return to
}

// dashAbove returns the line of the lone dash that the headline on line i, which may
// be wrapped, belongs to; -1 if there is none.
func (sh *sheet) dashAbove(i, from int) int {
	if len(sh.lines[i]) > itemBytes || isDashLine(sh.lines[i]) {
		return -1
	}
	for k := i - 1; k > from && k >= i-3; k-- {
		switch {
		case isDashLine(sh.lines[k]):
			return k
		case line.Blank(sh.lines[k]) && k == i-1:
		case k == i-1 && len(sh.lines[k]) <= itemBytes && line.Cells(sh.lines[k]) >= wrapCells && !line.EndsSentence(sh.lines[k]):
		default:
			return -1
		}
	}
	return -1
}

// headAbove reports whether line i is in a list of plain lines under a heading for
// related headlines, at most 30 lines above.
func (sh *sheet) headAbove(i, from int) bool {
	for k := i; k > from && k > i-30; k-- {
		text := strings.TrimSpace(sh.lines[k])
		if _, ok := section(text); ok {
			return k < i
		}
		if text != "" && !headlineShaped(text) {
			return false
		}
	}
	return false
}
