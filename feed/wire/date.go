package wire

import (
	"fmt"
	"strings"
	"time"

	"dateline/feed/story"
)

const (
	nearGap   = 3  // years between the newest year of a text and a story that its weekday may give
	lateDays  = 31 // days that a name may be later than the dateline
	earlyDays = 2  // days that it may be earlier: zones, and desks that date ahead
)

// dating is the search for the day of one story: the evidence, and where the
// story ended up.
type dating struct {
	p           *parser
	month, day  int // the dateline's; month may be 0
	text        evidence
	name, meta  moment
	sent        moment // the day in brackets behind the last paragraph
	hasName     bool
	hasMeta     bool
	hasSent     bool
	modified    time.Time
	result      story.Date
	doubtfulDay bool // an ambiguity was reported
}

// date finds the day of the story by the evidence, in the order of the package
// comment.
func (p *parser) date(o Origin) {
	d := &dating{p: p, month: p.s.Dateline.Month, day: p.s.Dateline.Day, modified: o.ModTime}
	d.result = story.Date{Month: d.month, Day: d.day, From: story.FromNothing}
	d.name, d.hasName = nameDay(o.Path)
	for _, n := range p.s.Notes {
		if m, ok := firstDay(n.Embargo); ok && m.month != 0 {
			p.stamps = append(p.stamps, m)
		}
	}
	if len(p.stamps) > 0 {
		d.meta, d.hasMeta = p.stamps[0], true
	}
	d.sent, d.hasSent = p.sentInBrackets()
	if d.modified.Year() < 1980 || d.modified.Year() > 2150 {
		d.modified = time.Time{}
	}
	d.gather()
	switch {
	case d.month == 0:
		d.wholeDay()
	case p.s.Dateline.Year != 0:
		d.settle(p.s.Dateline.Year, story.FromDateline)
	default:
		d.year()
	}
	d.check()
	p.s.Date = d.result
}

// gather reads the evidence in the text.
func (d *dating) gather() {
	if d.month == 0 && !d.p.isWire() {
		return // a text of another kind names days that are not its own
	}
	n := 0
	for i := range d.p.s.Body {
		b := &d.p.s.Body[i]
		if d.month != 0 {
			d.text.read(b.Text, d.month, d.day)
		}
		if b.Kind == story.Paragraph && (d.month != 0 || n < votingParagraphs) {
			d.text.named.read(b.Text, n, d.month, d.day)
			n++
		}
	}
	for i := range d.p.s.Notes {
		if d.month != 0 {
			d.text.read(head(d.p.s.Notes[i].Text, noteBytes), d.month, d.day)
		}
	}
}

func (d *dating) settle(year int, from story.DateFrom) bool {
	if !validDate(year, d.month, d.day) {
		return false
	}
	d.result = story.Date{Year: year, Month: d.month, Day: d.day, From: from}
	if m := d.meta; !m.clock.IsZero() && m.year == year && m.month == d.month && m.day == d.day {
		d.result.Clock = m.clock
	}
	return true
}

// wholeDay finds day, month and year where the dateline has no month.
func (d *dating) wholeDay() {
	var at time.Time
	var from story.DateFrom
	switch {
	case d.hasSent && (d.day == 0 || d.day == d.sent.day):
		at, from = d.sent.time(), story.FromText
	case d.hasName && d.name.day != 0:
		at, from = d.name.time(), story.FromName
	case d.hasMeta:
		at, from = d.meta.time(), story.FromMetadata
	case !d.modified.IsZero() && d.fitsFolder() && d.fitsModTime():
		at, from = d.modified, story.FromModTime
	default:
		return
	}
	if d.day != 0 && at.Day() != d.day {
		back := at
		for range lateDays {
			if back = back.AddDate(0, 0, -1); back.Day() == d.day {
				break
			}
		}
		if next := at.AddDate(0, 0, 1); next.Day() == d.day {
			back = next
		}
		at = back
	}
	d.month, d.day = int(at.Month()), at.Day()
	d.settle(at.Year(), from)
}

// fitsFolder reports whether the time of the file lies in the year and month
// that its folder names, where it does.
func (d *dating) fitsFolder() bool {
	return !d.hasName || d.modified.Year() == d.name.year && (d.name.month == 0 || int(d.modified.Month()) == d.name.month)
}

// fitsModTime reports whether the day on which the file was written may be the
// one that the text names by its weekday, where the dateline gives no day.
func (d *dating) fitsModTime() bool {
	w, sure, ok := d.text.named.pick()
	is := d.modified.Weekday()
	if d.day != 0 || !ok || !sure || is == w || is == (w+1)%7 || is == (w+6)%7 {
		return true
	}
	d.ambiguous("the text names its day a %s, but the file was written on a %s", w, is)
	return false
}

func (m moment) time() time.Time {
	return time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
}

