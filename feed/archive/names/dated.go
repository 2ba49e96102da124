package names

import (
	"strconv"
	"strings"
)

// sample is the approximate number of names that MostDated looks at.
const sample = 200

// MostDated reports whether at least half of the names in list are Dated. It
// judges a long list by a sample.
func MostDated(list []string) bool {
	step := max(len(list)/sample, 1)
	dated, n := 0, 0
	for i := 0; i < len(list); i += step {
		n++
		if Dated(list[i]) {
			dated++
		}
	}
	return dated*2 >= n
}

// Dated reports whether name begins with a short number, or contains a year or a
// date. The digits of a hash are neither.
func Dated(name string) bool {
	for end := 0; end < len(name); {
		start := strings.IndexAny(name[end:], "0123456789")
		if start < 0 {
			return false
		}
		start += end
		end = start
		for end < len(name) && isDigit(name[end]) {
			end++
		}
		if datedRun(name, start, end) {
			return true
		}
	}
	return false
}

// datedRun reports whether the digits from start to end in name are a date.
func datedRun(name string, start, end int) bool {
	run := name[start:end]
	if len(run) >= 8 && isDay(run[:4], run[4:6], run[6:8]) {
		return true
	}
	if start > 0 && isLetter(name[start-1]) || end < len(name) && isLetter(name[end]) {
		return false
	}
	return start == 0 && len(run) <= 4 ||
		len(run) == 4 && isDay(run, "01", "01") ||
		len(run) == 6 && isDay("20"+run[:2], run[2:4], run[4:])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// isLetter reports whether b is a letter. Every byte beyond ASCII counts as one.
func isLetter(b byte) bool { return b >= 0x80 || 'a' <= b|0x20 && b|0x20 <= 'z' }

// isDay reports whether the digits are a day from 1900 to 2199.
func isDay(year, month, day string) bool {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	return y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= 31
}
