package calendar

import (
	"strings"

	"dateline/feed/wire/line"
)

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

// cutJucheYear cuts "Juche 113 (2024)" off the end of s.
func cutJucheYear(s string) (before string, year int) {
	tail := line.Tail(s, 24)
	i := strings.Index(tail, jucheWords[0])
	if i < 0 {
		return s, 0
	}
	n, _, ok := line.LeadingNumber(strings.TrimLeft(tail[i+len(jucheWords[0]):], " "))
	if !ok || !isYear(n+jucheBefore) {
		return s, 0
	}
	return s[:len(s)-len(tail)+i], n + jucheBefore
}
