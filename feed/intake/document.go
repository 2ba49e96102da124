package intake

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/language"
	"dateline/feed/story"
	"dateline/feed/wire"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// document is what a format says about its story: a page, a note, an item of an agency.
type document struct {
	title    string
	dates    []string // in any notation; the first that can be read counts
	authors  []string
	places   []string
	agency   string
	keywords []string
	language string
	fields   []story.Line  // the lines of its metadata
	deck     []string      // the lines below the headline
	body     []story.Block // the paragraphs are not numbered; pictures are what markup.Picture returns
	image    string        // a picture that has no caption yet
	desk
	ties
}

// topBlocks is the number of paragraphs at the beginning of a document that may be agency
// copy: a byline, a note, and the lede with its dateline.
const topBlocks = 4

// story returns the story of a document. Its headline and its first paragraphs are read as
// agency copy too: most of what agencies publish in other formats still begins with a
// dateline. The metadata wins for the day, the copy for everything else.
func (d *document) story(f File, c cleaned) *story.Story {
	d.body = slices.Concat(d.headings(), d.body)
	o := wire.Origin{Path: f.name(), ModTime: f.ModTime, Headline: headline.Read(d.headline()), Sent: firstMoment(d.dates)}
	s := d.top(o)
	number(s.Body)
	resolvePictures(s.Body, f.Path)
	if len(s.Body) > 0 {
		s.Doubts = slices.DeleteFunc(s.Doubts, func(d story.Doubt) bool { return d.Problem == story.NoBody })
	}
	d.fill(s)
	d.set(s, f.Path)
	if o.Sent.Day != 0 {
		setDay(s, f, o.Sent)
	}
	s.Encoding = c.encoding
	s.Envelope.Lines = append(d.fields, s.Envelope.Lines...)
	s.Doubts = append(s.Doubts, c.doubts...)
	return s
}

// headline returns the title, or the first heading if there is none. A heading that repeats
// the title is removed from the body.
func (d *document) headline() string {
	title := clean.Line(line.Head(d.title, titleBytes))
	for i, b := range d.body[:min(len(d.body), topBlocks)] {
		if b.Kind == story.Heading && (title == "" || strings.EqualFold(b.Text, title)) {
			d.body = slices.Delete(d.body, i, i+1)
			return b.Text
		}
	}
	return title
}

// headings returns the lines below the headline as headings.
func (d *document) headings() (out []story.Block) {
	for _, text := range lines(d.deck) {
		out = append(out, story.Block{Kind: story.Heading, Text: text})
	}
	return out
}

// top reads the first paragraphs as copy: those below the captions and headings that the
// document may begin with. The places of parts are those that the blocks have.
func (d *document) top(o wire.Origin) *story.Story {
	from := 0
	for from < min(len(d.body), topBlocks) && (d.body[from].Kind == story.Caption || d.body[from].Kind == story.Heading) {
		from++
	}
	to := from
	for to < min(len(d.body), from+topBlocks) && d.body[to].Kind == story.Paragraph {
		to++
	}
	var text strings.Builder
	for _, b := range d.body[from:to] {
		text.WriteString(b.Text)
		text.WriteString("\n\n")
	}
	s := wire.Parse(text.String(), o)
	eachSpan(s, func(at *story.Span) {
		if i := from + (at.First-1)/2; at.First > 0 && i < to {
			*at = d.body[i].Span
		}
	})
	s.Doubts = slices.DeleteFunc(s.Doubts, func(doubt story.Doubt) bool {
		return doubt.Problem == story.NoEndMark || doubt.Problem == story.NoDateline || doubt.Problem == story.Ambiguous
	})
	for i := range s.Notes {
		if s.Notes[i].After > 0 {
			s.Notes[i].After += from
		}
	}
	s.Body = slices.Concat(d.body[:from], s.Body, d.body[to:])
	return s
}

// fill sets the parts of s that its copy does not give.
func (d *document) fill(s *story.Story) {
	if s.Byline.Text == "" && len(d.authors) > 0 {
		s.Byline = byline(clean.Line(strings.Join(d.authors, ", ")))
	}
	if len(s.Dateline.Places) == 0 {
		s.Dateline.Places = lines(d.places)
	}
	if s.Dateline.Agency == "" {
		s.Dateline.Agency = clean.Line(d.agency)
	}
	for _, k := range lines(d.keywords[:min(len(d.keywords), maxKeywords)]) {
		s.Keywords = append(s.Keywords, story.Line{Text: k})
	}
	if s.Language = d.languageTag(); s.Language == "" {
		s.Language = language.Of(sample(s.Body))
	}
	d.mark(s)
}

// languageTag returns the language that the metadata gives, without its region; "" if that
// is no tag of a language.
func (d *document) languageTag() string {
	tag, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(d.language)), "-")
	if len(tag) < 2 || len(tag) > 3 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return tag
}

// lines returns those of values that are not blank, cleaned.
func lines(values []string) (out []string) {
	for _, v := range values {
		if v = clean.Line(line.Head(v, titleBytes)); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// number numbers the paragraphs.
func number(body []story.Block) {
	n := 0
	for i := range body {
		if body[i].N = 0; body[i].Kind == story.Paragraph {
			n++
			body[i].N = n
		}
	}
}
