package dating

import (
	"fmt"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
)

// daySource is one kind of evidence for the day of a story whose dateline has no month.
// Day returns the day, and why it does not count. Ok is false if the story has no such
// evidence.
type daySource struct {
	weight int
	from   story.DateFrom
	text   string
	day    func(*search) (day calendar.Day, lost string, ok bool)
}

// daySources are tried in this order.
var daySources = [...]daySource{
	{90, story.FromText, "a date in brackets after the text", (*search).sentDay},
	{80, story.FromName, "a date in the path", (*search).pathDay},
	{70, story.FromMetadata, "a date in a header or trailer", (*search).headerDay},
	{60, story.FromText, "a full date in the first paragraph that the text repeats without month and year", (*search).ledeDay},
	{30, story.FromModTime, "the time of the file", (*search).fileDay},
}

// wholeDay finds day, month and year if the dateline has no month.
func (d *search) wholeDay() {
	won := false
	for _, s := range daySources {
		day, lost, ok := s.day(d)
		if !ok {
			continue
		}
		c := story.Candidate{Weight: s.weight, Evidence: s.text, Lost: lost}
		if day.Year != 0 {
			day = d.onDatelineDay(day)
			c.Date = story.Date{Year: day.Year, Month: day.Month, Day: day.Day, From: s.from}
		}
		switch {
		case lost != "":
			c.Weight = 0
		case won:
			c.Lost = outweighed(c.Date, d.result)
		default:
			won = true
			d.month, d.day = day.Month, day.Day
			d.settle(c.Date)
		}
		d.list = append(d.list, c)
	}
	if d.either && !won {
		m := d.e.Stamps[0]
		d.ambiguous(fmt.Sprintf("%02d/%02d/%d may be %s or %s, and nothing decides", m.Day, m.Month, m.Year, monthDayText(m.Month, m.Day), monthDayText(m.Day, m.Month)))
	}
}

func (d *search) sentDay() (calendar.Day, string, bool) {
	return d.sent, "", d.hasSent && (d.day == 0 || d.day == d.sent.Day)
}

func (d *search) pathDay() (calendar.Day, string, bool) {
	return d.name, "", d.hasName && d.name.Day != 0
}

func (d *search) headerDay() (calendar.Day, string, bool) {
	if d.either {
		return calendar.Day{}, "month and day may be exchanged", true
	}
	return d.meta, "", d.hasMeta
}

func (d *search) ledeDay() (calendar.Day, string, bool) {
	if !d.e.Wire || d.e.Dateline.Text == "" {
		return calendar.Day{}, "", false
	}
	for i := range d.e.Body {
		if b := &d.e.Body[i]; b.Kind == story.Paragraph {
			day, ok := calendar.RepeatedDay(b.Text)
			return day, "", ok && (d.day == 0 || d.day == day.Day)
		}
	}
	return calendar.Day{}, "", false
}

func (d *search) fileDay() (calendar.Day, string, bool) {
	day := dayOfTime(d.modified)
	switch {
	case d.unfit != "":
		return calendar.Day{}, d.unfit, true
	case d.modified.IsZero():
		return day, "", false
	case d.either:
		return day, "the header gives another day", true
	case !d.fitsFolder():
		return day, "the folder has another month or year", true
	case !d.fitsModTime():
		return day, "the text names another weekday", true
	}
	return day, "", true
}

// onDatelineDay returns the day of the dateline, which has no month, that is nearest
// before day, or one day after it.
func (d *search) onDatelineDay(day calendar.Day) calendar.Day {
	if d.day == 0 || day.Day == d.day {
		return day
	}
	at := day.Time()
	if next := at.AddDate(0, 0, 1); next.Day() == d.day {
		return dayOfTime(next)
	}
	for range lateDays {
		if at = at.AddDate(0, 0, -1); at.Day() == d.day {
			break
		}
	}
	return dayOfTime(at)
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
	if d.result.Year == 0 {
		d.ambiguous(fmt.Sprintf("the text names its day a %s, but the file was written on a %s", w, is))
	}
	return false
}
