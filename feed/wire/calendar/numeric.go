package calendar

import (
	"strings"

	"dateline/feed/wire/line"
)

// cutNumericDay cuts "2024-10-03", "03.10.2024" or "10/13/2024" off the beginning of w. In
// "10/03/2024" month and day may be exchanged.
func cutNumericDay(w string) (m Day, rest string) {
	end := strings.IndexFunc(w, func(c rune) bool { return (c < '0' || c > '9') && c != '.' && c != '/' && c != '-' })
	if end < 0 {
		end = len(w)
	}
	for n := end; n >= 8; n-- {
		m, ok := numericDay(w[:n])
		if !ok {
			m, ok = numericDay(monthFirst(w[:n]))
		}
		if !ok || n < len(w) && isDigit(w[n]) {
			continue
		}
		first := strings.IndexByte(w, '/')
		m.Either = first > 0 && first <= 2 && m.Day <= 12 && m.Day != m.Month
		return m, w[n:]
	}
	return Day{}, w
}

// monthFirst returns "10/13/2024" with its day first.
func monthFirst(w string) string {
	month, rest, _ := strings.Cut(w, "/")
	day, year, ok := strings.Cut(rest, "/")
	if !ok || len(month) > 2 {
		return ""
	}
	return day + "/" + month + "/" + year
}

// jucheBefore is the year before the first of the calendar of North Korea.
const jucheBefore = 1911

var jucheWords = [...]string{"Juche", "juche", "JUCHE", "주체"}

func hasJuche(s string) bool { return line.ContainsOne(s, jucheWords[:]...) }

// cutJuche cuts "Juche113.9.18." off the beginning of w.
func cutJuche(w string) (m Day, rest string) {
	n := len(line.Prefix(w, jucheWords[:]...))
	y, rest, ok := line.LeadingNumber(w[n:])
	if n == 0 || !ok || !strings.HasPrefix(rest, ".") {
		return Day{}, w
	}
	mo, rest, _ := line.LeadingNumber(rest[1:])
	if !strings.HasPrefix(rest, ".") {
		return Day{}, w
	}
	d, rest, _ := line.LeadingNumber(rest[1:])
	if !ValidDate(y+jucheBefore, mo, d) {
		return Day{}, w
	}
	return Day{Year: y + jucheBefore, Month: mo, Day: d}, rest
}
