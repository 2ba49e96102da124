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

// isData reports whether text is many lines with little on them, and so no
// story. A block, or a related headline, for each of millions of lines
// would take a gigabyte.
func isData(text string) bool {
	return len(text) > dataLines && len(text) < dataAverage*strings.Count(text, "\n") && strings.Count(text, "\n") > dataLines
}

// dataStory is the story of such a text: all of it in one block, as it stands.
func dataStory(text string, o Origin) *story.Story {
	d := newDraft(&sheet{})
	n := strings.Count(text, "\n")
	if !strings.HasSuffix(text, "\n") {
		n++
	}
	body := strings.TrimRight(text, " \t\n")
	if strings.IndexFunc(body, line.Visible) >= 0 {
		d.addBlock(story.Block{Kind: story.Code, Text: body, Span: line.Span(0, n)})
	}
	first, _, _ := strings.Cut(strings.TrimLeft(line.Head(text, line.SentenceBytes), " \t\n"), "\n")
	first = line.Fold(first)
	d.story.Headline = story.Headline{Text: first, Title: first, Kind: story.Plain, Take: story.TakeFirst, Standin: true, Span: line.Span(0, 1)}
	d.date(o)
	d.story.Doubts = append(d.story.Doubts, doubts(d.story)...)
	sortDoubts(d.story)
	d.doubt(story.Ambiguous, 1, "so many short lines are no story: they are shown as they stand")
	return d.story
}
