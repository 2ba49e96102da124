package words

import (
	"strings"
	"unicode/utf8"
)

// lowerBytes is the length up to which a word in ASCII is put in lower case in place.
const lowerBytes = 48

// lower puts s in lower case into buf, if it is ASCII and has room there.
func lower(buf *[lowerBytes]byte, s string) ([]byte, bool) {
	if len(s) > len(buf) {
		return nil, false
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return nil, false
		}
		buf[i] = lowerByte(s[i])
	}
	return buf[:len(s)], true
}

// lowerByte returns an ASCII character in lower case.
func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// Lower looks word up in m in lower case, as m[strings.ToLower(word)] does.
func Lower[V any](m map[string]V, word string) (v V, ok bool) {
	var buf [lowerBytes]byte
	if b, fits := lower(&buf, word); fits {
		v, ok = m[string(b)] // does not allocate
		return v, ok
	}
	v, ok = m[strings.ToLower(word)]
	return v, ok
}

// HasLower reports whether the set m has word in lower case.
func HasLower(m map[string]bool, word string) bool {
	_, ok := Lower(m, word)
	return ok
}

// BeginsLower is like Begins for s in lower case.
func (f *Finder) BeginsLower(s string) bool {
	in := ^uint64(0)
	for at := range min(len(s), deepest) {
		if s[at] >= utf8.RuneSelf {
			return f.Begins(strings.ToLower(s))
		}
		if in &= f.places[lowerByte(s[at])][at]; in == 0 {
			return false
		}
	}
	return in != 0 && f.Begins(strings.ToLower(s))
}
