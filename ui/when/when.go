// Package when formats dates for the reader. Its functions are pure: the caller
// passes the current time.
package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/feed/story"
)

// Inferred marks a year that is not in the copy but was inferred.
const Inferred = "~"

// Short returns a date for a list column, in at most 12 cells. A recent date is
// relative to now. An inferred year has a "~" before it. A date without a year is
// "15 Aug ~?"; no date is "".
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

// Brief returns a date without its year for a narrow column, in at most 7 cells. A
// "~" means that the year was inferred or is unknown.
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

// Day returns the full date: "Saturday, 15 August 2020".
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

// Marked returns Day with a "~" before an inferred year.
func Marked(d story.Date) string {
	day := Day(d)
	if d.Inferred() {
		return strings.Replace(day, strconv.Itoa(d.Year), year(d), 1)
	}
	return day
}

// Source returns the source from which a date or its year was inferred, or "" if
// the date is in the copy.
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

// daysBetween returns the number of calendar days from d to now. It is negative if d
// is in the future.
func daysBetween(d story.Date, now time.Time) int {
	then := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	y, m, day := now.Date()
	today := time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
	return int(today.Sub(then).Hours() / 24)
}
