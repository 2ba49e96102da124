package dating

import (
	"time"

	"dateline/feed/wire/calendar"
)

// emptyTimes are the days that programs give to files whose time they do not know: the
// beginning of Unix time, of DOS time, and the day that npm writes.
var emptyTimes = [...]time.Time{
	time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC),
	time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
	time.Date(1985, 10, 26, 8, 15, 0, 0, time.UTC),
}

// fileTime returns t if it may be evidence. Otherwise it returns the zero time, and the
// reason if t is not zero.
func fileTime(t time.Time) (at time.Time, unfit string) {
	switch {
	case t.IsZero():
		return time.Time{}, ""
	case time.Until(t) > 48*time.Hour:
		return time.Time{}, "it is in the future"
	case t.Year() < 1970:
		return time.Time{}, "it is before 1970"
	}
	for _, empty := range emptyTimes {
		if off := t.Sub(empty); off > -24*time.Hour && off < 48*time.Hour && (empty.Hour() == 0 || off == 0) {
			return time.Time{}, "it is what programs write if they know no time"
		}
	}
	return t, ""
}

func dayOfTime(t time.Time) calendar.Day {
	y, m, d := t.Date()
	return calendar.Day{Year: y, Month: int(m), Day: d}
}

// daysBetween returns the number of days from a to b.
func daysBetween(a, b calendar.Day) int {
	const day = 24 * 60 * 60
	return int((b.Time().Unix() - a.Time().Unix()) / day)
}
