package decode

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/transform"
)

// johabEncoding is Johab (KS X 1001, annex 3), which x/text does not have. A
// syllable is one bit and three groups of five bits: the consonant at its start, the
// vowel and the consonant at its end. The other characters are those of KS X 1001 in
// another order.
type johabEncoding struct{ encoding.Encoding }

func (johabEncoding) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: johabDecoder{}}
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
	return wansung(byte(row)+0x21, byte(col)+0x21)
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

// wansung returns the character of KS X 1001 in a row and column, from 0x21 on, or
// U+FFFD.
func wansung(row, col byte) rune {
	return wansungTable()[int(row-0x21)*94+int(col-0x21)]
}

// wansungTable returns the characters of KS X 1001, row by row.
var wansungTable = sync.OnceValue(func() []rune {
	data := make([]byte, 0, 94*94*2)
	for row := byte(0xA1); row < 0xFF; row++ {
		for col := byte(0xA1); col < 0xFF; col++ {
			data = append(data, row, col)
		}
	}
	out, _ := korean.EUCKR.NewDecoder().Bytes(data) // does not fail
	return []rune(string(out))
})

// johabDecoder decodes Johab.
type johabDecoder struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (johabDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		r, size := rune(src[nSrc]), 1
		if r >= utf8.RuneSelf {
			if nSrc+1 == len(src) && !atEOF {
				return nDst, nSrc, transform.ErrShortSrc
			}
			r = utf8.RuneError
			if nSrc+1 < len(src) {
				r = johabRune(src[nSrc], src[nSrc+1])
			}
			if size = 2; r == utf8.RuneError && (nSrc+1 == len(src) || src[nSrc+1] < utf8.RuneSelf) {
				size = 1
			}
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}
