package decode

import (
	"strings"
	"unicode/utf8"
)

// repaired decodes broken UTF-8, with one U+FFFD for each incomplete character
// and for each byte that begins no character.
func repaired(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + 16)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			size = incomplete(data)
			b.WriteRune(utf8.RuneError)
		} else {
			b.Write(data[:size])
		}
		data = data[size:]
	}
	return b.String()
}

// incomplete returns the number of bytes at the start of data that begin a
// character but do not complete it, at least 1.
func incomplete(data []byte) int {
	for n := min(len(data), utf8.UTFMax-1); n > 1; n-- {
		if !utf8.FullRune(data[:n]) {
			return n
		}
	}
	return 1
}

// weighUTF8 returns the cost of sample as UTF-8 with broken characters, or a
// number greater than enough.
func weighUTF8(sample []byte, enough int) int {
	bits := 0
	for len(sample) > 0 && bits <= enough {
		if sample[0] < utf8.RuneSelf {
			sample = sample[1:]
			continue
		}
		r, size := utf8.DecodeRune(sample)
		switch {
		case r == utf8.RuneError && size == 1:
			bits += wrongBits - 3
			size = incomplete(sample)
		case r < 0xA0:
			bits += wrongBits
		default:
			bits += 5 + size
		}
		sample = sample[size:]
	}
	return bits
}
