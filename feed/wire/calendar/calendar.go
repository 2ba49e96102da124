// Package calendar reads days in the notations of news agencies: "Aug. 15, 2020",
// "15. August", "15.8.2020", "2020-08-15", "2020년 8월 15일", "2020年8月15日", and the
// stamps of ANPA and IPTC transmissions. A Day may lack its year, or its year and
// month. A day that does not exist, such as February 30, is not read.
package calendar

import (
	"strings"
	"time"
	"unicode/utf8"

	"dateline/feed/wire/line"
)

// Day is a day. An unknown part is 0. Clock is the time if the copy gives one with its
// time zone, else zero.
type Day struct {
	Year, Month, Day int
	Clock            time.Time
	Either           bool // month and day may be exchanged: "10/03/2024"
}

// Time returns the beginning of the day in UTC.
func (d Day) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Each calls yield with every full date and every lone year in s, in order; at is the
// index of the year. It stops when yield returns false.
func Each(s string, yield func(m Day, at int) bool) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < '0' || c > '9' && c < 0xef {
			i++
			continue
		}
		if c >= 0xef {
			if _, size := line.Digit(s[i:]); size == 0 {
				i++
				continue
			}
		}
		end, n, count := i, 0, 0
		for end < len(s) {
			d, size := line.Digit(s[end:])
			if size == 0 {
				break
			}
			if count++; count <= 4 {
				n = n*10 + d
			}
			end += size
		}
		if count == 4 && n >= 1800 && n <= 2199 {
			if !yield(dayAround(s, i, end, n), i) {
				return
			}
		}
		i = end
	}
}

// dayAround reads the date around the year y at s[from:to]. A lone year has month 0.
func dayAround(s string, from, to, y int) Day {
	m := Day{Year: y}
	rest := line.Head(s[to:], 40)
	if n, d := cjkDayAt(line.Head(s[from:], 64)); n > 0 && d.Month != 0 && ValidDate(y, d.Month, d.Day) {
		m.Month, m.Day = d.Month, d.Day
		return m
	}
	if len(rest) > 3 && strings.IndexByte("-/.", rest[0]) >= 0 {
		mo, after, ok := line.LeadingNumber(strings.TrimLeft(rest[1:], " "))
		if ok && after != "" && after[0] == rest[0] {
			if d, tail, ok := line.LeadingNumber(strings.TrimLeft(after[1:], " ")); ok && ValidDate(y, mo, d) && (tail == "" || tail[0] != rest[0] || rest[0] == '.') {
				m.Month, m.Day = mo, d
				return m
			}
		}
	}
	m.Month, m.Day = dayBefore(s[:to], y)
	return m
}

// dayBefore reads the month and day before the year that ends s.
func dayBefore(s string, y int) (month, day int) {
	s = line.Tail(s, 48)
	if i := strings.LastIndexAny(s, "\n;:()"); i >= 0 {
		s = s[i+1:]
	}
	if len(s) < 8 || !mayEndDay(s) {
		return 0, 0
	}
	if _, d, ok := CutDay(s); ok && d.Year == y && ValidDate(y, d.Month, d.Day) {
		return d.Month, d.Day
	}
	return 0, 0
}

// mayEndDay reports, as a quick test, whether s may have a month or a number shortly
// before the year at its end.
func mayEndDay(s string) bool {
	return strings.ContainsAny(s[:len(s)-4], "0123456789") || s[0] >= 0x80 && !utf8.RuneStart(s[0])
}

// HasYear reports, as a quick test, whether s has the first digits of a year.
func HasYear(s string) bool {
	return follows(s, '1', "89") || follows(s, '2', "0") || strings.IndexByte(s, "１"[0]) >= 0 && line.ContainsOne(s, "１９", "２０")
}

// NamesYear reports, as a quick test, whether s has the first digits of a year and may have
// a number of four digits that is one.
func NamesYear(s string) bool {
	return HasYear(s) && (hasFour(s, '1') || hasFour(s, '2') || strings.IndexByte(s, "１"[0]) >= 0)
}

// hasFour reports whether c is the first of four digits in s.
func hasFour(s string, c byte) bool {
	for {
		i := strings.IndexByte(s, c)
		if i < 0 || len(s)-i < 4 {
			return false
		}
		if isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) {
			return true
		}
		s = s[i+1:]
	}
}

// follows reports whether one of the characters next follows c in s.
func follows(s string, c byte, next string) bool {
	for {
		i := strings.IndexByte(s, c)
		if i < 0 || i+1 == len(s) {
			return false
		}
		if s = s[i+1:]; strings.IndexByte(next, s[0]) >= 0 {
			return true
		}
	}
}

// First returns the first date or lone year in s.
func First(s string) (Day, bool) {
	var found Day
	Each(s, func(m Day, _ int) bool {
		found = m
		return false
	})
	return found, found.Year != 0
}
