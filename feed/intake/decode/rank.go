package decode

import (
	"strings"
	"sync"
	"unicode"
)

// set returns a function that reports whether a character is in s.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func set(s string) func(r rune) bool {
	in := sync.OnceValue(func() map[rune]bool {
		m := make(map[rune]bool, len(s)/3)
		for _, r := range s {
			m[r] = true
		}
		return m
	})
	return func(r rune) bool { return in()[r] }
}

var (
	inHangulMost, inHangulMore = set(hangulMost), set(hangulMore)
	inKana                     = set(kana)
	inKanjiMost, inKanjiMore   = set(kanjiMost), set(kanjiMore)
	inHansMost, inHansMore     = set(hansMost), set(hansMore)
	inHantMost, inHantMore     = set(hantMost), set(hantMore)
	inHeadlineHanja            = set("美中日北韓英佛獨露與野檢軍靑前現新故外內對反女男車年月大小上下南東西亞尹李朴金文")
)

// rankKorean returns the cost of a character of CP949.
func rankKorean(r rune, lead, trail byte) uint8 {
	switch {
	case inHangulMost(r):
		return 6
	case inHangulMore(r):
		return 8
	case unicode.Is(unicode.Hangul, r) && lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1:
		return 13
	case unicode.Is(unicode.Hangul, r):
		return 20
	case inHeadlineHanja(r):
		return 10
	case unicode.Is(unicode.Han, r):
		return 14
	case strings.ContainsRune("·…“”‘’「」『』○△▲▶◆■※→％℃ⓒ―～", r):
		return 8
	}
	return 14
}

// rankJohab returns the cost of a character of Johab, which has all syllables in the
// order of the alphabet.
func rankJohab(r rune, _, _ byte) uint8 {
	if unicode.Is(unicode.Hangul, r) && !inHangulMost(r) && !inHangulMore(r) {
		return 14
	}
	return rankKorean(r, 0, 0)
}

// rankShiftJIS returns the cost of a character of Shift_JIS.
func rankShiftJIS(r rune, lead, _ byte) uint8 {
	return rankJapanese(r, lead >= 0x88 && lead <= 0x98)
}

// rankEUCJP returns the cost of a character of EUC-JP.
func rankEUCJP(r rune, lead, _ byte) uint8 {
	return rankJapanese(r, lead >= 0xB0 && lead <= 0xCF)
}

// rankJapanese returns the cost of a character in Japanese news; usual reports
// whether its bytes are those of a kanji of level 1.
func rankJapanese(r rune, usual bool) uint8 {
	switch {
	case inKana(r):
		return 6
	case strings.ContainsRune("、。ー", r):
		return 5
	case inKanjiMost(r):
		return 8
	case inKanjiMore(r):
		return 10
	case strings.ContainsRune("「」・（）　『』：！？％〜～…―０１２３４５６７８９", r):
		return 8
	case unicode.Is(unicode.Han, r) && usual:
		return 12
	case unicode.Is(unicode.Han, r):
		return 16
	}
	return 14
}

// rankGB returns the cost of a character of two bytes of GB18030.
func rankGB(r rune, lead, trail byte) uint8 {
	switch {
	case inHansMost(r):
		return 7
	case strings.ContainsRune("，。、“”", r):
		return 5
	case inHansMore(r):
		return 10
	case strings.ContainsRune("《》：；？！（）—…·％‘’　０１２３４５６７８９", r):
		return 8
	case unicode.Is(unicode.Han, r) && trail >= 0xA1 && lead >= 0xB0 && lead <= 0xD7:
		return 13
	case unicode.Is(unicode.Han, r) && trail >= 0xA1 && lead >= 0xD8 && lead <= 0xF7:
		return 16
	case unicode.Is(unicode.Han, r):
		return 18
	}
	return 15
}

// rankBig5 returns the cost of a character of Big5.
func rankBig5(r rune, lead, _ byte) uint8 {
	switch {
	case inHantMost(r):
		return 7
	case strings.ContainsRune("，。、「」", r):
		return 5
	case inHantMore(r):
		return 10
	case strings.ContainsRune("《》：；？！（）—…‧％『』　０１２３４５６７８９", r):
		return 8
	case unicode.Is(unicode.Han, r) && lead >= 0xA4 && lead <= 0xC6:
		return 13
	case unicode.Is(unicode.Han, r):
		return 16
	}
	return 15
}
