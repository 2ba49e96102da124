package takes

import (
	"math/bits"
	"sync"
	"unicode"

	"dateline/feed/term"
)

// hasher hashes the letters of a word, eight at a time.
type hasher struct {
	h    uint64
	last uint64 // the letters that are not in h yet
	n    int    // their number of bits
}

func newHasher() hasher { return hasher{h: 0x2D358DCCAA6C78A5} }

// add adds a letter, in lower case.
func (h *hasher) add(c byte) {
	h.last |= uint64(c) << h.n
	if h.n += 8; h.n == 64 {
		h.flush()
	}
}

func (h *hasher) flush() {
	high, low := bits.Mul64(h.h^h.last, 0x9E3779B97F4A7C15)
	h.h, h.last, h.n = high^low, 0, 0
}

func (h *hasher) sum() uint32 {
	h.flush()
	return uint32(h.h)
}

const (
	each8 = 0x0101010101010101
	high8 = 0x80 * each8
)

// letters adds the letters in ASCII that text[i:] begins with to a new hasher, and returns the
// index after them.
func (h *hasher) letters(text string, i int) int {
	for i+8 <= len(text) {
		s := text[i : i+8]
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		small := x | 0x20*each8
		plain := small &^ high8
		// The high bit of each byte is set if it is not below a, and below what follows z.
		isLetter := (plain + (0x80-'a')*each8) &^ (plain + (0x80-'z'-1)*each8) &^ x & high8
		n := bits.TrailingZeros64(^isLetter&high8) &^ 7
		if n == 64 {
			h.last = small
			h.flush()
			i += 8
			continue
		}
		h.last, h.n = small&(1<<n-1), n
		return i + n/8
	}
	for i < len(text) && isLetter(text[i]) {
		h.add(text[i] | 0x20)
		i++
	}
	return i
}

// alphabets is the end of the characters whose folds are in a table: Latin, Greek,
// Cyrillic, Armenian and Hebrew.
const alphabets = 0x0600

var folds = sync.OnceValue(func() (t [alphabets]string) {
	for r := range t {
		t[r] = term.Fold(string(rune(r)))
	}
	return t
})

// fold adds the letters that r, which is not ASCII, stands for.
func (h *hasher) fold(r rune) {
	switch {
	case r < alphabets:
		for _, f := range folds()[r] {
			h.addRune(f)
		}
	case r >= 0x0900 || !unicode.Is(unicode.Mn, r): // the vowels of Arabic do not count
		h.addRune(unicode.ToLower(r))
	}
}

// addRune adds a letter of any script.
func (h *hasher) addRune(r rune) {
	for ; r >= 0x80; r >>= 8 {
		h.add(byte(r))
	}
	h.add(byte(r))
}
