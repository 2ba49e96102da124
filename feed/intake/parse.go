package intake

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// parse takes the first line for the headline and every other for a paragraph.
func parse(text string, f File) *story.Story {
	s := &story.Story{Date: dated(f.ModTime)}
	for i, line := range strings.Split(text, "\n") {
		line = clean.Line(line)
		span := story.Span{First: i + 1, Last: i + 1}
		switch {
		case line == "":
		case s.Headline.Text == "":
			s.Headline = story.Headline{Text: line, Title: line, Kind: story.Plain, Take: story.TakeFirst, Span: span}
		default:
			s.Body = append(s.Body, story.Block{Kind: story.Paragraph, Text: line, N: len(s.Body) + 1, Span: span})
		}
	}
	return s
}
