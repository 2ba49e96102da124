package spell

import "unicode/utf8"

// MaxSyllables is the number of syllables of the longest word that Respelled changes.
const MaxSyllables = 12

// IsHangul reports whether word has only syllables of Hangul.
func IsHangul(word string) bool {
	for _, r := range word {
		if !isSyllable(r) {
			return false
		}
	}
	return word != ""
}

// Syllables returns the syllables that differ from r in one letter.
func Syllables(r rune) (out []rune) {
	letters := Letters(string(r))
	n := int(r - firstSyllable)
	add := func(rest, size, parts int) {
		for i := range parts {
			other := rune(firstSyllable + rest + i*size)
			if Distance(letters, Letters(string(other)), 1) == 1 {
				out = append(out, other)
			}
		}
	}
	add(n%perLead, perLead, len(leads))
	add(n-n%perLead+n%perVowel, perVowel, len(vowels))
	add(n-n%perVowel, 1, len(tails))
	return out
}

// Respelled returns the words of Hangul that have as many syllables as word and differ
// in a letter between two syllables: 갈암 and 가람.
func Respelled(word string) (out []string) {
	letters := Letters(word)
	n := utf8.RuneCountInString(word)
	add := func(list []rune) {
		if w := Join(list); w != word && IsHangul(w) && utf8.RuneCountInString(w) == n {
			out = append(out, w)
		}
	}
	for i := range letters {
		without := append(append([]rune{}, letters[:i]...), letters[i+1:]...)
		add(without)
		add(append(append(append([]rune{}, letters[:i]...), 'ㅇ'), letters[i:]...))
		if i > 0 {
			other := append([]rune{}, letters...)
			other[i-1], other[i] = other[i], other[i-1]
			add(other)
		}
	}
	return out
}
