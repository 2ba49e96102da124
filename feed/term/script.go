package term

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// halfSpace is the zero-width non-joiner, which separates the parts of a Persian word.
const halfSpace = '\u200C'

// isHalfSpace reports whether the character at text[i:] is a half space between letters
// of the Arabic script. In other scripts it changes how letters look and is left out.
func isHalfSpace(text string, i int) bool {
	r, n := utf8.DecodeRuneInString(text[i:])
	if r != halfSpace {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	next, _ := utf8.DecodeRuneInString(text[i+n:])
	return unicode.Is(unicode.Arabic, before) && unicode.Is(unicode.Arabic, next) && unicode.IsLetter(next)
}

// isGershayim reports whether the quote at text[i] is between Hebrew letters, as in an
// abbreviation.
func isGershayim(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	next, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.Is(unicode.Hebrew, before) && unicode.Is(unicode.Hebrew, next) && unicode.IsLetter(next)
}

// The nasals of Devanagari, and the consonants before which each is also written as
// anusvara.
const (
	firstConsonant, lastConsonant = 'क', 'भ'
	virama                        = "\u094D"
)

// nasal replaces a nasal at the end of the term dst[at:] by anusvara, if the consonant r
// that follows is spoken in the same place: हिन्दी is हिंदी.
func nasal(dst []byte, at int, r rune) []byte {
	if !bytes.HasSuffix(dst[at:], []byte(virama)) {
		return dst
	}
	last, n := utf8.DecodeLastRune(dst[at : len(dst)-len(virama)])
	for row := range strings.SplitSeq("ङकखगघ ञचछजझ णटठडढ नतथदध मपफबभ", " ") {
		if first, m := utf8.DecodeRuneInString(row); first == last && strings.ContainsRune(row[m:], r) {
			return append(dst[:len(dst)-len(virama)-n], "ं"...)
		}
	}
	return dst
}

// shortestName is the length in bytes of the shortest name that is also a term without
// the ending after its apostrophe.
const shortestName = 3

// nameEndings are endings of Turkish that an apostrophe separates from a name.
var nameEndings = func() map[string]bool {
	m := map[string]bool{}
	for e := range strings.FieldsSeq("a e ya ye na ne i u yi yu ni nu in un nin nun da de ta te nda nde dan den tan ten ndan nden " +
		"la le yla yle daki deki taki teki ndaki ndeki li lu lik luk ca ce dir dur tir tur nca nce lar ler") {
		m[e] = true
	}
	return m
}()

// inflectsName reports whether the term is a name of n bytes and an ending of Turkish.
func inflectsName(term []byte, n int) bool { return n >= shortestName && nameEndings[string(term[n:])] }

// name makes the name before an apostrophe the alias of the word.
func (s *scanner) name(name []byte, end int) {
	if j := &s.joint; !j.open && !j.ready {
		j.n = copy(j.bytes[:], name)
		j.parts, j.first, j.start, j.end, j.ready = 1, j.n, s.start, end, true
	}
}

// mark takes a mark after a term, which is left out.
func (s *scanner) mark(term []byte, r rune, full bool) {
	if isAccent(term, r) {
		s.accented, s.marked = true, true
	}
	if (r == '\u0306' || r == '\u0308') && !full {
		recompose(term, r)
	}
}

// recompose replaces the last letter of term and a mark by the letter that they
// make together, if the mark is not an accent.
func recompose(term []byte, m rune) {
	last, n := utf8.DecodeLastRune(term)
	var key [2 * utf8.UTFMax]byte
	k := utf8.EncodeRune(key[:], last)
	k += utf8.EncodeRune(key[k:], m)
	if out, ok := compose[string(key[:k])]; ok && len(out) == n {
		copy(term[len(term)-n:], out)
	}
}
