package intake

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/envelope"
	"dateline/feed/intake/language"
	"dateline/feed/story"
	"dateline/feed/wire"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// given is what the header of a file says about its story.
type given struct {
	title  string
	date   string
	author string
	fields []story.Line // the lines of the header
	ties
}

// placed returns those of lines that are not blank, with their places. First is the number
// of lines above them.
func placed(lines []string, first int) (out []story.Line) {
	for i, l := range lines {
		if !line.Blank(l) {
			out = append(out, story.Line{Text: line.Fold(l), Span: line.Span(first+i, first+i+1)})
		}
	}
	return out
}

// readCopy reads the text of a file whose lines of the header are blank. The story may be
// agency copy all the same.
func readCopy(f File, c cleaned, g given) *story.Story {
	o := wire.Origin{Path: f.name(), ModTime: f.ModTime, Envelope: c.envelope}
	o.Sent = firstMoment([]string{g.date})
	s := parseCopy(c.text, o, clean.Line(line.Head(g.title, titleBytes)))
	s.Encoding, s.Language = c.encoding, language.Of(c.text)
	s.Envelope.Lines = append(g.fields, s.Envelope.Lines...)
	if s.Byline.Text == "" {
		s.Byline = byline(clean.Line(g.author))
	}
	g.set(s, f.Path)
	if o.Sent.Day != 0 {
		setDay(s, f, o.Sent)
		s.Doubts = slices.DeleteFunc(s.Doubts, func(d story.Doubt) bool { return d.Problem == story.NoDateline })
	}
	s.Doubts = append(s.Doubts, c.doubts...)
	return s
}

// parseCopy parses text, whose header gives title. Copy that a service sent with its own
// envelope has its own headline, and so has copy whose title is a slug.
func parseCopy(text string, o wire.Origin, title string) *story.Story {
	if slug := envelope.IsSlug(title); slug || title == "" || len(o.Envelope.Lines) > 0 {
		if slug && o.Envelope.Slug == "" {
			o.Envelope.Slug = title
		}
		if s := wire.Parse(text, o); slug || title == "" || s.Headline.Text != "" && !s.Headline.Standin {
			return s
		}
	}
	o.Headline = headline.Read(title)
	text, o.Headline.Span = withoutTitle(text, title)
	return wire.Parse(text, o)
}

// withoutTitle returns text without its first line, and the place of it, if the line
// repeats title.
func withoutTitle(text, title string) (rest string, at story.Span) {
	trimmed := strings.TrimLeft(text, " \t\n")
	first, after, _ := strings.Cut(trimmed, "\n")
	if !strings.EqualFold(line.Fold(strings.TrimLeft(first, "# ")), title) {
		return text, story.Span{}
	}
	n := strings.Count(text[:len(text)-len(trimmed)], "\n")
	return strings.Repeat("\n", n+1) + after, line.Span(n, n+1)
}

// byline returns the byline for the name of an author, or for several names. An address is
// no name.
func byline(author string) story.Byline {
	b := wire.ReadByline(author, story.Span{})
	b.Names = slices.DeleteFunc(b.Names, func(name string) bool { return strings.Contains(name, "@") })
	if len(b.Names) == 0 {
		return story.Byline{}
	}
	return b
}
