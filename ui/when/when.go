// Package when writes dates as people say them. It is pure: the caller passes the
// present.
package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/feed/story"
)

// Inferred marks a year that was inferred and is not in the copy.
const Inferred = "~"

// Short is a date for a column of a list, at most 12 cells. It is relative if
// recent, has "~" before a year that was inferred, and is "15 Aug ~?" without a
// year and "" without a date.
func Short(d story.Date, now time.Time) string {
	if d.Month == 0 || d.Day == 0 {
		return ""
	}
	if !d.Known() {
		return dayMonth(d) + " " + Inferred + "?"
	}
	if !d.Clock.IsZero() && now.After(d.Clock) && now.Sub(d.Clock) < 12*time.Hour {
		return ago(now.Sub(d.Clock))
	}
	switch days := daysBetween(d, now); {
	case days == 0:
		return "today"
	case days == 1:
		return "yesterday"
	case days > 1 && days < 7:
		return fmt.Sprintf("%d days ago", days)
	}
	return dayMonth(d) + " " + year(d)
}

// Brief is Short for a narrow column, at most 7 cells. It leaves out the year; a
// "~" says that it was inferred or is unknown.
func Brief(d story.Date, now time.Time) string {
	if d.Month == 0 || d.Day == 0 {
		return ""
	}
	if d.Known() && daysBetween(d, now) == 0 {
		return "today"
	}
	if d.Known() && !d.Inferred() {
		return dayMonth(d)
	}
	return Inferred + dayMonth(d)
}

// Day is the whole date: "Saturday, 15 August 2020".
func Day(d story.Date) string {
	switch {
	case d.Month == 0 || d.Day == 0:
		return "No date"
	case !d.Known():
		return fmt.Sprintf("%d %s, year not known", d.Day, time.Month(d.Month))
	}
	weekday, _ := d.Weekday()
	return fmt.Sprintf("%s, %d %s %d", weekday, d.Day, time.Month(d.Month), d.Year)
}

// Marked is Day with "~" before a year that was inferred.
func Marked(d story.Date) string {
	day := Day(d)
	if d.Inferred() {
		return strings.Replace(day, strconv.Itoa(d.Year), year(d), 1)
	}
	return day
}

// Source names what a date, or its year, was inferred from; "" if the copy gives
// it.
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

func dayMonth(d story.Date) string {
	return fmt.Sprintf("%d %s", d.Day, time.Month(d.Month).String()[:3])
}

func year(d story.Date) string {
	if d.Inferred() {
		return fmt.Sprintf("%s%d", Inferred, d.Year)
	}
	return strconv.Itoa(d.Year)
}

func ago(d time.Duration) string {
	if d < time.Hour {
		return fmt.Sprintf("%d min ago", int(d.Minutes()))
	}
	return fmt.Sprintf("%d h ago", int(d.Hours()))
}

// daysBetween counts the calendar days from d to now; negative for the future.
func daysBetween(d story.Date, now time.Time) int {
	then := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	y, m, day := now.Date()
	today := time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
	return int(today.Sub(then).Hours() / 24)
}
