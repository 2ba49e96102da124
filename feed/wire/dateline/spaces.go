package dateline

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/wire/line"
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
	if line.IsASCII(s) || strings.IndexFunc(s, isWideSpace) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isWideSpace(r) {
			return ' '
		}
		return r
	}, s)
}

// lengthIn returns the length in text of the first n bytes of its plain form.
func lengthIn(text string, n int) int {
	if n <= len(text) && line.IsASCII(text[:n]) {
		return n
	}
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
