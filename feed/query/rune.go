package query

import (
	"strings"
	"unicode"
)

// narrow returns the ASCII character for a full-width form, and other runes unchanged.
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// plain returns text in lower case and without full-width forms, for values from a
// list.
func plain(text string) string { return strings.ToLower(strings.Map(narrow, text)) }

// isGap reports whether r separates words: white space, controls and invisible
// spaces.
func isGap(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff'
}

func isMinus(r rune) bool { return narrow(r) == '-' || r == '−' }

// family returns the family of a quote, or 0. A quote closes one of its own family.
func family(r rune) rune {
	switch r {
	case '"', '＂', '“', '”', '„', '‟':
		return '"'
	case '«', '»':
		return '«'
	case '「', '」', '『', '』', '｢', '｣':
		return '「'
	}
	return 0
}

// isBlank reports whether text has no letter and no digit and so is not a word.
func isBlank(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// isScheme reports whether a name before a colon is a URL scheme and not a field.
func isScheme(name string) bool {
	switch name {
	case "http", "https", "ftp", "file", "mailto", "feed", "news":
		return true
	}
	return false
}
