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

// noneBits is the cost of broken UTF-8 in which no character is whole.
const noneBits = 8

// weighUTF8 returns the cost of s as UTF-8 with broken characters, or a
// number greater than enough.
func weighUTF8(s *sample, enough int) int {
	bits, text, none := 0, s.text, true
	for len(text) > 0 && bits <= enough {
		if text[0] < utf8.RuneSelf {
			text = text[1:]
			continue
		}
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size == 1:
			bits += wrongBits - 3
			size = incomplete(text)
		case r < 0xA0:
			bits += wrongBits
		default:
			bits += 5 + size
			none = false
		}
		text = text[size:]
	}
	if none {
		bits += noneBits
	}
	return bits
}
