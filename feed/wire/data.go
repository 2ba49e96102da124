package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const (
	dataLines   = 1 << 17 // a file with more lines may be data and not a story
	dataAverage = 16      // it is data if its lines have fewer bytes than this on average
)

// isData reports whether text is data and not a story: it has very many short lines. A
// block for each of millions of lines would take a gigabyte.
func isData(text string) bool {
	return len(text) > dataLines && len(text) < dataAverage*strings.Count(text, "\n") && strings.Count(text, "\n") > dataLines
}

// dataStory returns the story of a data file: one block with all its text.
func dataStory(text string, o Origin) *story.Story {
	d := newDraft(&sheet{}, o)
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
	if o.Headline.Text != "" {
		d.story.Headline = o.Headline
	}
	d.addStamp(o.Sent, o.Sent.Day != 0)
	d.date(o)
	d.story.Doubts = append(d.story.Doubts, doubts(d.story)...)
	sortDoubts(d.story)
	d.doubt(story.Ambiguous, 1, "the file has too many short lines for a story and is shown as it is")
	return d.story
}
