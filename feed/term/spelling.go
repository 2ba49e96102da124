package term

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// AnySpelling is in an index in place of the spellings for which a text had no room.
const AnySpelling = "="

// recent is the number of spellings that a scanner remembers, a power of two.
const recent = 64

// spell adds the spelling of the last word to the aliases, if it is not one of the recent
// ones.
func (s *scanner) spell() {
	s.accented = false
	var key [limit + 2]byte
	k := append(s.spelling(append(key[:0], ' ')), ' ')
	at := &s.spellings[hash(k)%recent]
	if bytes.HasPrefix(s.aliases[*at:], k) {
		return
	}
	n := len(s.aliases)
	if n < maxAliases {
		*at = uint16(n + len(Gap))
		s.aliases = append(append(s.aliases, Gap...), k...)
	} else if s.aliases[n-len(AnySpelling)-1] != AnySpelling[0] {
		s.aliases = append(s.aliases, Gap+" "+AnySpelling+" "...)
	}
}

// hash returns a hash of a few bytes.
func hash(key []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range key {
		h = (h ^ uint32(b)) * 16777619
	}
	return h ^ h>>16
}

// spelling appends the term of the spelling of the last word.
func (s *scanner) spelling(dst []byte) []byte {
	word := s.text[s.start:s.end]
	if s.marked {
		word = norm.NFC.String(word)
	}
	most := len(dst) + limit
	dst = append(dst, AnySpelling...)
	for i := 0; i < len(word); {
		if b := word[i]; b < utf8.RuneSelf {
			if i++; ascii[b] == letter && len(dst) < most {
				dst = append(dst, lower[b])
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		dst = appendSpelled(dst, r, most)
		i += n
	}
	return dst
}

// appendSpelled appends a letter in lower case, with its accents, if it fits.
func appendSpelled(dst []byte, r rune, most int) []byte {
	f := foldOf(r)
	switch {
	case f.class != letter || len(dst)+max(utf8.UTFMax, len(f.out)) > most:
		return dst
	case f.lower != 0:
		return utf8.AppendRune(dst, f.lower)
	case f.out != "":
		return append(dst, f.out...)
	}
	return utf8.AppendRune(dst, r)
}
