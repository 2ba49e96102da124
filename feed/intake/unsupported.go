package intake

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/language"
	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dating"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// titleBytes is the length of the longest headline that a file names.
const titleBytes = 2000

// finding is what is read from a file in a format that is only recognised.
type finding struct {
	title string   // its headline, "" if it names none
	dates []string // its times, in any notation; the first that can be read counts
	body  []story.Block
}

// unsupported returns the story of a file in a format that is only recognised. Name is
// the format as the doubt names it.
func unsupported(f File, c cleaned, name string, found finding) []*story.Story {
	s := &story.Story{Encoding: c.encoding, Language: language.Of(sample(found.body)), Body: found.body}
	if title := clean.Line(line.Head(found.title, titleBytes)); title != "" {
		s.Headline = headline.Read(title)
		if i := slices.IndexFunc(s.Body, func(b story.Block) bool { return b.Text == title }); i >= 0 {
			s.Headline.Span = s.Body[i].Span
			s.Body = slices.Delete(s.Body, i, i+1)
		}
	}
	number(s.Body)
	sent := firstMoment(found.dates)
	setDay(s, f, sent)
	s.Doubts = notRead(c, "The file is "+name+". Only its headline and its date are read; the text is shown as it is.")
	return []*story.Story{s}
}

// firstMoment returns the first of dates that can be read.
func firstMoment(dates []string) calendar.Day {
	for _, date := range dates {
		date = clean.Line(date)
		if d, ok := calendar.Moment(date); ok {
			return d
		}
		if d, ok := calendar.LineStamp(date); ok {
			return d
		}
	}
	return calendar.Day{}
}

// notRead returns the doubts of a file in a format that is only recognised. Invisible
// characters are usual in such formats.
func notRead(c cleaned, detail string) []story.Doubt {
	return append(withoutEscapes(c.doubts), story.Doubt{Problem: story.Unsupported, Detail: detail})
}

// withoutEscapes returns doubts without those about invisible characters.
func withoutEscapes(doubts []story.Doubt) []story.Doubt {
	return slices.DeleteFunc(doubts, func(d story.Doubt) bool { return d.Problem == story.Escapes })
}

// setDay sets the day of s to sent, which its metadata gives. If sent is zero, the path or
// the time of the file gives the day.
func setDay(s *story.Story, f File, sent calendar.Day) {
	if sent.Day == 0 {
		found := dating.Find(dating.Evidence{Path: f.name(), ModTime: f.ModTime})
		s.Date, s.Candidates = found.Date, found.Candidates
		return
	}
	s.Date = story.Date{Year: sent.Year, Month: sent.Month, Day: sent.Day, Clock: sent.Clock, From: story.FromMetadata}
	s.Candidates = []story.Candidate{{Date: s.Date, Evidence: "the metadata of the file", Weight: 100}}
}

// readUnsupported reads a file as text and calls find for its parts.
func readUnsupported(f File, name string, find func(text string) finding) []*story.Story {
	c, refused := cleanAs(f, name)
	if refused != nil {
		return refused
	}
	return unsupported(f, c, name, find(c.text))
}

// maxLines is the most lines that are each a block. A longer text is one block.
const maxLines = 1 << 16

// textLines returns the lines of text as blocks.
func textLines(text string) []story.Block {
	if n := strings.Count(text, "\n") + 1; n > maxLines {
		return []story.Block{{Kind: story.Code, Text: strings.Trim(text, "\n"), Span: line.Span(0, n)}}
	}
	var body []story.Block
	for _, l := range placed(line.Split(text), 0) {
		body = append(body, story.Block{Kind: story.Paragraph, Text: l.Text, Span: l.Span})
	}
	return body
}

// sample returns the beginning of the text of body.
func sample(body []story.Block) string {
	var b strings.Builder
	for i := range body {
		if b.Len() > 4096 {
			break
		}
		b.WriteString(line.Head(body[i].Text, 4096))
		b.WriteByte('\n')
	}
	return b.String()
}
