package calendar

// ValidDay reports whether month m has a day d in some year.
func ValidDay(m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	return d <= [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[m-1]
}

// ValidDate reports whether the day y-m-d exists and the year is between 1800 and 2199.
func ValidDate(y, m, d int) bool {
	if y < 1800 || y > 2199 || !ValidDay(m, d) {
		return false
	}
	return m != 2 || d < 29 || y%4 == 0 && (y%100 != 0 || y%400 == 0)
}

func isYear(n int) bool { return n >= 1850 && n <= 2150 }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// FullYear returns the year between 1970 and 2069 that two digits stand for.
func FullYear(n int) int {
	switch {
	case n >= 100:
		return n
	case n >= 70:
		return 1900 + n
	}
	return 2000 + n
}
