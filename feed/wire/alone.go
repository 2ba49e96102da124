package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const (
	aloneLines = 4  // lines of a headline that has no text below it
	fullCells  = 45 // a line of wrapped text is at least as wide, except the last
	capsCells  = 20 // a line in capitals of this width may go on in the next line
)

// aloneEnd returns the line after the headline on line i of a file that is nothing but a
// headline of several lines, as a flash may be; i if there is no such headline. The text
// ends before line end.
func (sh *sheet) aloneEnd(i, end int) int {
	k := i
	for k < end && k <= i+aloneLines && !line.Blank(sh.lines[k]) {
		k++
	}
	if k < i+2 || k > i+aloneLines || sh.next(k) < end || line.Cells(line.Join(sh.lines[i:k])) > headlineCells {
		return i
	}
	capitals := inCapitals(sh.lines[i])
	if !capitals && line.EndsSentence(sh.lines[k-1]) && (k > i+2 || !line.StartsLower(strings.TrimSpace(sh.lines[i+1]))) {
		return i // a paragraph
	}
	for j := i + 1; j < k; j++ {
		if next := strings.TrimSpace(sh.lines[j]); isOtherPart(next) && !strings.HasPrefix(next, "- ") || isRow(next) && strings.Contains(next, "  ") || !sh.goesOn(j, capitals) {
			return i
		}
	}
	return k
}

// goesOn reports whether line j of a short file continues the headline of the line above
// it, in capitals or not: that line has no room for the first word of line j, or line j
// does not begin with a capital letter.
func (sh *sheet) goesOn(j int, capitals bool) bool {
	prev, next := strings.TrimSpace(sh.lines[j-1]), strings.TrimSpace(sh.lines[j])
	least := wrapCells
	if capitals {
		least = capsCells
	}
	if strings.EqualFold(prev, next) || line.Cells(prev) < least || capitals != (inCapitals(next) || strings.ToUpper(next) == next) {
		return false
	}
	full := line.Cells(prev)+1+line.Cells(line.FirstWord(next)) >= fullCells
	if capitals {
		return full || !line.EndsSentence(next)
	}
	first, _ := utf8.DecodeRuneInString(next)
	return !line.EndsSentence(prev) && (full || !unicode.IsUpper(first))
}

// inCapitals reports whether most letters of s are capitals. In some copy a word such as
// "and" is not.
func inCapitals(s string) bool {
	capitals, small := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		}
	}
	return capitals+small > 0 && capitals >= 4*small
}

// opening is how the text of a file without a dateline begins.
type opening int

const (
	withTitle    opening = iota // with a headline, unless other rules say a paragraph
	withLede                    // with a wrapped paragraph
	perhapsTitle                // with a wrapped paragraph whose first line may be a headline
)

// openingAt returns how the text on line i begins. Wrapped lines are a paragraph if the
// last of them ends a sentence. The text ends before line end.
func (sh *sheet) openingAt(i, end int) opening {
	first := sh.lines[i]
	if line.Cells(strings.TrimSpace(first)) < wrapCells || line.Cells(first) > maxCells {
		return withTitle
	}
	k, width := sh.runEnd(i, end)
	if width > maxCells || k < i+2 || !line.EndsSentence(sh.lines[k-1]) {
		return withTitle
	}
	next := strings.TrimSpace(sh.lines[i+1])
	if isOtherPart(next) || line.IsUpper(first) && !line.IsUpper(next) || isTitled(line.Fold(first)) {
		return withTitle
	}
	if line.Indent(first) > line.Indent(sh.lines[i+1]) && line.Cells(first)*3 >= width*2 {
		return withLede
	}
	return sh.flushOpening(i, k, width, end)
}

// flushOpening is openingAt for the lines [i, k), which are not indented.
func (sh *sheet) flushOpening(i, k, width, end int) opening {
	first, next := line.Fold(sh.lines[i]), strings.TrimSpace(sh.lines[i+1])
	if line.Cells(first) < fullCells || line.EndsSentence(first) {
		return withTitle
	}
	sentences := len(line.FirstSentence(first)) < len(first)
	last := strings.TrimSpace(sh.lines[k-1])
	stops := strings.HasSuffix(last, ".") && !strings.HasSuffix(last, "..") && sh.next(k) < end
	switch full := line.Cells(first)+1+line.Cells(line.FirstWord(next)) > width; {
	case line.StartsLower(next) && (k > i+2 || sentences || stops):
		return withLede
	case k == i+2 || !full:
		return withTitle
	case sentences:
		return withLede
	}
	return perhapsTitle
}

// runEnd returns the line after the lines from i on that follow each other without a
// blank line or an indent, and the width of the widest of them.
func (sh *sheet) runEnd(i, end int) (k, width int) {
	for k = i; k < end && k < i+noteLines && !line.Blank(sh.lines[k]); k++ {
		if k > i && line.Indent(sh.lines[k]) > min(line.Indent(sh.lines[i]), line.Indent(sh.lines[i+1])) {
			break
		}
		if width = max(width, line.Cells(line.Head(sh.lines[k], 4*maxCells))); width > maxCells {
			break
		}
	}
	return k, width
}

// repeatEnd returns the line after the headline on the lines [i, next) and its
// repetition directly below; next if there is none. The repetition ends before line end.
func (sh *sheet) repeatEnd(i, next, end int) int {
	k := sh.next(next)
	to := k + next - i
	if to > end || !sameStart(sh.lines[i], sh.lines[k]) || !strings.EqualFold(line.Join(bare(sh.lines[i:next])), line.Join(bare(sh.lines[k:to]))) {
		return next
	}
	return to
}

// sameStart reports, as a quick test, whether two lines may have the same text.
func sameStart(a, b string) bool {
	const marks, bytes = "^ \t", 8
	a, b = strings.TrimLeft(a, marks), strings.TrimLeft(b, marks)
	return len(a) < bytes || len(b) < bytes || strings.EqualFold(a[:bytes], b[:bytes])
}

// tableTitle returns the words above or before the columns of the table text, which stand
// in for a headline. A label of the first figures is not part of them.
func tableTitle(text string) string {
	first, rest, _ := strings.Cut(text, "\n")
	cells := line.Cut(strings.TrimSpace(first))
	title := line.Fold(cells[0])
	if words := strings.Fields(title); len(cells) > 1 && len(words) > 3 {
		if label := line.Cut(strings.TrimSpace(rest))[0]; !strings.Contains(label, " ") {
			title = strings.Join(words[:len(words)-1], " ")
		}
	}
	if strings.Count(title, " ") < 2 {
		return ""
	}
	return title
}

// standIn returns the first sentence of the body, or the title of a table, as a headline.
func standIn(body []story.Block) story.Headline {
	h := story.Headline{Kind: story.Plain, Take: story.TakeFirst, Standin: true}
	for i := range body {
		b := &body[i]
		text, _, _ := strings.Cut(b.Text, "\n")
		if b.Kind == story.Code {
			text = tableTitle(b.Text)
		}
		if text == "" {
			continue
		}
		h.Text = line.FirstSentence(text)
		h.Title, h.Span = h.Text, b.Span
		break
	}
	return h
}
