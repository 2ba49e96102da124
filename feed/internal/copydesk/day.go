package copydesk

import "time"

// The shape of an archive.
const (
	perDay   = 100
	perGroup = 10
)

var firstDay = time.Date(2000, 1, 3, 0, 0, 0, 0, time.UTC)

// day returns the day of file i.
func day(i int) time.Time { return firstDay.AddDate(0, 0, i/perDay) }

// monthDay returns the month and the day of file i.
func monthDay(i int) string {
	at := day(i)
	return months[at.Month()-1] + at.Format(" 2")
}

// serialDays is the number of days of which one has serial names.
const serialDays = 20

// isSerial reports whether the files of the day of file i have serial names.
func isSerial(i int) bool { return i/perDay%serialDays == serialDays/2 }
