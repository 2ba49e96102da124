package clean

import "unicode/utf8"

// plainRun returns the length of the beginning of s that is certainly clean:
// printable ASCII, and characters of common scripts that need no context. It may
// stop early, at any character.
func plainRun(s string) int {
	i := 0
	for i < len(s) {
		if b := s[i]; b < utf8.RuneSelf {
			n := asciiRun(s[i:])
			if n == 0 {
				return i
			}
			i += n
			continue
		}
		n := plainRune(s[i:])
		if n == 0 {
			return i
		}
		i += n
	}
	return i
}

// asciiRun returns the length of the printable ASCII, newlines and tabs at the start
// of s.
func asciiRun(s string) int {
	i := 0
	for i < len(s) {
		for ; i+16 <= len(s); i += 16 {
			if block := s[i : i+16]; unclean(word(block)) || unclean(word(block[8:])) {
				break
			}
		}
		// A word can hold a newline or a tab: go byte by byte to its end.
		for end := min(i+16, len(s)); i < end; i++ {
			if b := s[i]; b < ' ' && b != '\n' && b != '\t' || b >= 0x7F {
				return i
			}
		}
	}
	return i
}

// unclean reports whether a byte of w may not be clean. It may be wrong about a byte after a
// control character.
func unclean(w uint64) bool {
	const (
		ones = 0x0101010101010101
		high = 0x8080808080808080
	)
	low := w - 0x20*ones          // high bit where a byte is under 0x20
	del := (w ^ 0x7F*ones) - ones // high bit where a byte is 0x7F
	bad := (w | low | del) & high
	if bad == 0 {
		return false
	}
	line := w ^ '\n'*ones // a zero byte for each newline
	return bad&((line&^high+0x7F*ones)|line) != 0
}

// word returns the first eight bytes of s; the compiler makes it one load.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// plainRune returns the length of the character of two or three bytes at the start
// of s, 0 if it needs context or is an emoji.
func plainRune(s string) int {
	if len(s) >= 2 && s[0] < 0xE0 {
		if s[1]&0xC0 != 0x80 {
			return 0
		}
		return plainTwo(s[0], s[1])
	}
	if len(s) < 3 || s[1]&0xC0 != 0x80 || s[2]&0xC0 != 0x80 {
		return 0
	}
	return plainThree(s[0], s[1], s[2])
}

func plainTwo(a, b byte) int {
	switch {
	case a == 0xC2 && b >= 0xA0 && b != 0xA9 && b != 0xAD && b != 0xAE,
		a >= 0xC3 && a <= 0xCB, // Latin, phonetic, modifiers
		a >= 0xCE && a <= 0xD1, // Greek, Cyrillic
		a == 0xD3, a == 0xD4,   // Cyrillic
		a == 0xD7 && b >= 0x90, // Hebrew letters
		a == 0xD8 && b >= 0xA0, // Arabic letters
		a == 0xD9 && b >= 0x80 && b < 0x8B:
		return 2
	}
	return 0
}

func plainThree(a, b, c byte) int {
	ok := false
	switch {
	case a >= 0xE4 && a <= 0xE9: // ideographs
		ok = true
	case a == 0xEB, a == 0xEC, a == 0xEA && b >= 0xB0, a == 0xED && b <= 0x9D: // Hangul
		ok = true
	case a == 0xE3:
		ok = plainKana(b, c)
	case a == 0xE2:
		ok = plainSign(b, c)
	case a == 0xEF: // full width
		ok = b == 0xBC && c >= 0x81 || b == 0xBD && c <= 0xA0
	case a == 0xE1: // Vietnamese and polytonic Greek
		ok = b >= 0xB8
	}
	if ok {
		return 3
	}
	return 0
}

// plainSign is plainThree for U+2000 to U+2FFF: dashes, quotation marks, money,
// mathematics, boxes.
func plainSign(b, c byte) bool {
	switch b {
	case 0x80: // invisible ones, line ends, an emoji
		return c >= 0x90 && c <= 0xA7 || c >= 0xB0 && c != 0xBC
	case 0x82: // money
		return c >= 0xA0
	case 0x88, 0x89, 0x8A, 0x8B, 0x94, 0x95:
		return true
	}
	return false
}

// plainKana is plainThree for U+3000 to U+3FFF: CJK punctuation, kana,
// compatibility jamo.
func plainKana(b, c byte) bool {
	switch b {
	case 0x80: // tone marks, two emoji
		return c < 0xAA || c > 0xB0 && c != 0xBD
	case 0x82: // voicing marks
		return c != 0x99 && c != 0x9A
	case 0x85: // filler
		return c != 0xA4
	case 0x8A: // two emoji
		return c != 0x97 && c != 0x99
	}
	return true
}
