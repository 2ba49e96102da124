package line

import "strings"

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// word returns the first eight bytes of s; the compiler makes it one load.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// asciiWords returns the length of the words of eight bytes at the start of s that are ASCII.
func asciiWords(s string) int {
	n := 0
	for n+32 <= len(s) {
		four := s[n : n+32]
		if (word(four)|word(four[8:])|word(four[16:])|word(four[24:]))&highs != 0 {
			break
		}
		n += 32
	}
	for n+8 <= len(s) && word(s[n:])&highs == 0 {
		n += 8
	}
	return n
}

// IsASCII reports whether s is ASCII.
func IsASCII(s string) bool {
	for _, c := range []byte(s[asciiWords(s):]) {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// hasGap reports whether two spaces follow each other in s.
func hasGap(s string) bool {
	n := 0
	for n+9 <= len(s) {
		if nine := s[n : n+9]; gapIn(word(nine), word(nine[1:])) {
			return true
		}
		n += 8
	}
	return strings.Contains(s[n:], "  ")
}

// gapIn reports whether a byte of w and the same one of next are both spaces.
func gapIn(w, next uint64) bool {
	zero := (w ^ ' '*ones) | (next ^ ' '*ones)
	return (zero-ones)&^zero&highs != 0
}

// IsPrintable reports whether s is printable ASCII. Tabs are not.
func IsPrintable(s string) bool {
	for len(s) >= 8 {
		w := word(s)
		if (w|(w-' '*ones)|(w+ones))&highs != 0 {
			return false
		}
		s = s[8:]
	}
	for _, c := range []byte(s) {
		if c < ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

// foldedWords returns the length of the words of eight bytes at the start of s that are
// printable ASCII. Ok is false if two spaces follow each other in them.
func foldedWords(s string) (n int, ok bool) {
	for n+9 <= len(s) {
		nine := s[n : n+9]
		w := word(nine)
		if (w|(w-' '*ones))&highs != 0 {
			break
		}
		if gapIn(w, word(nine[1:])) {
			return n, false
		}
		n += 8
	}
	return n, true
}
