package line

import (
	"unicode"
	"unicode/utf8"
)

// Join joins wrapped lines into one paragraph. It puts a space between two lines,
// except in a script without spaces and after a hyphen.
func Join(lines []string) string {
	if len(lines) == 1 {
		return Fold(lines[0])
	}
	size := 0
	for _, l := range lines {
		size += len(l) + 1
	}
	b := make([]byte, 0, size)
	for _, l := range lines {
		l = Fold(l)
		if l == "" {
			continue
		}
		if len(b) > 0 && spaced(b, l) {
			b = append(b, ' ')
		}
		b = append(b, l...)
	}
	return string(b)
}

// spaced reports whether a space belongs between the wrapped lines a and b.
func spaced(a []byte, b string) bool {
	last, size := utf8.DecodeLastRune(a)
	first, _ := utf8.DecodeRuneInString(b)
	if last == '-' && len(a) > size {
		before, _ := utf8.DecodeLastRune(a[:len(a)-size])
		return !unicode.IsLetter(before) || !unicode.IsLetter(first)
	}
	return !unspaced(last) || !unspaced(first)
}

// unspaced reports whether r belongs to a script that is written without
// spaces between words.
func unspaced(r rune) bool {
	return r >= 0x2e80 && (r < 0xac00 || r > 0xd7a3) &&
		(unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef)
}
