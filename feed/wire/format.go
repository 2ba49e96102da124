package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
)

// Format writes s as wire copy, one paragraph a line, with blank lines between paragraphs:
// envelope, headline, notes, byline, body with its dateline before the first
// paragraph, sign-off, end mark, keywords, related headlines, tail. Parse reads
// the same story from it, except for the spans.
//
// Copy cannot express everything. A date that is not in the dateline, and a Section
// that is not a known heading, are lost. Notes from below the body move up. A text may be
// read as another part in its new position: a headline that looks like a note or a
// dateline, a paragraph that begins with the dash of a list, a heading without a paragraph
// below it. Stories that Parse read from ordinary copy have none of these.
func Format(s *story.Story) string {
	w := writer{s: s}
	top, trailers := envelopeLines(s)
	var below []string // stamps that would be a headline above it
	for _, l := range top {
		if calendar.IsSent(l.Text) && !calendar.IsTimedStamp(l.Text) {
			below = append(below, l.Text)
			continue
		}
		w.line(l.Text)
	}
	w.gap()
	if !s.Headline.Standin && !w.headlineInEnvelope() {
		w.line(s.Headline.Text)
		w.gap()
	}
	for _, text := range below {
		w.line(text)
		w.gap()
	}
	w.notes(0)
	if s.Byline.Text != "" && !strings.Contains(s.Dateline.Text, s.Byline.Text) {
		w.line(s.Byline.Text)
		w.gap()
	}
	w.body()
	for _, l := range s.SignOff.Lines {
		w.line(l.Text)
	}
	w.line(s.EndMark.Text)
	w.after()
	w.trailers(trailers)
	return w.b.String()
}

// envelopeLines returns the lines of the envelope above and below the body.
func envelopeLines(s *story.Story) (top, trailers []story.Line) {
	last := s.Headline.Span.First
	if n := len(s.Body); n > 0 {
		last = max(last, s.Body[n-1].Span.First)
	}
	for i, l := range s.Envelope.Lines {
		if last > 0 && l.Span.First > last {
			return s.Envelope.Lines[:i], s.Envelope.Lines[i:]
		}
	}
	return s.Envelope.Lines, nil
}

// writer writes the parts of s.
type writer struct {
	s *story.Story
	b strings.Builder
}

func (w *writer) line(text string) {
	if text != "" {
		w.b.WriteString(text)
		w.b.WriteByte('\n')
	}
}

// gap writes a blank line, except at the top.
func (w *writer) gap() {
	if w.b.Len() > 0 && !strings.HasSuffix(w.b.String(), "\n\n") {
		w.b.WriteByte('\n')
	}
}

// headlineInEnvelope reports whether a header "Headline: …" or a field "$headline" gives
// the headline.
func (w *writer) headlineInEnvelope() bool {
	for _, l := range w.s.Envelope.Lines {
		if strings.Contains(l.Text, "$"+w.s.Headline.Text) {
			return true
		}
		if name, value, ok := cutField(l.Text); ok && (name == "headline" || name == "title") && value == w.s.Headline.Text {
			return true
		}
	}
	return false
}

// notes writes the notes that stand below block n of the body, or above the body if n is 0.
func (w *writer) notes(n int) {
	for i := range w.s.Notes {
		note := &w.s.Notes[i]
		if note.After != n {
			continue
		}
		text := note.Text
		if n == 0 && !isTopNote(text) { // it stood in an ANPA header
			text = "^" + text + "<"
		}
		w.line(text)
		w.gap()
	}
}

// body writes the blocks with the notes between them, the dateline before the first
// paragraph.
func (w *writer) body() {
	dateline := w.s.Dateline.Text
	for i, b := range w.s.Body {
		text := b.Text
		switch b.Kind {
		case story.Paragraph:
			if dateline != "" {
				text, dateline = dateline+" "+text, ""
			}
		case story.Caption:
			text = captionText(b)
		case story.Heading:
			if i == 0 && w.s.Dateline.Text == "" && !line.IsRule(text) { // only a mark makes it a heading there
				text = "^" + text + "<"
			}
		case story.Quote:
			text = "> " + text
		}
		w.line(text)
		w.gap()
		w.notes(i + 1)
	}
	if dateline != "" {
		w.line(dateline)
		w.gap()
	}
}

func captionText(b story.Block) string {
	text := b.Text
	if b.Rights != "" {
		text += " (" + b.Rights + ")"
	}
	if b.Credit != "" {
		text += " (" + b.Credit + ")"
	}
	return text
}

// trailers writes the lines of the envelope below the story, and the contacts.
func (w *writer) trailers(lines []story.Line) {
	for _, list := range [...][]story.Line{lines, w.s.Envelope.Contacts} {
		if len(list) > 0 {
			w.gap()
		}
		for _, l := range list {
			w.line(l.Text)
		}
	}
}

// after writes the parts after the end mark.
func (w *writer) after() {
	if len(w.s.Keywords) > 0 {
		w.line("Keywords")
		for _, k := range w.s.Keywords {
			w.line("#" + k.Text)
		}
	}
	for _, l := range w.s.Tail {
		w.line(l.Text)
	}
	section := ""
	for _, r := range w.s.Related {
		if r.Section != section {
			section = r.Section
			w.gap()
			w.line(section)
		}
		w.line("-")
		w.line(r.Text)
	}
}
