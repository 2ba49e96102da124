package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// block returns the lines [i, j) as one block that keeps its line breaks.
func (sh *sheet) block(kind story.BlockKind, i, j int) story.Block {
	lines := make([]string, 0, j-i)
	base := line.Indent(sh.lines[i])
	for _, l := range sh.lines[i:j] {
		if line.Blank(l) {
			continue
		}
		if kind == story.List {
			l = dedent(l, base)
		}
		lines = append(lines, strings.TrimRight(l, " \t\r\f\v\u00a0\u3000"))
	}
	return story.Block{Kind: kind, Text: strings.Join(lines, "\n"), Span: line.Span(i, j)}
}

// prose returns the paragraph or caption on the lines [i, j). Agency is the story's
// own.
func (sh *sheet) prose(i, j int, agency string) story.Block {
	text, at := line.Join(sh.lines[i:j]), line.Span(i, j)
	if isCaption(text, agency) {
		return ReadCaption(text, agency, at)
	}
	return story.Block{Kind: story.Paragraph, Text: text, Span: at}
}

// quoteEnd returns the line after the lines "> …" that begin on line i.
func (sh *sheet) quoteEnd(i, to int) int {
	for i < to && strings.HasPrefix(sh.lines[i], ">") {
		i++
	}
	return i
}

// quote returns the block of the lines "> …" from i to j.
func (sh *sheet) quote(i, j int) story.Block {
	lines := make([]string, 0, j-i)
	for _, l := range sh.lines[i:j] {
		lines = append(lines, strings.TrimLeft(l, "> "))
	}
	if text := line.Join(lines); text != "" {
		return story.Block{Kind: story.Quote, Text: text, Span: line.Span(i, j)}
	}
	return story.Block{Kind: story.Paragraph, Text: line.Join(sh.lines[i:j]), Span: line.Span(i, j)}
}

const headingCells = 64 // the longest sub-heading

// headings finds the sub-headings among the paragraphs of blocks: short ones between
// longer ones, or above a list.
func (sh *sheet) headings(blocks []story.Block) {
	ended, all := 0, 0
	for i := range blocks {
		if blocks[i].Kind != story.Paragraph {
			continue
		}
		switch {
		case line.EndsSentence(blocks[i].Text):
			ended++
			all++
		case i+1 == len(blocks) || blocks[i+1].Kind != story.List:
			all++
		}
	}
	for i := 1; i < len(blocks); i++ {
		b := &blocks[i]
		if b.Kind != story.Paragraph {
			continue
		}
		if i+1 < len(blocks) && ended*2 >= all-ended && sh.isHeading(b, &blocks[i-1], &blocks[i+1]) {
			b.Kind = story.Heading
		}
	}
}

// isHeading reports whether b, between prev and next, is a sub-heading.
func (sh *sheet) isHeading(b, prev, next *story.Block) bool {
	if b.Span.First != b.Span.Last || len(b.Text) > line.MostBytes*headingCells || line.Cells(b.Text) > headingCells || strings.Count(b.Text, " ") > 9 || line.EndsSentence(b.Text) && !sh.isQuestion(b) || line.StartsLower(b.Text) {
		return false
	}
	if strings.ContainsAny(b.Text[len(b.Text)-1:], ",;:-") || strings.ContainsAny(line.Head(b.Text, 3), "\"“'‘(") || strings.Contains(b.Text, "@") {
		return false
	}
	if prev.Kind == story.Heading {
		return false
	}
	return (next.Kind != story.Paragraph || len(next.Text) > len(b.Text) && line.EndsSentence(next.Text)) && !isRow(b.Text)
}

// isQuestion reports whether b is a short question between blank lines, such as "What
// happens next?".
func (sh *sheet) isQuestion(b *story.Block) bool {
	i := b.Span.First - 1
	return strings.HasSuffix(b.Text, "?") && questions()[line.FirstWord(b.Text)] && strings.Count(b.Text, " ") < 8 && line.FirstSentence(b.Text) == b.Text &&
		i > 0 && line.Blank(sh.lines[i-1]) && i+1 < len(sh.lines) && line.Blank(sh.lines[i+1])
}

// questions are the first words of a sub-heading that is a question.
var questions = words.Set("question")

// dedent removes at most n columns of white space from the beginning of s.
func dedent(s string, n int) string {
	for i, r := range s {
		if n <= 0 || line.Indent(string(r)) == 0 {
			return s[i:]
		}
		n -= line.Indent(string(r))
	}
	return ""
}
