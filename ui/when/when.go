// Package when writes dates as people say them in the language of the program. It is pure.
package when

import (
	"time"

	"dateline/feed/locale"
	"dateline/feed/story"
)

// Month is the month of a date: "October 2024".
func Month(d story.Date) string {
	switch {
	case d.Month == 0:
		return locale.T("No date")
	case d.Year == 0:
		return locale.F("%s, year not known", locale.Month(time.Month(d.Month)))
	}
	return locale.In("date").F("%s %d", locale.Month(time.Month(d.Month)), d.Year)
}

// Weekday is a date with its weekday, at most 15 cells: "Sun 13 Oct 2024".
func Weekday(d story.Date) string {
	day, ok := d.Weekday()
	if !ok {
		return Listed(d)
	}
	return locale.In("date").F("%s %s", locale.Weekday(day), Listed(d))
}

// Listed is a date at the end of a row, at most 11 cells: "13 Oct 2024". It is
// "13 Oct" without a year, and "" without a date.
func Listed(d story.Date) string {
	if !d.Known() {
		return DayMonth(d)
	}
	return locale.In("date").F("%d %s %d", d.Day, locale.ShortMonth(time.Month(d.Month)), d.Year)
}

// DayMonth is a date whose year is clear from the context: "13 Oct".
func DayMonth(d story.Date) string {
	if d.Month == 0 || d.Day == 0 {
		return ""
	}
	return locale.In("date").F("%d %s", d.Day, locale.ShortMonth(time.Month(d.Month)))
}

// Moment is a moment in local time: "Sun 13 Oct 2024, 04:00 UTC".
func Moment(t time.Time) string {
	t = t.Local() //nolint:gosmopolitan // that of the reader
	year, month, day := t.Date()
	date := story.Date{Year: year, Month: int(month), Day: day}
	return Weekday(date) + t.Format(", 15:04 MST")
}

// Source names the source that a date, or its year, was inferred from; "" if the copy
// gives it.
func Source(from story.DateFrom) string {
	switch from {
	case story.FromText:
		return locale.T("the text")
	case story.FromName:
		return locale.T("the file's name")
	case story.FromWeekday:
		return locale.T("the weekday")
	case story.FromMetadata:
		return locale.T("the metadata")
	case story.FromModTime:
		return locale.T("the file's time")
	}
	return ""
}
