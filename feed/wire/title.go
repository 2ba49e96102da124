package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

const (
	headlineBytes = 1000 // the longest headline
	headlineCells = 250  // the widest headline
	caretLines    = 4    // the most lines of a headline with marks
)

// isParagraph reports whether line i, the first of a story without a dateline, belongs to
// the body: it is too long for a headline, or has sentences.
func (sh *sheet) isParagraph(i, end int) bool {
	s := sh.lines[i]
	if len(s) > headlineBytes || line.Cells(s) > headlineCells {
		return true
	}
	if j := sh.listEnd(i, end); j > i+1 {
		return true
	}
	if sh.tableEnd(i, end) > i {
		return true
	}
	if sh.aloneEnd(i, end) > i || line.IsUpper(s) && sh.next(i+1) >= end && line.Cells(s) <= longCells {
		return false
	}
	if sh.openingAt(i, end) != withTitle {
		return true
	}
	text := line.Fold(s)
	if isTitled(text) || !line.EndsSentence(text) || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "...") {
		return len(line.FirstSentence(text)) < len(text) && line.Cells(text) > 160 && line.EndsSentence(text)
	}
	return line.Cells(text) > 110 || len(line.FirstSentence(text)) < len(text)
}

func isTitled(text string) bool { return len(headline.Read(text).Tags) > 0 }

// headlineAt reads the headline that begins on line i. It may be wrapped, or have a tag
// on a line of its own above it. Below is the line of the dateline, -1 if there is none.
func (sh *sheet) headlineAt(i, end, below int) (h story.Headline, next int) {
	next = i + 1
	if isTagOnly(strings.TrimSpace(sh.lines[i])) {
		if k := sh.next(next); k < end && k <= i+2 && !line.Blank(sh.lines[k]) {
			next = k + 1
		}
	}
	if marked := sh.markedEnd(i, end); marked > i {
		next = max(next, marked)
	} else {
		for next < end && next < i+4 && sh.headlineWraps(i, next, end, below) {
			next++
		}
	}
	if below < 0 {
		next = max(next, sh.aloneEnd(i, end))
	}
	h = headline.Read(unmarked(sh.lines[i:next]))
	next = sh.repeatEnd(i, next, end)
	h.Span = line.Span(i, next)
	return h, next
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

// isTagOnly reports whether the line is one tag in brackets and nothing else.
func isTagOnly(s string) bool {
	closer, ok := line.Bracket(s)
	if !ok || len(s) > headline.MaxTag || !strings.HasSuffix(s, closer) || strings.Count(s, closer) != 1 {
		return false
	}
	_, known := headline.ReadTag(strings.Trim(s, "()[]<>【】［］（）〔〕〈〉《》＜＞ "))
	return known
}

// headlineWraps reports whether line j continues the headline that begins on line i.
func (sh *sheet) headlineWraps(i, j, end, below int) bool {
	prev, next := strings.TrimSpace(sh.lines[j-1]), strings.TrimSpace(sh.lines[j])
	if next == "" || prev == "" || len(next) > headlineCells || isOtherPart(next) || line.EndsSentence(next) || line.EndsSentence(prev) {
		return false
	}
	if strings.EqualFold(next, strings.TrimSpace(sh.lines[i])) {
		return false // the headline is repeated
	}
	if line.StartsLower(next) && line.Cells(prev) >= wrapCells {
		return true
	}
	stops := j+1 >= end || line.Blank(sh.lines[j+1]) || below == j+1 || sh.sent && sh.beginsPart(j+1)
	if !stops || line.Cells(prev) < 40 || line.Cells(next) > line.Cells(prev)+10 || line.Cells(sh.lines[i]) > 90 {
		return false
	}
	return line.IsUpper(prev) == line.IsUpper(next) && len(headline.Read(next).Tags) == 0 && wrapsHere(prev, next)
}

// beginsPart reports whether line i, below a headline, is another part or indented more.
func (sh *sheet) beginsPart(i int) bool {
	s := strings.TrimSpace(line.Head(sh.lines[i], headlineBytes))
	return isOtherPart(s) || line.Indent(sh.lines[i]) > line.Indent(sh.lines[i-1])
}

// isOtherPart reports whether the line below a headline is another part.
func isOtherPart(line string) bool {
	_, item := marked(line)
	return item || line[0] == '^' || isTopNote(line) || isByline(line) || calendar.IsSent(line) || isCaption(line, "")
}

// wrapsHere reports whether the first word of next would have made prev longer
// than headlines are wrapped at.
func wrapsHere(prev, next string) bool {
	return line.Cells(prev)+1+line.Cells(line.FirstWord(next)) > 60
}
