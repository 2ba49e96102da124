package story

import (
	"unicode"
	"unicode/utf8"
)

// words counts runs of letters and digits, and every character of Han and kana.
func words(text string) int {
	n, inside := 0, uint8(0) // inside is 1 in a word
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			is := letters[c] // no branch, because words are short
			n += int(is.word &^ inside)
			inside = is.word | inside&is.joint
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			n++
			inside = 0
		case unicode.IsSpace(r) || r == '—' || r == '–':
			inside = 0
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n += int(1 &^ inside)
			inside = 1
		}
	}
	return n
}

// letters marks the ASCII characters that are a letter or a digit, and those that may
// be inside a word: a hyphen, an apostrophe or a full stop does not end it.
var letters = func() (t [utf8.RuneSelf]struct{ word, joint uint8 }) {
	for c := range t {
		if c > ' ' {
			t[c].joint = 1
		}
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			t[c].word = 1
		}
	}
	return t
}()
