package wire

import (
	"slices"
	"sort"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// draft is a story that is being read. Only the rules and Parse add parts to it.
type draft struct {
	*sheet

	story   *story.Story
	fields  int            // the line after the block of headers at the top
	flash   bool           // the envelope has a line such as URGENT
	lede    lede           // the dateline
	form    form           // how the paragraphs of the body are set
	related related        // the headlines after the body
	stamps  []calendar.Day // days and times that the envelope and other lines give
}

func newDraft(sh *sheet, o Origin) *draft {
	d := &draft{sheet: sh, story: &story.Story{Envelope: o.Envelope}, lede: lede{line: -1}, related: newRelated()}
	d.sent = len(o.Envelope.Lines) > 0
	d.story.Envelope.Lines = slices.Clip(o.Envelope.Lines) // the caller keeps its lines
	if sent := o.Envelope.Sent; sent.Known() {
		d.addStamp(calendar.Day{Year: sent.Year, Month: sent.Month, Day: sent.Day, Clock: sent.Clock}, true)
	}
	return d
}

// titled reports whether the headline has been read.
func (d *draft) titled() bool { return d.story.Headline.Text != "" }

// addEnvelopeLine adds line i to the envelope.
func (d *draft) addEnvelopeLine(i int) {
	d.story.Envelope.Lines = append(d.story.Envelope.Lines, story.Line{Text: line.Fold(d.lines[i]), Span: line.Span(i, i+1)})
}

func (d *draft) addField(i int, name, value string) {
	d.addEnvelopeLine(i)
	switch name {
	case "headline", "title":
		d.story.Headline = headline.Read(value)
		d.story.Headline.Span = line.Span(i, i+1)
	case "date", "published", "updated":
		day, ok := calendar.FieldStamp(value)
		d.addStamp(day, ok)
		if ok && d.story.Envelope.Sent.Month == 0 {
			d.story.Envelope.Sent = story.Date{Year: day.Year, Month: day.Month, Day: day.Day, Clock: day.Clock, From: story.FromMetadata}
		}
	default:
		addField(&d.story.Envelope, name, value)
	}
}

// sortEnvelope puts the lines of the envelope in the order of the file.
func (d *draft) sortEnvelope() {
	lines := d.story.Envelope.Lines
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].Span.First < lines[j].Span.First })
}

// addStamp adds the day in a header or a trailer if ok is true.
func (d *draft) addStamp(day calendar.Day, ok bool) {
	if ok {
		d.stamps = append(d.stamps, day)
	}
}

func (d *draft) addBlock(b story.Block) {
	if d.story.Body == nil {
		d.story.Body = make([]story.Block, 0, usualBlocks)
	}
	d.story.Body = append(d.story.Body, b)
}

// usualBlocks is the initial capacity of a body.
const usualBlocks = 12

func (d *draft) addSignOff(i int) {
	text := line.Fold(d.lines[i])
	if text == "" {
		return
	}
	d.story.SignOff.Lines = append(d.story.SignOff.Lines, story.Line{Text: text, Span: line.Span(i, i+1)})
	d.story.SignOff.Emails = append(d.story.SignOff.Emails, emailsIn(text)...)
}

func (d *draft) addTail(text string, at story.Span) {
	text = line.Fold(text)
	d.story.Tail = append(d.story.Tail, story.Line{Text: text, Span: at})
	d.addStamp(calendar.LineStamp(text))
}

// closeSection ends a section of related headlines. A mark without a headline goes to
// the tail.
func (d *draft) closeSection() {
	if at, ok := d.related.close(); ok {
		d.addTail(d.lines[at.First-1], at)
	}
}

func (d *draft) doubt(problem string, line int, detail string) {
	d.story.Doubts = append(d.story.Doubts, story.Doubt{Problem: problem, Line: line, Detail: detail})
}
