// Package dating finds the day of a story from the dateline, the text, the path, the
// headers and the time of the file. The sources of a year are a list in order of
// precedence; the package comment of wire describes it. The package reads no file and
// no clock: the same Evidence always gives the same day.
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

// Find returns the day of a story, and a doubt for each contradiction in the
// evidence. The year is 0 if nothing gives one.
func Find(e Evidence) (story.Date, []story.Doubt) {
	d := &search{e: e, month: e.Dateline.Month, day: e.Dateline.Day, modified: e.ModTime}
	d.result = story.Date{Month: d.month, Day: d.day, From: story.FromNothing}
	d.name, d.hasName = nameDay(e.Path)
	if len(e.Stamps) > 0 {
		d.meta, d.hasMeta = e.Stamps[0], true
	}
	d.sent, d.hasSent = sentInBrackets(e.Body)
	if d.modified.Year() < 1980 || d.modified.Year() > 2150 {
		d.modified = time.Time{}
	}
	d.readText()
	switch {
	case d.month == 0:
		d.wholeDay()
	case e.Dateline.Year != 0:
		d.settle(e.Dateline.Year, story.FromDateline)
	default:
		d.year()
	}
	d.check()
	return d.result, d.doubts
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
	modified    time.Time
	result      story.Date
	doubts      []story.Doubt
	doubtfulDay bool // an ambiguity was reported
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
		return m.Day, ok
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

func (d *search) settle(year int, from story.DateFrom) bool {
	if !calendar.ValidDate(year, d.month, d.day) {
		return false
	}
	d.result = story.Date{Year: year, Month: d.month, Day: d.day, From: from}
	if m := d.meta; !m.Clock.IsZero() && m.Year == year && m.Month == d.month && m.Day == d.day {
		d.result.Clock = m.Clock
	}
	return true
}

// wholeDay finds day, month and year if the dateline has no month.
func (d *search) wholeDay() {
	var at time.Time
	var from story.DateFrom
	switch {
	case d.hasSent && (d.day == 0 || d.day == d.sent.Day):
		at, from = d.sent.Time(), story.FromText
	case d.hasName && d.name.Day != 0:
		at, from = d.name.Time(), story.FromName
	case d.hasMeta:
		at, from = d.meta.Time(), story.FromMetadata
	case !d.modified.IsZero() && d.fitsFolder() && d.fitsModTime():
		at, from = d.modified, story.FromModTime
	default:
		return
	}
	if d.day != 0 && at.Day() != d.day {
		back := at
		for range lateDays {
			if back = back.AddDate(0, 0, -1); back.Day() == d.day {
				break
			}
		}
		if next := at.AddDate(0, 0, 1); next.Day() == d.day {
			back = next
		}
		at = back
	}
	d.month, d.day = int(at.Month()), at.Day()
	d.settle(at.Year(), from)
}

// fitsFolder reports whether the time of the file is in the year and month of its
// folder. It is true if there is no such folder.
func (d *search) fitsFolder() bool {
	return !d.hasName || d.modified.Year() == d.name.Year && (d.name.Month == 0 || int(d.modified.Month()) == d.name.Month)
}

// fitsModTime reports whether the day on which the file was written may be the one that
// the text names by its weekday, if the dateline gives no day.
func (d *search) fitsModTime() bool {
	w, sure, ok := d.text.named.pick()
	is := d.modified.Weekday()
	if d.day != 0 || !ok || !sure || is == w || is == (w+1)%7 || is == (w+6)%7 {
		return true
	}
	d.ambiguous("the text names its day a %s, but the file was written on a %s", w, is)
	return false
}

// check compares the result with the weekday that the text gives beside the date.
func (d *search) check() {
	v := &d.text.named
	if !v.isFixed || d.result.Year == 0 || d.result.From == story.FromText && d.doubtfulDay {
		return
	}
	if is := weekdayOf(d.result.Year, d.month, d.day); is != v.paired {
		d.ambiguous("the text names the day a %s, but %s was a %s", v.paired, d.result, is)
	}
}

// ambiguous reports evidence that contradicts itself.
func (d *search) ambiguous(format string, args ...any) {
	d.doubtfulDay = true
	d.doubt(story.Ambiguous, fmt.Sprintf(format, args...))
}

func (d *search) doubt(problem, detail string) {
	d.doubts = append(d.doubts, story.Doubt{Problem: problem, Line: d.e.Dateline.Span.First, Detail: detail})
}
