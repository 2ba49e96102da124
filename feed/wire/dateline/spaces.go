package dateline

import (
	"strings"
	"unicode/utf8"
)

// spaces are the characters that may be before a dateline.
const spaces = " \t\u3000\u00a0\u202f\u2007\u2009"

// isWideSpace reports whether r is a space of more than one byte inside a dateline: one
// that does not break, or one of another width.
func isWideSpace(r rune) bool {
	return r == '\u00a0' || r == '\u202f' || r >= '\u2000' && r <= '\u200a'
}

// plainSpaces returns s with each wide space as one plain space.
func plainSpaces(s string) string {
	if isASCII(s) || strings.IndexFunc(s, isWideSpace) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isWideSpace(r) {
			return ' '
		}
		return r
	}, s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lengthIn returns the length in text of the first n bytes of its plain form.
func lengthIn(text string, n int) int {
	at := 0
	for at < len(text) && n > 0 {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if isWideSpace(r) {
			size = 1
		}
		n -= size
	}
	return at
}
