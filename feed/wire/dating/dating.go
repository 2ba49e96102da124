// Package dating finds the day of a story from the dateline, the text, the path, the
// headers and the time of the file. Each piece of evidence gives a candidate with a
// weight; the package comment of wire describes them. The package reads no file. It asks
// the clock only whether the time of a file is in the future, which is not evidence.
package dating

import (
	"fmt"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
)

const noteBytes = 8000 // bytes of a note that are read

// Evidence is the input of Find.
type Evidence struct {
	Dateline story.Dateline
	Body     []story.Block
	Notes    []story.Note
	Stamps   []calendar.Day // days and times in headers and trailers; the first counts
	Wire     bool           // the story has a part that only agency copy has
	Path     string         // the known part of the path of the file
	ModTime  time.Time      // the time of the file, or zero
}

// Result is what Find found: the day, a doubt for each contradiction in the evidence, and
// the candidates in the order of their precedence.
type Result struct {
	Date       story.Date
	Doubts     []story.Doubt
	Candidates []story.Candidate
}

// Find returns the day of a story. The year is 0 if nothing gives one.
func Find(e Evidence) Result {
	d := &search{e: e, month: e.Dateline.Month, day: e.Dateline.Day}
	d.result = story.Date{Month: d.month, Day: d.day, From: story.FromNothing}
	d.name, d.hasName = nameDay(e.Path)
	d.sent, d.hasSent = sentInBrackets(e.Body)
	d.modified, d.unfit = fileTime(e.ModTime)
	d.readStamp()
	d.readText()
	if d.month == 0 {
		d.wholeDay()
	} else {
		d.year()
	}
	d.check()
	return Result{Date: d.result, Doubts: d.doubts, Candidates: d.list}
}

// search is the state of one call of Find: the evidence read so far, and the result.
type search struct {
	e           Evidence
	month, day  int // the dateline's; month may be 0
	text        text
	name, meta  calendar.Day
	sent        calendar.Day // the day in brackets after the last paragraph
	hasName     bool
	hasMeta     bool
	hasSent     bool
	either      bool // the day in the header may be read in two ways, and nothing decides
	modified    time.Time
	unfit       string // why the time of the file is not evidence
	list        []story.Candidate
	result      story.Date
	doubts      []story.Doubt
	doubtfulDay bool // an ambiguity was reported
}

// readStamp takes the first day in the headers. If its month and day may be exchanged,
// the other evidence decides.
func (d *search) readStamp() {
	if len(d.e.Stamps) == 0 {
		return
	}
	d.meta, d.hasMeta = d.e.Stamps[0], true
	if !d.meta.Either {
		return
	}
	other := d.meta
	other.Month, other.Day = other.Day, other.Month
	switch a, b := d.supports(d.meta), d.supports(other); {
	case a < b:
		d.meta = other
	case a == b:
		d.hasMeta, d.either = false, true
	}
}

// supports returns how well the other evidence fits m: 3 if the dateline or the text has
// its day, 2 if the path is at most lateDays away, 1 if the time of the file is.
func (d *search) supports(m calendar.Day) int {
	switch {
	case d.month != 0:
		if d.month == m.Month && d.day == m.Day {
			return 3
		}
	case d.inText(m):
		return 3
	case d.hasName && d.name.Day != 0:
		if off := daysBetween(m, d.name); max(off, -off) <= lateDays {
			return 2
		}
	case !d.modified.IsZero():
		if off := daysBetween(m, dayOfTime(d.modified)); off >= -1 && off <= lateDays {
			return 1
		}
	}
	return 0
}

// inText reports whether a paragraph has the full date m.
func (d *search) inText(m calendar.Day) (found bool) {
	for i := range d.e.Body {
		calendar.Each(d.e.Body[i].Text, func(day calendar.Day, _ int) bool {
			found = day.Year == m.Year && day.Month == m.Month && day.Day == m.Day
			return !found
		})
		if found {
			break
		}
	}
	return found
}

// sentInBrackets returns the day in the brackets that end the last paragraph, as Jiji
// writes it: "（2024/10/10-18:05）".
func sentInBrackets(body []story.Block) (calendar.Day, bool) {
	for i := len(body) - 1; i >= 0; i-- {
		b := &body[i]
		if b.Kind != story.Paragraph {
			continue
		}
		group, _, ok := line.LastGroup(line.Tail(b.Text, calendar.SentBytes))
		if !ok {
			return calendar.Day{}, false
		}
		m, ok := calendar.ReadSent(group)
		return m.Day, ok && !m.Either
	}
	return calendar.Day{}, false
}

// readText reads the evidence in the text.
func (d *search) readText() {
	if d.month == 0 && !d.e.Wire {
		return // a text that is not agency copy names other days
	}
	n := 0
	for i := range d.e.Body {
		b := &d.e.Body[i]
		if d.month != 0 {
			d.text.read(b.Text, d.month, d.day)
		}
		if b.Kind == story.Paragraph && (d.month != 0 || n < votingParagraphs) {
			d.text.named.read(b.Text, n, d.month, d.day)
			n++
		}
	}
	for i := range d.e.Notes {
		if d.month != 0 {
			d.text.read(line.Head(d.e.Notes[i].Text, noteBytes), d.month, d.day)
		}
	}
}

// settle makes day the date of the story. A header on the same day gives the time too.
func (d *search) settle(day story.Date) {
	d.result = day
	if m := d.meta; d.hasMeta && !m.Clock.IsZero() && m.Year == day.Year && m.Month == day.Month && m.Day == day.Day {
		d.result.Clock = m.Clock
	}
}

// check compares the result with the weekday that the text gives beside the date.
func (d *search) check() {
	v := &d.text.named
	if !v.isFixed || d.result.Year == 0 || d.result.From == story.FromText && d.doubtfulDay {
		return
	}
	if is := weekdayOf(d.result.Year, d.month, d.day); is != v.paired {
		d.ambiguous(fmt.Sprintf("the text names the day a %s, but %s was a %s", v.paired, d.result, is))
	}
}

// ambiguous reports evidence that contradicts itself.
func (d *search) ambiguous(detail string) {
	d.doubtfulDay = true
	d.doubt(story.Ambiguous, detail)
}

func (d *search) doubt(problem, detail string) {
	d.doubts = append(d.doubts, story.Doubt{Problem: problem, Line: d.e.Dateline.Span.First, Detail: detail})
}
