package line

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsLetters reports whether s is minLen to maxLen ASCII letters.
func IsLetters(s string, minLen, maxLen int) bool {
	if len(s) < minLen || len(s) > maxLen {
		return false
	}
	for i := range len(s) {
		if !isLetter(s[i]) {
			return false
		}
	}
	return true
}

// isLetter reports whether c is an ASCII letter.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// IsKana reports whether s has a katakana character.
func IsKana(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Katakana, r) }) >= 0
}

// HasCase reports whether s has a letter of a script with two cases.
func HasCase(s string) bool {
	if s != "" && isLetter(s[0]) {
		return true
	}
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }) >= 0
}

// IsUpper reports whether s has at least two capitals and no lower-case letter.
func IsUpper(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			return false
		case r >= 'A' && r <= 'Z':
			n++
		case r < utf8.RuneSelf:
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			n++
		}
	}
	return n >= 2
}

// StartsLower reports whether s begins with a lower-case letter.
func StartsLower(s string) bool {
	if s == "" || s[0] < utf8.RuneSelf {
		return s != "" && s[0] >= 'a' && s[0] <= 'z'
	}
	return startsLower(s)
}

// startsLower is StartsLower for a text that does not begin with ASCII.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// StartsWithLetter reports whether the first character of s after spaces and tabs is an
// ASCII letter.
func StartsWithLetter(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != ' ' && c != '\t' {
			return isLetter(c)
		}
	}
	return false
}

// IsCJK reports whether s has a Han, kana or hangul character.
func IsCJK(s string) bool {
	for _, r := range s[asciiWords(s):] {
		if r >= 0x1100 && (r >= 0xac00 && r <= 0xd7a3 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)) {
			return true
		}
	}
	return false
}
