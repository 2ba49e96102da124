package wire

import (
	"strings"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dating"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// Origin is the file of a text. Path is its path, or the known part of it, with slashes.
// ModTime may be zero. Envelope is what package envelope read above and below the text.
// Headline and Sent are what the format of the file says about the story, apart from its
// text: they count like a header "Headline: …" and "Date: …". All of them but the headline
// are evidence for the day of the story; see the package comment.
type Origin struct {
	Path     string
	ModTime  time.Time
	Envelope story.Envelope
	Headline story.Headline
	Sent     calendar.Day
}

// Parse reads one story. The text must be decoded and cleaned, and its lines end with
// "\n". Every text is a story, and all of the text is in it; its Doubts list what is
// uncertain. Parse sets all fields but ID, Path, Format, Encoding and Language. It
// takes time linear in the length of text.
func Parse(text string, o Origin) *story.Story {
	if isData(text) {
		return dataStory(text, o)
	}
	d := newDraft(newSheet(text), o)
	d.story.Headline = o.Headline
	d.addStamp(o.Sent, o.Sent.Day != 0)
	first := d.next(0)
	d.fields = d.fieldLines(first)
	from := d.read(inEnvelope, first, len(d.lines), headerLines)
	mark := d.findEnd(from)
	to := mark.line
	if !mark.found() {
		to = d.trailer(from, len(d.lines))
	}
	end := d.bodyEnd(from, to, mark)
	d.readTop(from, end)
	d.readEnding(end, to, mark)
	d.settleHeadline()
	d.sortEnvelope()
	d.date(o)
	d.story.Doubts = append(d.story.Doubts, doubts(d.story)...)
	sortDoubts(d.story)
	return d.story
}

// bodyEnd returns the line after the body. To is the line of the end mark; if the mark
// is glued to a paragraph, bodyEnd cuts it off.
func (sh *sheet) bodyEnd(from, to int, mark endMark) int {
	if mark.glued {
		sh.lines[to] = sh.lines[to][:mark.at]
		to++
	}
	return sh.signOffStart(from, to)
}

// readTop reads headline, notes and byline, then the body, which ends before
// line end.
func (d *draft) readTop(from, end int) {
	d.lede = d.findDateline(from, end)
	if d.lede.line < 0 {
		if i := d.read(aboveBody, from, end, len(d.lines)); i < end {
			d.readBody(i, end)
		}
		return
	}
	d.read(aboveDateline, from, d.lede.line, len(d.lines))
	d.setDateline()
	d.readBody(d.lede.line, end)
}

// setDateline adds the dateline, and a byline inside it, to the story.
func (d *draft) setDateline() {
	d.story.Dateline = d.lede.Dateline
	at := line.Span(d.lede.line, d.lede.line+1)
	if d.lede.broken {
		at.Last++
	}
	d.story.Dateline.Span = at
	if d.lede.By != "" && d.story.Byline.Text == "" {
		d.story.Byline = ReadByline(d.lede.By, at)
	}
}

// readBody reads the lines [from, to) as blocks. If the story has a dateline, from is its line.
func (d *draft) readBody(from, to int) {
	to = d.last(from, to)
	d.form = d.formOf(from, to)
	if d.form.close {
		d.doubt(story.Ambiguous, from+1, "the indented lines may begin paragraphs or go on with them")
	}
	first := len(d.story.Body)
	if from == d.lede.line {
		from += d.readPart(atDateline, from, to)
	}
	d.read(inBody, from, to, len(d.lines))
	d.headings(d.story.Body[first:])
	n := 0
	for i := range d.story.Body {
		if b := &d.story.Body[i]; b.Kind == story.Paragraph {
			n++
			b.N = n
		}
	}
}

// settleHeadline sets a missing headline, and the kind and take that the envelope or the
// flash gives.
func (d *draft) settleHeadline() {
	h := &d.story.Headline
	if h.Text == "" {
		*h = standIn(d.story.Body)
	}
	if takes := d.story.Envelope.Takes; len(takes) > 0 && len(h.Tags) == 0 {
		tagged := headline.Read("(" + strings.Join(takes, ") (") + ") " + h.Text)
		h.Kind, h.Take, h.Tags = tagged.Kind, tagged.Take, takes
	}
	if d.lede.digest && h.Kind == story.Plain {
		h.Kind = story.Summary
	}
	if (d.flash || isUrgent(d.story.Envelope)) && h.Kind == story.Plain {
		h.Kind, h.Take = story.Urgent, story.TakeUrgent
	}
}

// isUrgent reports whether e is the envelope of a flash or a bulletin.
func isUrgent(e story.Envelope) bool {
	return e.Priority == "f" || e.Priority == "b"
}

// datedLine returns the dateline. If it gives no day, it has the day in the envelope, of
// which some headers give only month and day.
func (d *draft) datedLine() story.Dateline {
	l := d.story.Dateline
	if sent := d.story.Envelope.Sent; sent.Year == 0 && l.Month == 0 && l.Day == 0 {
		l.Month, l.Day = sent.Month, sent.Day
	}
	return l
}

// date finds the day of the story.
func (d *draft) date(o Origin) {
	for _, n := range d.story.Notes {
		if day, ok := calendar.First(n.Embargo); ok && day.Month != 0 {
			d.addStamp(day, ok)
		}
	}
	found := dating.Find(dating.Evidence{
		Dateline: d.datedLine(), Body: d.story.Body, Notes: d.story.Notes, Stamps: d.stamps,
		Wire: isWire(d.story), Path: o.Path, ModTime: o.ModTime,
	})
	d.story.Date, d.story.Candidates = found.Date, found.Candidates
	d.story.Doubts = append(d.story.Doubts, found.Doubts...)
}
