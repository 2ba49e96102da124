package story

import "unicode"

// words counts runs of letters and digits, and each Han or kana character.
func words(text string) int {
	n, inside := 0, false
	for _, r := range text {
		switch {
		case r < 0x80:
			word := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
			if word && !inside {
				n++
			}
			// A hyphen, an apostrophe or a full stop inside a word does not end it; white space does.
			inside = word || inside && r > ' '
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			n++
			inside = false
		case unicode.IsSpace(r) || r == '—' || r == '–':
			inside = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inside {
				n++
			}
			inside = true
		}
	}
	return n
}
