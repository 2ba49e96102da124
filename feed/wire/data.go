package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const (
	dataLines   = 1 << 17 // lines of a file that may be no story
	dataAverage = 16      // bytes of a line, on average, below which it is none
)

// isData reports whether text is so many lines with so little on them that it
// is no story. A block, or a related headline, for each of millions of lines
// would take a gigabyte.
func isData(text string) bool {
	return len(text) > dataLines && len(text) < dataAverage*strings.Count(text, "\n") && strings.Count(text, "\n") > dataLines
}

// asData is the story of such a text: all of it in one block, as it stands.
func asData(text string, o Origin) *story.Story {
	p := &parser{s: &story.Story{}, lede: -1}
	n := strings.Count(text, "\n")
	if !strings.HasSuffix(text, "\n") {
		n++
	}
	body := strings.TrimRight(text, " \t\n")
	if strings.IndexFunc(body, line.Visible) >= 0 {
		p.add(story.Block{Kind: story.Code, Text: body, Span: line.Span(0, n)})
	}
	first, _, _ := strings.Cut(strings.TrimLeft(line.Head(text, line.SentenceBytes), " \t\n"), "\n")
	first = line.Fold(first)
	p.s.Headline = story.Headline{Text: first, Title: first, Kind: story.Plain, Take: story.TakeFirst, Standin: true, Span: line.Span(0, 1)}
	p.date(o)
	p.doubts()
	p.doubt(story.Ambiguous, 1, "so many short lines are no story: they are shown as they stand")
	return p.s
}
