package calendar

import (
	"strings"
	"time"
	"unicode"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// Until is a moment in the future of a story, as copy names it.
type Until struct {
	Time  time.Time
	Zoned bool // the copy names its time zone
}

// ReadUntil reads the moment in a text such as "0600 GMT Oct. 5", "6 p.m. EDT Monday",
// "5. Oktober, 6.00 Uhr" or "5일 정오". What it lacks is that of near, a day that is known: the year is
// the one that brings the moment nearest, and a day of the week is the next one. A time
// without a zone is one of local. A day without a time begins at midnight; midnight itself
// ends its day. Other words do not count. Ok is false if there is neither day nor time.
func ReadUntil(text string, near Day, local *time.Location) (u Until, ok bool) {
	r := untilReader{near: near}
	text = r.cutDay(line.Head(text, SentBytes))
	list := strings.FieldsFunc(text, isUntilSpace)
	for i := range list {
		r.word(list[i:])
	}
	return r.result(local)
}

func isUntilSpace(c rune) bool {
	return unicode.IsSpace(c) || strings.ContainsRune(",()[]<>;=/：、", c)
}

// untilReader collects the words of a moment.
type untilReader struct {
	near         Day
	day          Day
	later        int // days after near
	named        bool
	hour, minute int
	timed        bool
	after        bool   // the last word was a time
	half         string // "am" or "pm"
	loc          *time.Location
}

// cutDay reads a day that is written as a whole, and returns text without it.
func (r *untilReader) cutDay(text string) string {
	if from, to, d := CJKDay(text); to > 0 {
		r.day, r.named = d, true
		text = text[:from] + " " + text[to:]
	}
	return clockMarks.Replace(text)
}

// clockMarks gives one form to times of day.
var clockMarks = strings.NewReplacer("a.m.", "am ", "p.m.", "pm ", "A.M.", "am ", "P.M.", "pm ", "a.m", "am ", "p.m", "pm ", "시", "시 ", "時", "時 ", "点", "点 ")

// word reads the first word of list.
func (r *untilReader) word(list []string) {
	low, next := untilWord(list[0]), ""
	if len(list) > 1 {
		next = untilWord(list[1])
	}
	if day, rest := cutNumericDay(list[0]); day.Year != 0 && !r.named {
		r.day, r.named = day, true
		low = untilWord(strings.TrimLeft(rest, "-T"))
	}
	after := r.after
	r.after = false
	switch kind := momentWords()[low]; {
	case kind == "noon":
		r.setTime(12, 0)
	case kind == "midnight":
		r.setTime(24, 0)
	case kind != "":
		r.half = kind
		if kind == "tomorrow" {
			r.half, r.later, r.named = "", 1, true
		}
	case (low == "am" || low == "pm") && after:
		r.half = low
	case r.time(low, next), r.zone(low), r.date(low):
	default:
		if day, ok := words.Weekday(low); ok && !r.named {
			r.later, r.named = (int(day)-int(r.near.Time().Weekday())+7)%7, true
		}
	}
}

func untilWord(w string) string { return strings.ToLower(strings.Trim(w, ".:-–—")) }

// momentWords are words for times of day and days, by what they mean.
var momentWords = words.Map("moment")

func (r *untilReader) setTime(hour, minute int) bool {
	if r.timed || hour > 24 || minute > 59 {
		return false
	}
	r.hour, r.minute, r.timed, r.after = hour, minute, true, true
	return true
}

// time reads "0600", "06:00", "6.30" before "uhr", "6" before "pm", "6pm", "15h00", "6시".
func (r *untilReader) time(w, next string) bool {
	digits := 0
	for digits < len(w) && isDigit(w[digits]) {
		digits++
	}
	if digits == 0 || digits > 4 || r.timed {
		return r.minutes(w, digits)
	}
	n, rest := line.Atoi(w[:digits]), w[digits:]
	switch digits {
	case 4:
		return r.fourDigits(n, rest, next)
	case 3:
		return false
	}
	return r.shortHour(n, rest, next) || r.clock(n, rest, isHours(next))
}

// fourDigits reads "0600", "0600GMT" and "1500h". A year is no time unless no day was named
// before it, or a zone or a unit follows.
func (r *untilReader) fourDigits(n int, rest, next string) bool {
	alone := rest == "" && (!isYear(n) || r.day.Month == 0 || IsZone(next) || isHours(next))
	return (alone || rest == "h" || rest != "" && r.zone(rest)) && r.setTime(n/100, n%100)
}

// shortHour reads an hour without minutes: "6" before "pm", "6pm", "6시". The 12 of "12 noon"
// is no day.
func (r *untilReader) shortHour(n int, rest, next string) bool {
	unit := rest
	if rest == "" {
		unit = next
	}
	switch kind := momentWords()[next]; {
	case n == 12 && rest == "" && (kind == "noon" || kind == "midnight"):
		return true
	case unit == "am" || unit == "pm":
		r.half = unit
		return r.setTime(n, 0)
	case rest == "시" || rest == "時" || rest == "点" || rest == "h" || isHours(unit):
		return r.setTime(n, 0)
	}
	return false
}

// clock reads what follows the hour in "06:00", "6:30pm", "6.30 Uhr" and "15h00".
func (r *untilReader) clock(hour int, rest string, hours bool) bool {
	if len(rest) < 3 || rest[0] != ':' && rest[0] != 'h' && (rest[0] != '.' || !hours) || !line.IsDigits(rest[1:3], 2, 2) {
		return false
	}
	minute, rest := line.Atoi(rest[1:3]), rest[3:]
	if len(rest) >= 3 && rest[0] == ':' {
		rest = rest[3:]
	}
	if rest == "am" || rest == "pm" {
		r.half = rest
	} else if rest != "" && !r.zone(rest) {
		return false
	}
	return r.setTime(hour, minute)
}

// minutes reads "30분" after an hour.
func (r *untilReader) minutes(w string, digits int) bool {
	if rest := w[min(digits, len(w)):]; digits == 0 || digits > 2 || !r.timed || rest != "분" && rest != "分" {
		return false
	}
	r.minute = min(line.Atoi(w[:digits]), 59)
	return true
}

// isHours reports whether w is the unit of a time of day.
func isHours(w string) bool {
	return w == "uhr" || w == "hours" || w == "hrs" || w == "heures" || w == "horas"
}

func (r *untilReader) zone(w string) bool {
	loc := zone(w)
	if loc == nil || r.loc != nil {
		return false
	}
	r.loc = loc
	return true
}

// date reads a month, a day of it, or a year.
func (r *untilReader) date(w string) bool {
	d := &r.day
	if m := MonthWord(w); m > 0 && d.Month == 0 {
		d.Month, r.named = m, true
		return true
	}
	if n, ok := line.FourDigits(w); ok && isYear(n) && d.Year == 0 {
		d.Year = n
		return true
	}
	if n, ok := DayOfMonth(w); ok && d.Day == 0 {
		d.Day = n
		return true
	}
	return false
}

func (r *untilReader) result(local *time.Location) (Until, bool) {
	if !r.timed && !r.named && r.day.Day == 0 {
		return Until{}, false
	}
	day, ok := r.wholeDay()
	if !ok {
		return Until{}, false
	}
	switch {
	case r.half == "pm" && r.hour < 12:
		r.hour += 12
	case r.half == "am" && r.hour == 12:
		r.hour = 0
	}
	loc := r.loc
	if loc == nil {
		loc = local
	}
	return Until{time.Date(day.Year, time.Month(day.Month), day.Day, r.hour, r.minute, 0, 0, loc), r.loc != nil}, true
}

// wholeDay returns the day of the moment.
func (r *untilReader) wholeDay() (Day, bool) {
	d, near := r.day, r.near
	if d.Day == 0 || d.Month == 0 && near.Month == 0 {
		if d.Month != 0 || !ValidDate(near.Year, near.Month, near.Day) {
			return d, false
		}
		t := near.Time().AddDate(0, 0, r.later)
		return Day{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
	}
	if d.Month == 0 { // the day of this month, or of the next
		d.Month, d.Year = near.Month, near.Year
		if d.Day < near.Day {
			t := time.Date(near.Year, time.Month(near.Month+1), 1, 0, 0, 0, 0, time.UTC)
			d.Month, d.Year = int(t.Month()), t.Year()
		}
	}
	if d.Year == 0 {
		if near.Year == 0 {
			return d, false
		}
		d.Year = near.Year
		const half = 183 * 24 * time.Hour
		switch gap := d.Time().Sub(near.Time()); {
		case gap < -half:
			d.Year++
		case gap > half:
			d.Year--
		}
	}
	return d, ValidDate(d.Year, d.Month, d.Day)
}
