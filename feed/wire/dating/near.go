package dating

import (
	"fmt"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
)

func (d *search) fromSent() (finding, bool) {
	if !d.hasSent {
		return finding{}, false
	}
	f := d.near(d.sent, story.FromText, textWeight)
	f.text = "a date in brackets after the text"
	return f, true
}

func (d *search) fromPath() (finding, bool) {
	if !d.hasName {
		return finding{}, false
	}
	if d.name.Day == 0 {
		return d.inFolder(d.name), true
	}
	f := d.near(d.name, story.FromName, nameWeight)
	f.text = "a date in the path"
	return f, true
}

func (d *search) fromHeader() (finding, bool) {
	if !d.hasMeta {
		return finding{}, false
	}
	f := d.near(d.meta, story.FromMetadata, metaWeight)
	f.text = "a date in a header or trailer"
	return f, true
}

// near takes the year that puts the dateline nearest to m, the day in a path or a header.
func (d *search) near(m calendar.Day, from story.DateFrom, weight int) finding {
	if m.Day == 0 {
		return finding{year: m.Year, weight: weight}
	}
	f, off := finding{weight: weight}, 400
	for y := m.Year - 1; y <= m.Year+1; y++ {
		if !calendar.ValidDate(y, d.month, d.day) {
			continue
		}
		days := daysBetween(calendar.Day{Year: y, Month: d.month, Day: d.day}, m)
		if max(days, -days) < max(off, -off) {
			f.year, off = y, days
		}
	}
	if off < -1 || off > 1 {
		f.doubt = fmt.Sprintf("the dateline says %s, the %s of the file %04d-%02d-%02d", monthDayText(d.month, d.day), from, m.Year, m.Month, m.Day)
	}
	switch {
	case f.year == 0 || off < -lateDays || off > lateDays:
		f.lost = fmt.Sprintf("it is more than %d days from %s", lateDays, monthDayText(d.month, d.day))
	case off < -earlyDays || off > earlyDays:
		f.weight = min(weight, farName)
	}
	return f
}

// inFolder takes the year of a folder whose name is a year or a month.
func (d *search) inFolder(m calendar.Day) finding {
	f := finding{year: m.Year, weight: yearFolder, text: "the folder of a year"}
	if m.Month != 0 {
		f.weight, f.text = nameWeight, "the folder of a month"
	}
	if m.Month == 1 && d.month == 12 {
		f.year--
	}
	if m.Month == 12 && d.month == 1 {
		f.year++
	}
	if m.Month != 0 && m.Month != d.month && (m.Month+10)%12+1 != d.month && m.Month%12+1 != d.month {
		f.lost = "it is the folder of another month"
		f.doubt = fmt.Sprintf("the dateline says %s, the %s of the folder %s", time.Month(d.month), story.FromName, time.Month(m.Month))
		return f
	}
	if w, sure, ok := d.text.named.pick(); ok && sure && calendar.ValidDate(f.year, d.month, d.day) && !d.fitsWeekday(f.year, w) {
		f.lost = fmt.Sprintf("the text names the day a %s", w)
		f.doubt = fmt.Sprintf("the folder says %d, but the text names the day a %s", f.year, w)
	}
	return f
}

// fromWeekday takes the first year in which the day fell on the weekday that the
// text names, counted from the newest year in the text. The year must be near, or
// the only one before the file was written.
func (d *search) fromWeekday() (f finding, ok bool) {
	w, sure, ok := d.text.named.pick()
	if !ok {
		return f, false
	}
	f.weight, f.text = weekWeight, "the weekday "+w.String()+" in the text"
	newest := d.text.newest
	if !sure || newest == 0 {
		f.lost = "the text names several weekdays"
		if sure {
			f.lost = "the text names no past year to count from"
		}
		return f, true
	}
	last, _ := d.fileYear()
	years := d.candidates(w, newest, max(newest+14, last))
	if len(years) == 0 {
		f.lost = "no year fits"
		return f, true
	}
	f.year = years[0]
	if d.text.near && f.year-newest <= nearGap {
		if last >= newest && f.year > last {
			f.doubt = fmt.Sprintf("the weekday %s allows %d, but the file is older", w, f.year)
		}
		return f, true
	}
	if last == 0 || f.year > last || len(years) > 1 && years[1] <= last {
		f.lost = fmt.Sprintf("%d, the newest year in the text, is too long before it", newest)
	}
	return f, true
}

// fileYear returns the last year in which the day of the dateline was before the time of
// the file, and the days between them. Year is 0 if the file has no time.
func (d *search) fileYear() (year, gap int) {
	if d.modified.IsZero() {
		return 0, 0
	}
	written := dayOfTime(d.modified)
	for y := written.Year + 1; y > written.Year-9; y-- {
		if !calendar.ValidDate(y, d.month, d.day) {
			continue
		}
		if gap = daysBetween(calendar.Day{Year: y, Month: d.month, Day: d.day}, written); gap >= -1 {
			return y, gap
		}
	}
	return 0, 0
}

// fromModTime takes the year of the time of the file if the file was written soon after
// that day. An old time says when the file was copied.
func (d *search) fromModTime() (f finding, ok bool) {
	f.text = "the time of the file"
	if d.unfit != "" {
		f.lost = d.unfit
		return f, true
	}
	var gap int
	if f.year, gap = d.fileYear(); f.year == 0 {
		return f, false
	}
	f.weight = fileWeight
	w, sure, named := d.text.named.pick()
	switch {
	case gap >= 0 && gap <= freshDays:
		f.weight = freshWeight
	case gap > lateDays:
		f.lost = fmt.Sprintf("it is %d days after %s: the file was copied", gap, monthDayText(d.month, d.day))
	case f.year < d.text.newest:
		f.lost = fmt.Sprintf("the text names the later year %d", d.text.newest)
	case named && sure && !d.fitsWeekday(f.year, w):
		f.lost = fmt.Sprintf("the text names the day a %s", w)
		f.doubt = fmt.Sprintf("the file was written after this day of %d, but the text names it a %s", f.year, w)
	}
	return f, true
}

func monthDayText(m, d int) string { return fmt.Sprintf("%s %d", time.Month(m), d) }