// year finds the year of a dateline that has month and day.
func (d *dating) year() {
	if d.fromText() || d.hasSent && d.near(d.sent, story.FromText) || d.hasName && d.near(d.name, story.FromName) || d.hasMeta && d.near(d.meta, story.FromMetadata) || d.fromWeekday() || d.fromModTime() {
		return
	}
	detail := "nothing gives the year of this dateline"
	if w, sure, ok := d.text.named.pick(); ok && sure && d.text.newest > 0 {
		if years := d.candidates(w, d.text.newest, d.text.newest+14); len(years) > 1 {
			detail += "; its " + w.String() + " allows " + strings.Trim(fmt.Sprint(years), "[]")
		}
	}
	d.p.doubt(story.NoDate, d.p.s.Dateline.Span.First, detail)
}

// fromText takes the newest full date in the text on the same month and day,
// unless later evidence makes it history: a newer year, a later name, or a
// weekday that it was not.
func (d *dating) fromText() bool {
	best := 0
	for _, y := range d.text.days {
		best = max(best, y)
	}
	if best == 0 || best < d.text.newest || d.hasName && d.name.year > best {
		return false
	}
	w, sure, ok := d.text.named.pick()
	if ok && sure && !d.fitsWeekday(best, w) {
		d.ambiguous("the text dates this day %d, but names it a %s", best, w)
		return false
	}
	if d.hasName && d.name.year < best {
		d.ambiguous("the text dates this day %d, the name of the file says %d", best, d.name.year)
	}
	return d.settle(best, story.FromText)
}

// fitsWeekday reports whether a text of the day in year y may name weekday w
// for it: the day itself, where the text pairs them; else also the one before
// or after, as copy of the early morning does.
func (d *dating) fitsWeekday(y int, w time.Weekday) bool {
	is := weekdayOf(y, d.month, d.day)
	if is == w {
		return true
	}
	return !d.text.named.isFixed && (is == (w+1)%7 || is == (w+6)%7)
}

func weekdayOf(y, m, d int) time.Weekday {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Weekday()
}

// near takes the year that brings the dateline nearest to m, the day of a name
// or a header.
func (d *dating) near(m moment, from story.DateFrom) bool {
	if m.day == 0 {
		return d.inFolder(m, from)
	}
	best, off := 0, 400
	for y := m.year - 1; y <= m.year+1; y++ {
		if !validDate(y, d.month, d.day) {
			continue
		}
		days := int(m.time().Sub(moment{year: y, month: d.month, day: d.day}.time()).Hours() / 24)
		if max(days, -days) < max(off, -off) {
			best, off = y, days
		}
	}
	if off < -1 || off > 1 {
		d.ambiguous("the dateline says %s %d, the %s of the file %04d-%02d-%02d", time.Month(d.month), d.day, from, m.year, m.month, m.day)
	}
	if best == 0 || off < -earlyDays || off > lateDays {
		return false
	}
	return d.settle(best, from)
}

// inFolder takes the year of a folder named after a year or a month.
func (d *dating) inFolder(m moment, from story.DateFrom) bool {
	y := m.year
	if m.month == 1 && d.month == 12 {
		y--
	}
	if m.month == 12 && d.month == 1 {
		y++
	}
	if m.month != 0 && m.month != d.month && (m.month+10)%12+1 != d.month && m.month%12+1 != d.month {
		d.ambiguous("the dateline says %s, the %s of the folder %s", time.Month(d.month), from, time.Month(m.month))
		return false
	}
	if w, sure, ok := d.text.named.pick(); ok && sure && validDate(y, d.month, d.day) && !d.fitsWeekday(y, w) {
		d.ambiguous("the folder says %d, but the text names the day a %s", y, w)
		return false
	}
	return d.settle(y, from)
}

// candidates are the years from first to last in which the dateline's day fell
// on w.
func (d *dating) candidates(w time.Weekday, first, last int) []int {
	var years []int
	for y := first; y <= last; y++ {
		if validDate(y, d.month, d.day) && weekdayOf(y, d.month, d.day) == w {
			years = append(years, y)
		}
	}
	return years
}

// fromWeekday takes the first year, from the newest in the text on, in which
// the day fell on the weekday that the text names, where it is near; or the
// only one before the file was written.
func (d *dating) fromWeekday() bool {
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

// lastYear is the last year in which the day lay before the file was written,
// 0 where that is not known.
func (d *dating) lastYear() int {
	if d.modified.IsZero() {
		return 0
	}
	limit := d.modified.AddDate(0, 0, 1)
	for y := limit.Year(); y > limit.Year()-9; y-- {
		if validDate(y, d.month, d.day) && !(moment{year: y, month: d.month, day: d.day}).time().After(limit) {
			return y
		}
	}
	return 0
}

// fromModTime takes the year of the last such day before the file was written,
// unless the text contradicts it.
func (d *dating) fromModTime() bool {
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

// check compares a year that is certain with the weekday that the text puts
// beside the day.
func (d *dating) check() {
	v := &d.text.named
	if !v.isFixed || d.result.Year == 0 || d.result.From == story.FromText && d.doubtfulDay {
		return
	}
	if is := weekdayOf(d.result.Year, d.month, d.day); is != v.paired {
		d.ambiguous("the text names the day a %s, but %s was a %s", v.paired, d.result, is)
	}
}

// ambiguous reports evidence that contradicts itself.
func (d *dating) ambiguous(format string, args ...any) {
	d.doubtfulDay = true
	d.p.doubt(story.Ambiguous, d.p.s.Dateline.Span.First, fmt.Sprintf(format, args...))
}
