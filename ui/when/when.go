// Package when writes dates as people say them. It is pure.
package when

import (
	"fmt"
	"time"

	"dateline/feed/story"
)

// Month is the month of a date: "October 2024".
func Month(d story.Date) string {
	switch {
	case d.Month == 0:
		return "No date"
	case d.Year == 0:
		return time.Month(d.Month).String() + ", year not known"
	}
	return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
}

// Weekday is a date with its weekday, at most 15 cells: "Sun 13 Oct 2024".
func Weekday(d story.Date) string {
	day, ok := d.Weekday()
	if !ok {
		return Listed(d)
	}
	return day.String()[:3] + " " + Listed(d)
}

// Listed is a date at the end of a row, at most 11 cells: "13 Oct 2024". It is
// "13 Oct" without a year, and "" without a date.
func Listed(d story.Date) string {
	if !d.Known() {
		return DayMonth(d)
	}
	return fmt.Sprintf("%s %d", DayMonth(d), d.Year)
}

// DayMonth is a date whose year is clear from the context: "13 Oct".
func DayMonth(d story.Date) string {
	if d.Month == 0 || d.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", d.Day, time.Month(d.Month).String()[:3])
}

// Moment is a moment in local time: "Sun 13 Oct 2024, 04:00 UTC".
func Moment(t time.Time) string { return t.Local().Format("Mon 2 Jan 2006, 15:04 MST") } //nolint:gosmopolitan // that of the reader

// Source names the source that a date, or its year, was inferred from; "" if the copy
// gives it.
func Source(from story.DateFrom) string {
	switch from {
	case story.FromText:
		return "the text"
	case story.FromName:
		return "the file's name"
	case story.FromWeekday:
		return "the weekday"
	case story.FromMetadata:
		return "the metadata"
	case story.FromModTime:
		return "the file's time"
	}
	return ""
}
