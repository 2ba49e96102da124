package multibyte

import "unicode/utf8"

// johab is KS X 1001, annex 3. A syllable is one bit and three groups of five bits: the
// consonant at its start, the vowel and the consonant at its end. The other characters are those of
// KS X 1001 in another order.
func johab(src []byte, end bool, _ *byte) (r, mark rune, size int) {
	switch {
	case src[0] < utf8.RuneSelf:
		return rune(src[0]), 0, 1
	case len(src) == 1:
		return cut(end)
	}
	if r = johabRune(src[0], src[1]); r == utf8.RuneError && src[1] < utf8.RuneSelf {
		return r, 0, 1
	}
	return r, 0, 2
}

// The index of each group of five bits among the parts of Hangul syllables, from 1
// on; 0 is none and -1 is not used.
var (
	johabStart = [32]int{-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}
	johabVowel = [32]int{-1, -1, 0, 1, 2, 3, 4, 5, -1, -1, 6, 7, 8, 9, 10, 11, -1, -1, 12, 13, 14, 15, 16, 17, -1, -1, 18, 19, 20, 21, -1, -1}
	johabEnd   = [32]int{-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, -1, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, -1, -1}
)

// The Hangul letters that stand alone.
var (
	startLetters = []rune("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
	endLetters   = []rune("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
)

// johabRune returns the character of two bytes, U+FFFD if there is none.
func johabRune(lead, trail byte) rune {
	if lead < 0xD8 {
		return johabHangul(int(lead)<<8 | int(trail))
	}
	if lead == 0xD8 || lead == 0xDF || lead > 0xF9 || trail < 0x31 || trail == 0x7F || trail > 0x7F && trail < 0x91 || trail == 0xFF {
		return utf8.RuneError
	}
	if lead == 0xDA && trail >= 0xA1 && trail <= 0xD3 {
		return utf8.RuneError // the letters, which are written as syllables
	}
	row, col := 2*(int(lead)-0xD9), int(trail)-0x31
	if lead >= 0xE0 {
		row = 2*int(lead) - 0x197
	}
	if trail >= 0x91 {
		col = int(trail) - 0x43
	}
	if col >= 94 {
		row, col = row+1, col-94
	}
	return koreanTable.at(byte(row)+0xA1, byte(col)+0xA1)
}

// johabHangul returns the syllable or letter of two bytes, U+FFFD if there is none.
func johabHangul(code int) rune {
	start, vowel, end := johabStart[code>>10&31], johabVowel[code>>5&31], johabEnd[code&31]
	switch {
	case code < 0x8000 || start < 0 || vowel < 0 || end < 0:
		return utf8.RuneError
	case start > 0 && vowel > 0:
		return rune(0xAC00 + ((start-1)*21+vowel-1)*28 + end)
	case start > 0 && end == 0:
		return startLetters[start-1]
	case start == 0 && vowel > 0 && end == 0:
		return rune(0x314F + vowel - 1)
	case start == 0 && vowel == 0 && end == 0:
		return 0x3000
	case start == 0 && vowel == 0:
		return endLetters[end-1]
	}
	return utf8.RuneError
}
