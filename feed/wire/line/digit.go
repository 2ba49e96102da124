package line

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FourDigits reads w, which must be four digits. A comma or a full stop after them
// does not count.
func FourDigits(w string) (int, bool) {
	w = strings.TrimRight(w, ".,")
	value, count := 0, 0
	for w != "" {
		d, size := Digit(w)
		if size == 0 || count == 4 {
			return 0, false
		}
		value, w, count = value*10+d, w[size:], count+1
	}
	return value, count == 4
}

// LongNumber reads a number of one to four digits.
func LongNumber(s string) (n int, rest string, ok bool) {
	rest = s
	for range 4 {
		d, size := Digit(rest)
		if size == 0 {
			break
		}
		n, rest, ok = n*10+d, rest[size:], true
	}
	return n, rest, ok
}

// IsDigits reports whether s is minLen to maxLen ASCII digits.
func IsDigits(s string, minLen, maxLen int) bool {
	if len(s) < minLen || len(s) > maxLen {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Atoi returns the value of the ASCII digits s.
func Atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// LeadingNumber reads a number of one to three digits, ASCII or not.
func LeadingNumber(s string) (n int, rest string, ok bool) {
	n, rest, ok = LongNumber(s)
	return n, rest, ok && n < 1000
}

// Digit returns the value of the decimal digit at the beginning of s: an ASCII, full-width,
// Arabic, Persian, Devanagari or Thai one. Size is its length, 0 if there is none.
func Digit(s string) (value, size int) {
	if s == "" {
		return 0, 0
	}
	if c := s[0]; c >= '0' && c <= '9' {
		return int(c - '0'), 1
	} else if c < 0x80 {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r >= '０' && r <= '９':
		return int(r - '０'), n
	case r >= '٠' && r <= '٩':
		return int(r - '٠'), n
	case r >= '۰' && r <= '۹':
		return int(r - '۰'), n
	case r >= '०' && r <= '९':
		return int(r - '०'), n
	case r >= '๐' && r <= '๙':
		return int(r - '๐'), n
	}
	return 0, 0
}

// TrimOrdinal removes the ending of an ordinal number, such as "st" or "th", from the
// beginning of s.
func TrimOrdinal(s string) string {
	for _, o := range [...]string{"st", "nd", "rd", "th"} {
		if rest, ok := strings.CutPrefix(s, o); ok && (rest == "" || !unicode.IsLetter(rune(rest[0]))) {
			return rest
		}
	}
	return s
}
