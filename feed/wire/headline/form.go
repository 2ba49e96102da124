package headline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/line"
)

// lower returns s in lower case. The Turkish İ becomes a plain i.
func lower(s string) string {
	if line.IsASCII(s) {
		return strings.ToLower(s)
	}
	return strings.ToLower(strings.ReplaceAll(s, "İ", "i"))
}

// lowerBytes is the length up to which a string in lower case needs no memory of its own.
const lowerBytes = 32

// appendLower appends s in lower case. Ok is false if s is not ASCII or does not fit into dst.
func appendLower(dst []byte, s string) (low []byte, ok bool) {
	if len(s) > cap(dst)-len(dst) || !line.IsASCII(s) {
		return dst, false
	}
	for _, c := range []byte(s) {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst, true
}

// narrowed returns s with its full-width letters, digits and hyphen, if it begins with one,
// as ASCII: "ＵＰＤＡＴＥ１－".
func narrowed(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	if !isWide(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isWide(r) {
			return r - '！' + '!'
		}
		return r
	}, s)
}

func isWide(r rune) bool { return r >= '！' && r <= '～' }

// wideTag reads the tag of a headline that is narrow if its full-width letters are ASCII.
// The tag is as written.
func wideTag(s, narrow string) (t string, tag Tag, rest string, ok bool) {
	t, _, after, ok := leadingTag(narrow)
	if !ok {
		return "", tag, s, false
	}
	skipped := utf8.RuneCountInString(narrow) - utf8.RuneCountInString(after)
	t = firstRunes(s, utf8.RuneCountInString(t))
	tag, _ = ReadTag(t)
	return t, tag, s[len(firstRunes(s, skipped)):], true
}

// firstRunes returns the first n characters of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// plusTag reads the plus signs around a flash: "+++ Ferry sinks +++". The tag is empty if
// there are none. A word between plus signs stays in inner, for it is a tag of its own.
func plusTag(s string) (t, inner string) {
	if s == "" || s[0] != '+' {
		return "", s
	}
	inner = strings.TrimLeft(s, "+")
	t = s[:len(s)-len(inner)]
	if len(t) < 2 || !strings.HasPrefix(inner, " ") {
		return "", s
	}
	inner = strings.TrimSpace(strings.TrimRight(inner, "+"))
	if inner == "" {
		return "", s
	}
	if word, rest, ok := strings.Cut(inner, " "+t+" "); ok {
		if _, known := ReadTag(word); known && isTagWord(word) && len(word) <= maxWordTag {
			inner = word + ": " + rest
		}
	}
	return t, inner
}

// ordinalEndings are the endings of an ordinal number in a tag: "2nd LEAD", "2E LEAD".
var ordinalEndings = [...]string{"ème", "eme", "e", "er", ".", "º", "ª", "o"}

// trimOrdinal is like line.TrimOrdinal with the endings of other languages.
func trimOrdinal(s string) string {
	if rest := line.TrimOrdinal(s); len(rest) < len(s) {
		return rest
	}
	for _, end := range ordinalEndings {
		if rest, ok := strings.CutPrefix(s, end); ok && (rest == "" || rest[0] == ' ') {
			return rest
		}
	}
	return s
}
