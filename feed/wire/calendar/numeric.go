package calendar

import "strings"

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
