package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/feed/term"
)

// plain folds forms of width, quotes, dashes, marks that desks use for one another, and
// traditional Chinese characters, and removes characters that show nothing.
func plain(s string) string {
	if !ascii(s) {
		s = norm.NFKC.String(strings.ReplaceAll(s, "⋯", "…"))
	} else if strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '`') < 0 {
		return s
	}
	return strings.Map(plainRune, s)
}

// alike maps marks that desks use for one another to one of them, which is in ASCII if
// possible.
var alike = func() map[rune]rune {
	m := map[rune]rune{}
	for to, from := range map[rune]string{
		'\'': "‘’‚‛′ʼ´׳",
		'·':  "・ㆍ\u119E‧∙•⋅", // NFKC turns the dot of Hangul into U+119E
		'~':  "〜∼",
		'-':  "−─━",
		',':  "、،",
		'.':  "。۔।",
		'%':  "٪",
		'?':  "؟",
		';':  "؛",
	} {
		for _, r := range from {
			m[r] = to
		}
	}
	return m
}()

// plainRune returns the replacement for r in plain, -1 to remove r.
func plainRune(r rune) rune {
	switch {
	case r == '`':
		return '\''
	case r == '"':
		return -1
	case r < utf8.RuneSelf, common(r):
		return r
	case unicode.Is(unicode.Han, r):
		return term.Simplified(r)
	}
	if to, ok := alike[r]; ok {
		return to
	}
	switch {
	case unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("„‟″״〝〞〟「」『』《》〈〉≪≫¿¡", r):
		return -1
	case unicode.Is(unicode.Pd, r):
		return '-'
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}

// common reports whether r is certainly a letter that plain keeps: of Latin, Cyrillic,
// Arabic, kana or Hangul.
func common(r rune) bool {
	return r >= 0xC0 && r <= 0x24F || r >= 0x400 && r <= 0x481 || r >= 0x620 && r <= 0x64A ||
		r >= 0x3041 && r <= 0x3096 || r >= 0x30A1 && r <= 0x30FA || r >= 0xAC00 && r <= 0xD7A3
}

// ascii reports whether s is ASCII.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
