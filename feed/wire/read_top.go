package wire

import (
	"cmp"
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

func readField(d *draft, i, _ int) int {
	if i >= d.fields {
		return 0
	}
	name, value, ok := cutField(strings.TrimSpace(d.lines[i]))
	if !ok {
		return 0
	}
	d.addField(i, name, value)
	return 1
}

// readFlash reads the word of an agency's highest priority. On the last line it
// is the headline.
func readFlash(d *draft, i, end int) int {
	s := strings.TrimSpace(d.lines[i])
	if d.titled() && d.lede.line >= 0 || !headline.IsFlash(s) || d.next(i+1) >= end {
		return 0
	}
	d.flash = true
	d.story.Envelope.Priority = cmp.Or(d.story.Envelope.Priority, s)
	d.addEnvelopeLine(i)
	return 1
}

func readTimedStamp(d *draft, i, _ int) int {
	if !isTimed(d.lines[i]) {
		return 0
	}
	return addSent(d, i)
}

func readStamp(d *draft, i, _ int) int {
	if !d.titled() && !d.sent && len(d.story.Notes) == 0 || !calendar.IsSent(strings.TrimSpace(d.lines[i])) {
		return 0
	}
	return addSent(d, i)
}

// addSent adds line i, which says when copy was sent.
func addSent(d *draft, i int) int {
	d.addEnvelopeLine(i)
	sent, ok := calendar.ReadSent(d.lines[i])
	d.addStamp(sent.Day, ok)
	return 1
}

func readTopNote(d *draft, i, end int) int {
	s := strings.TrimSpace(d.lines[i])
	if !isNote(s) && !isLineNote(s) && (!d.titled() || !isTopNote(s)) && !d.isDeskNote(s) {
		return 0
	}
	return addNote(d, i, end)
}

func readNoteLine(d *draft, i, end int) int {
	if s := strings.TrimSpace(d.lines[i]); !isNote(s) && !d.isDeskNote(s) {
		return 0
	}
	return addNote(d, i, end)
}

// isDeskNote reports whether s, above the headline of copy that had an envelope, is a
// note in brackets.
func (d *draft) isDeskNote(s string) bool {
	return d.sent && !d.titled() && len(s) < noteBytes && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") &&
		strings.Count(s, "(") == 1 && !isTagOnly(s)
}

// readCaretNote reads a line of an ANPA desk below the headline. Without a dateline it
// must be above the byline.
func readCaretNote(d *draft, i, end int) int {
	if !d.titled() || !isCaret(strings.TrimSpace(d.lines[i])) || d.lede.line < 0 && !d.bylineBelow(i, end) {
		return 0
	}
	return addNote(d, i, end)
}

func addNote(d *draft, i, end int) int {
	note, next := d.noteAt(i, end, d.titled() && i < d.lede.line)
	d.story.Notes = append(d.story.Notes, note)
	return next - i
}

// readBylineLine reads a byline below the headline, or one alone above the
// dateline. Without a dateline there is only one.
func readBylineLine(d *draft, i, end int) int {
	if !isByline(strings.TrimSpace(d.lines[i])) {
		return 0
	}
	if d.lede.line < 0 && (!d.titled() || d.story.Byline.Text != "") {
		return 0
	}
	if d.lede.line >= 0 && !d.titled() && d.next(i+1) < end {
		return 0
	}
	byline, next := d.bylineAt(i, end)
	if _, day, ok := cutSent(byline.Text); ok {
		d.addStamp(day, ok)
	}
	d.story.Byline = addByline(d.story.Byline, byline)
	return next - i
}

func readHeadline(d *draft, i, end int) int {
	if d.titled() {
		return 0
	}
	h, next := d.headlineAt(i, end, d.lede.line)
	d.story.Headline = h
	return next - i
}

func readHeadlineOnly(d *draft, i, end int) int {
	if d.titled() {
		return 0
	}
	if d.openingAt(i, end) == perhapsTitle {
		d.doubt(story.Ambiguous, i+1, "the first line may be a headline or a line of the first paragraph")
	}
	if d.isParagraph(i, end) {
		return 0
	}
	return readHeadline(d, i, end)
}

// readSubhead reads a line between headline and dateline that is not another part.
func readSubhead(d *draft, i, _ int) int {
	text, at := line.Fold(d.lines[i]), line.Span(i, i+1)
	switch {
	case isCaption(text, d.lede.Agency):
		d.addBlock(ReadCaption(text, d.lede.Agency, at))
	case line.EndsSentence(text) && line.Cells(text) > 90:
		d.addBlock(story.Block{Kind: story.Paragraph, Text: text, Span: at})
	default:
		d.addBlock(story.Block{Kind: story.Heading, Text: text, Span: at})
	}
	return 1
}
