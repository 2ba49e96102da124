package story

import (
	"fmt"
	"time"
)

// DateFrom is the evidence for a date, or for its year.
type DateFrom string

// The sources of a date, best first.
const (
	FromDateline DateFrom = "dateline"
	FromText     DateFrom = "text"
	FromName     DateFrom = "name"
	FromWeekday  DateFrom = "weekday"
	FromMetadata DateFrom = "metadata"
	FromModTime  DateFrom = "mtime"
	FromNothing  DateFrom = "none"
)

// Date is the day of a story, as far as it is known. Year is 0 if there is no
// evidence for it; Month and Day are 0 if nothing is known.
type Date struct {
	Year  int
	Month int
	Day   int
	Clock time.Time // the moment, if the copy gives a time
	From  DateFrom
}

// Known reports whether year, month and day are known.
func (d Date) Known() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// Inferred reports whether the year was inferred because the dateline does not give it.
func (d Date) Inferred() bool { return d.Year != 0 && d.From != FromDateline }

// String returns the date as it is in JSON: "2020-08-15", RFC 3339 with a time,
// "--08-15" without a year, "" if nothing is known.
func (d Date) String() string {
	switch {
	case !d.Clock.IsZero():
		return d.Clock.Format(time.RFC3339)
	case d.Known():
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case d.Month != 0 && d.Day != 0:
		return fmt.Sprintf("--%02d-%02d", d.Month, d.Day)
	}
	return ""
}

// Unix returns the moment in seconds, for ordering stories. Dates without a year
// come first.
func (d Date) Unix() int64 {
	switch {
	case !d.Clock.IsZero():
		return d.Clock.Unix()
	case d.Known():
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix()
	case d.Month != 0:
		return undated + int64(d.Month*31+d.Day)
	}
	return undated
}

// undated is before every date with a year: it is in the year 1.
const undated = -62135596800

// Weekday returns the day of the week; ok is false if the year is not known.
func (d Date) Weekday() (day time.Weekday, ok bool) {
	if !d.Known() {
		return 0, false
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday(), true
}

// Candidate is a day that some evidence gives for a story, and why it is not the date of
// the story.
type Candidate struct {
	Date     Date   // its From is the kind of the evidence; zero if the evidence gives no day
	Evidence string // the evidence in words: "the weekday Saturday in the text"
	Weight   int    // 0 to 100; the heaviest candidate that did not lose is the date
	Lost     string // why it is not the date; empty for the one that is
}
