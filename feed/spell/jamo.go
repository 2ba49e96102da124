package spell

import "strings"

// The parts of a syllable, in the order of Unicode, as the keys of the 2-set keyboard.
var (
	leads  = strings.Fields("ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ")
	vowels = strings.Fields("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ")
	tails  = append([]string{""}, strings.Fields("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ")...)
)

// The syllables of Hangul.
const (
	firstSyllable, lastSyllable = '가', '힣'
	perVowel, perLead           = 28, 28 * 21
)

func isSyllable(r rune) bool { return r >= firstSyllable && r <= lastSyllable }

// Letters returns the letters of a word.
func Letters(word string) []rune { return AppendLetters(make([]rune, 0, len(word)), word) }

// AppendLetters appends the letters of a word to out.
func AppendLetters(out []rune, word string) []rune {
	for _, r := range word {
		if !isSyllable(r) {
			out = append(out, r)
			continue
		}
		n := int(r - firstSyllable)
		for _, part := range []string{leads[n/perLead], vowels[n%perLead/perVowel], tails[n%perVowel]} {
			out = append(out, []rune(part)...)
		}
	}
	return out
}

// Join returns the word that the letters give when they are typed.
func Join(letters []rune) string {
	var b strings.Builder
	for len(letters) > 0 {
		lead := index(leads, letters[:1])
		vowel, n := longest(vowels, letters[1:])
		if lead < 0 || n == 0 {
			b.WriteRune(letters[0])
			letters = letters[1:]
			continue
		}
		letters = letters[1+n:]
		tail, n := longest(tails, letters)
		if n > 0 && len(letters) > n && index(vowels, letters[n:n+1]) >= 0 {
			// The last consonant begins the next syllable.
			tail, n = max(0, index(tails, letters[:n-1])), n-1
		}
		letters = letters[n:]
		b.WriteRune(rune(firstSyllable + lead*perLead + vowel*perVowel + tail))
	}
	return b.String()
}

// longest returns the index of the longest of parts that letters begin with, and its
// length.
func longest(parts []string, letters []rune) (i, n int) {
	for n := min(2, len(letters)); n > 0; n-- {
		if i := index(parts, letters[:n]); i >= 0 {
			return i, n
		}
	}
	return 0, 0
}

func index(parts []string, letters []rune) int {
	for i, p := range parts {
		if p == string(letters) {
			return i
		}
	}
	return -1
}
