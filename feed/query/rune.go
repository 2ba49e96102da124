package query

import (
	"strings"
	"unicode"
)

// narrow is the ASCII counterpart of a full-width form; other runes are as they are.
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// plain is text in lower case and without full-width forms, for values that
// come from a list.
func plain(text string) string { return strings.ToLower(strings.Map(narrow, text)) }

// isGap reports whether r parts words: white space, controls, and what is
// white space but not seen.
func isGap(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff'
}

func isMinus(r rune) bool { return narrow(r) == '-' || r == '−' }

// family tells which quotes belong together: what one opens another closes.
// It is 0 for other runes.
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

// isBlank reports whether text holds no letter and no digit, so that no word
// can be found by it.
func isBlank(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// isScheme reports whether a name before a colon begins an address, so that
// the colon makes no field.
func isScheme(name string) bool {
	switch name {
	case "http", "https", "ftp", "file", "mailto", "feed", "news":
		return true
	}
	return false
}
