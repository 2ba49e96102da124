package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// loose has the scripts in which desks differ about the spaces between words, or put
// none.
var loose = []*unicode.RangeTable{
	unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Arabic,
}

// respaced reports whether two keys of titles differ only in spaces and punctuation,
// and most of their letters are of loose scripts.
func respaced(a, b string) bool {
	if ascii(a) || ascii(b) {
		return false
	}
	x, y := squeezed(a), squeezed(b)
	return x == y && mostlyLoose(x)
}

// minPart is the number of letters that a title has before a subject that another desk
// leaves out.
const minPart = 6

// subjectless reports whether two keys differ only in the subject at the end that a
// Japanese desk puts after "=".
func subjectless(a, b string) bool {
	if strings.Contains(a, "=") {
		a, b = b, a
	}
	if ascii(a) || strings.Contains(a, "=") {
		return false
	}
	before, after, ok := strings.Cut(b, "=")
	if !ok || strings.Contains(after, "=") {
		return false
	}
	x := squeezed(a)
	if utf8.RuneCountInString(x) < minPart || !mostlyLoose(x) {
		return false
	}
	return x == squeezed(before)
}

// mostlyLoose reports whether more than half of the letters of s are of loose scripts.
func mostlyLoose(s string) bool {
	n, all := 0, 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		all++
		if r >= utf8.RuneSelf && unicode.In(r, loose...) {
			n++
		}
	}
	return n > all-n
}

// squeezed returns the letters and digits of a key, and the signs of its numbers.
func squeezed(key string) string {
	var b strings.Builder
	var prev rune
	for i, r := range key {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) ||
			strings.ContainsRune("+-.,:~/·", r) && besideDigits(r, prev, key[i+utf8.RuneLen(r):]) {
			b.WriteRune(r)
		}
		prev = r
	}
	return b.String()
}

// besideDigits reports whether the sign r is part of a number: between two digits, or a
// plus or minus before one.
func besideDigits(r, prev rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsDigit(next) && (unicode.IsDigit(prev) || r == '+' || r == '-')
}
