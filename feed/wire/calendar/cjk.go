package calendar

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/wire/line"
)

// CJKDay finds the first day in s that is written with the characters for year,
// month and day: "2020年8月15日", "8월 15일", "15日". To is 0 if there is none.
func CJKDay(s string) (from, to int, d Day) {
	if line.IsASCII(s) {
		return 0, 0, d
	}
	for i := 0; i < len(s); {
		if _, size := line.Digit(s[i:]); size == 0 {
			_, size = utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if n, d := cjkDayAt(s[i:]); n > 0 {
			return i, i + n, d
		}
		for {
			_, size := line.Digit(s[i:])
			if size == 0 {
				break
			}
			i += size
		}
	}
	return 0, 0, d
}

// RepeatedDay returns the full date in s whose day s names a second time without month and
// year, as Korean copy does: "2020년 8월 15일 … 15일 밝혔다".
func RepeatedDay(s string) (Day, bool) {
	var full Day
	s = line.Head(s, 2000)
	for s != "" {
		_, to, d := CJKDay(s)
		switch {
		case to == 0:
			return Day{}, false
		case d.Year != 0 && full.Year == 0:
			full = d
		case full.Day == d.Day && d.Month == 0 && d.Year == 0 && full.Day != 0:
			return full, ValidDate(full.Year, full.Month, full.Day)
		}
		s = s[to:]
	}
	return Day{}, false
}

// cjkDayAt reads a day as CJKDay does at the beginning of s; n is its length.
func cjkDayAt(s string) (n int, d Day) {
	for n < len(s) {
		value, rest, ok := line.LongNumber(s[n:])
		rest = strings.TrimLeft(rest, " ")
		unit, size := utf8.DecodeRuneInString(rest)
		if !ok || !cjkUnit(&d, unit, value) {
			return 0, d
		}
		n = len(s) - len(rest) + size
		if d.Day != 0 {
			return n, d
		}
		n += len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
	}
	return 0, d
}

// cjkUnit sets the year, month or day of d to value, depending on the character after
// the number. It returns false for another character, value or order.
func cjkUnit(d *Day, unit rune, value int) bool {
	switch unit {
	case '年', '년':
		if d.Year != 0 || d.Month != 0 || !isYear(value) {
			return false
		}
		d.Year = value
	case '月', '월':
		if d.Month != 0 || value < 1 || value > 12 {
			return false
		}
		d.Month = value
	case '日', '일':
		if d.Month == 0 && (d.Year != 0 || value < 1 || value > 31) || d.Month != 0 && !ValidDay(d.Month, value) {
			return false
		}
		d.Day = value
	default:
		return false
	}
	return true
}
