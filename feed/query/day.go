package query

import (
	"fmt"
	"time"
)

// Day is a day of the calendar. The zero Day is no day.
type Day struct{ Year, Month, Day int }

// DayOf returns the day of t in its location.
func DayOf(t time.Time) Day {
	year, month, day := t.Date()
	return Day{year, int(month), day}
}

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Before reports whether d is earlier than o.
func (d Day) Before(o Day) bool {
	if d.Year != o.Year {
		return d.Year < o.Year
	}
	if d.Month != o.Month {
		return d.Month < o.Month
	}
	return d.Day < o.Day
}

// Add returns the day that is days after d, or before d if days is negative.
func (d Day) Add(days int) Day {
	return DayOf(time.Date(d.Year, time.Month(d.Month), d.Day+days, 0, 0, 0, 0, time.UTC))
}

// String returns d in the form of a query, "2024-08-15", or "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// back returns the same day that many months earlier, or the last day of that month
// if it is shorter.
func (d Day) back(months int) Day {
	first := DayOf(time.Date(d.Year, time.Month(d.Month-months), 1, 0, 0, 0, 0, time.UTC))
	first.Day = min(d.Day, daysIn(first.Year, first.Month))
	return first
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
