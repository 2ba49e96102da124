package line

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold makes s one line: it trims s and replaces each run of white space with a space.
// It returns s itself, without a copy, if s is already folded.
func Fold(s string) string {
	s = strings.TrimSpace(s)
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if r == ' ' || r < 0x80 && r >= '\t' && r <= '\r' || r >= 0x80 && unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isFolded reports whether Fold would leave s, which is trimmed, as it is.
func isFolded(s string) bool {
	n, ok := foldedWords(s)
	if !ok {
		return false
	}
	s = s[max(0, n-1):] // with the byte before, which may be a space
	var all, runs, last spacing
	for i := range len(s) { // no branches: words are short
		is := spacings[s[i]]
		all |= is
		runs |= is & last
		last = is
	}
	if runs&oneSpace != 0 || all&otherSpace != 0 {
		return false
	}
	if all&wideSpace != 0 && strings.IndexFunc(s, isWideSpace) >= 0 {
		return false
	}
	return all&beyondASCII == 0 || utf8.ValidString(s)
}

// spacing is a set of the roles that a byte has in white space.
type spacing uint8

const (
	oneSpace    spacing = 1 << iota // a space
	otherSpace                      // another white space
	wideSpace                       // the first byte of one that is not ASCII
	beyondASCII                     // part of a character that is not ASCII
)

var spacings = func() (t [256]spacing) {
	t[' '] = oneSpace
	for c := '\t'; c <= '\r'; c++ {
		t[c] = otherSpace
	}
	for c := 0x80; c < len(t); c++ {
		t[c] = beyondASCII
	}
	for _, c := range [...]byte{0xc2, 0xe1, 0xe2, 0xe3} {
		t[c] |= wideSpace
	}
	return t
}()

func isWideSpace(r rune) bool { return r >= 0x80 && unicode.IsSpace(r) }
