package dating

import (
	"fmt"
	"strings"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
)

const (
	nearGap   = 3  // a weekday gives a year at most this much later than the newest year in the text
	lateDays  = 31 // the date in a path is at most this many days later than the dateline
	earlyDays = 2  // or this many earlier: time zones, and desks that date ahead
)

// source is one kind of evidence for the year of a dateline. Find sets the date and
// reports whether the evidence gives one.
type source struct {
	name string
	find func(*search) bool
}

// sources are tried in this order. The first that gives a year wins.
var sources = [...]source{
	{"a full date in the text", (*search).fromText},
	{"a date in brackets after the text", (*search).fromSent},
	{"a date in the path", (*search).fromPath},
	{"a date in a header or trailer", (*search).fromHeader},
	{"a weekday in the text", (*search).fromWeekday},
	{"the time of the file", (*search).fromModTime},
}

func (d *search) fromSent() bool { return d.hasSent && d.near(d.sent, story.FromText) }

func (d *search) fromPath() bool { return d.hasName && d.near(d.name, story.FromName) }

func (d *search) fromHeader() bool { return d.hasMeta && d.near(d.meta, story.FromMetadata) }

// year finds the year of a dateline that has a month and a day.
func (d *search) year() {
	for _, s := range sources {
		if s.find(d) {
			return
		}
	}
	detail := "nothing gives the year of this dateline"
	if w, sure, ok := d.text.named.pick(); ok && sure && d.text.newest > 0 {
		if years := d.candidates(w, d.text.newest, d.text.newest+14); len(years) > 1 {
			detail += "; its " + w.String() + " allows " + strings.Trim(fmt.Sprint(years), "[]")
		}
	}
	d.doubt(story.NoDate, detail)
}

// fromText takes the newest full date in the text with the month and day of the
// dateline. The date is history, and does not count, if the text mentions a newer year,
// the path has a later one, or the weekday differs.
func (d *search) fromText() bool {
	best := 0
	for _, y := range d.text.days {
		best = max(best, y)
	}
	if best == 0 || best < d.text.newest || d.hasName && d.name.Year > best {
		return false
	}
	w, sure, ok := d.text.named.pick()
	if ok && sure && !d.fitsWeekday(best, w) {
		d.ambiguous("the text dates this day %d, but names it a %s", best, w)
		return false
	}
	if d.hasName && d.name.Year < best {
		d.ambiguous("the text dates this day %d, the name of the file says %d", best, d.name.Year)
	}
	return d.settle(best, story.FromText)
}

// fitsWeekday reports whether the text may call the day of the dateline in year y a w.
// If the text gives the weekday beside the date, they must agree; otherwise the day
// before and the day after fit too, for copy written after midnight.
func (d *search) fitsWeekday(y int, w time.Weekday) bool {
	is := weekdayOf(y, d.month, d.day)
	if is == w {
		return true
	}
	return !d.text.named.isFixed && (is == (w+1)%7 || is == (w+6)%7)
}

func weekdayOf(y, m, d int) time.Weekday {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Weekday()
}

// near takes the year that puts the dateline nearest to m, the day in a path or a header.
func (d *search) near(m calendar.Day, from story.DateFrom) bool {
	if m.Day == 0 {
		return d.inFolder(m, from)
	}
	best, off := 0, 400
	for y := m.Year - 1; y <= m.Year+1; y++ {
		if !calendar.ValidDate(y, d.month, d.day) {
			continue
		}
		days := int(m.Time().Sub(calendar.Day{Year: y, Month: d.month, Day: d.day}.Time()).Hours() / 24)
		if max(days, -days) < max(off, -off) {
			best, off = y, days
		}
	}
	if off < -1 || off > 1 {
		d.ambiguous("the dateline says %s %d, the %s of the file %04d-%02d-%02d", time.Month(d.month), d.day, from, m.Year, m.Month, m.Day)
	}
	if best == 0 || off < -earlyDays || off > lateDays {
		return false
	}
	return d.settle(best, from)
}

// inFolder takes the year of a folder whose name is a year or a month.
func (d *search) inFolder(m calendar.Day, from story.DateFrom) bool {
	y := m.Year
	if m.Month == 1 && d.month == 12 {
		y--
	}
	if m.Month == 12 && d.month == 1 {
		y++
	}
	if m.Month != 0 && m.Month != d.month && (m.Month+10)%12+1 != d.month && m.Month%12+1 != d.month {
		d.ambiguous("the dateline says %s, the %s of the folder %s", time.Month(d.month), from, time.Month(m.Month))
		return false
	}
	if w, sure, ok := d.text.named.pick(); ok && sure && calendar.ValidDate(y, d.month, d.day) && !d.fitsWeekday(y, w) {
		d.ambiguous("the folder says %d, but the text names the day a %s", y, w)
		return false
	}
	return d.settle(y, from)
}

// candidates returns the years from first to last in which the dateline's day fell
// on w.
func (d *search) candidates(w time.Weekday, first, last int) []int {
	var years []int
	for y := first; y <= last; y++ {
		if calendar.ValidDate(y, d.month, d.day) && weekdayOf(y, d.month, d.day) == w {
			years = append(years, y)
		}
	}
	return years
}

// fromWeekday takes the first year in which the day fell on the weekday that the
// text names, counted from the newest year in the text. The year must be near, or
// the only one before the file was written.
func (d *search) fromWeekday() bool {
	w, sure, ok := d.text.named.pick()
	newest := d.text.newest
	if !ok || !sure || newest == 0 {
		return false
	}
	years := d.candidates(w, newest, newest+14)
	if len(years) == 0 {
		return false
	}
	if d.text.near && years[0]-newest <= nearGap {
		if last := d.lastYear(); last >= newest && years[0] > last {
			d.ambiguous("the weekday %s allows %d, but the file is older", w, years[0])
		}
		return d.settle(years[0], story.FromWeekday)
	}
	if last := d.lastYear(); last > 0 && years[0] <= last && (len(years) == 1 || years[1] > last) {
		return d.settle(years[0], story.FromWeekday)
	}
	return false
}

// lastYear returns the last year in which the day was before the time of the file, 0 if
// the file has no time.
func (d *search) lastYear() int {
	if d.modified.IsZero() {
		return 0
	}
	limit := d.modified.AddDate(0, 0, 1)
	for y := limit.Year(); y > limit.Year()-9; y-- {
		if calendar.ValidDate(y, d.month, d.day) && !(calendar.Day{Year: y, Month: d.month, Day: d.day}).Time().After(limit) {
			return y
		}
	}
	return 0
}

// fromModTime takes lastYear, unless the text contradicts it.
func (d *search) fromModTime() bool {
	y := d.lastYear()
	if y == 0 || y < d.text.newest {
		return false
	}
	if w, sure, ok := d.text.named.pick(); ok && sure && !d.fitsWeekday(y, w) {
		d.ambiguous("the file was written after this day of %d, but the text names it a %s", y, w)
		return false
	}
	return d.settle(y, story.FromModTime)
}
