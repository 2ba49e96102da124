package locale

import (
	"strconv"
	"strings"
	"time"
)

// Count formats n with the separator of the language between thousands: "12,191".
func Count(n int) string {
	s := strconv.Itoa(n)
	first := 0 // the first digit
	if n < 0 {
		first = 1
	}
	if len(s)-first <= 3 {
		return s
	}
	separator := In("number").T(",")
	for i := len(s) - 3; i > first; i -= 3 {
		s = s[:i] + separator + s[i:]
	}
	return s
}

// Decimal formats x with one digit after the decimal point of the language: "58.1".
func Decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 1, 64), ".", In("number").T("."), 1)
}

// Month is the name of a month: "October".
func Month(m time.Month) string {
	return word(In("date").T("January February March April May June July August September October November December"), int(m)-1)
}

// ShortMonth is a month in a date without words around it: "Oct".
func ShortMonth(m time.Month) string {
	return word(In("date").T("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), int(m)-1)
}

// Weekday is the short name of a weekday: "Sun".
func Weekday(d time.Weekday) string {
	return word(In("date").T("Sun Mon Tue Wed Thu Fri Sat"), int(d))
}

// word returns the word of s with that index, "" if there is none.
func word(s string, index int) string {
	for range index {
		_, s, _ = strings.Cut(s, " ")
	}
	s, _, _ = strings.Cut(s, " ")
	return s
}
