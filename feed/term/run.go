package term

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hangul syllables are computed from their letters.
const (
	firstSyllable, lastSyllable = 0xAC00, 0xD7A3
	firstLead, leads            = 0x1100, 19
	firstVowel, vowels          = 0x1161, 21
	firstTail, tails            = 0x11A7, 28
)

// character is a character of a run: a base and its marks.
type character struct {
	bytes         [limit / 2]byte
	n, start, end int
}

// run is a run of characters of a script without spaces between words.
type run struct {
	open bool
	cur  character
	rest string // the remaining characters of a sign that stands for several
}

// pair appends the term that begins with the current character: this character and
// the next, or this one alone at the end of the run.
func (s *scanner) pair(dst []byte) []byte {
	r := &s.run
	tail := s.shape == two
	dst = append(dst, r.cur.bytes[:r.cur.n]...)
	s.start, s.mid, s.end, s.head = r.cur.start, r.cur.end, r.cur.end, r.cur.n
	at := len(dst) - r.cur.n
	if r.open = s.read(&r.cur); r.open {
		dst = append(dst, r.cur.bytes[:r.cur.n]...)
		s.end, s.shape = r.cur.end, two
		if string(dst[at:]) == kyoto && inTokyo(s.text[:s.start]) {
			dst = append(dst, notKyoto)
		}
	} else if s.shape = one; tail {
		s.shape = last
	}
	return dst
}

// The name of Tokyo in full ends in the two characters of Kyoto. There the pair has a sign
// after it, so that a search for Kyoto does not find every story about Tokyo.
const (
	kyoto    = "京都"
	notKyoto = '-'
)

// inTokyo reports whether the pair of Kyoto, after text, belongs to the name of Tokyo.
func inTokyo(text string) bool {
	return strings.HasSuffix(text, "東") || strings.HasSuffix(text, "东")
}

// read reads the next character of a run into c; it returns false at the end.
func (s *scanner) read(c *character) bool {
	if s.run.rest != "" {
		c.n = 0
		s.run.rest = c.take(s.run.rest)
		return true
	}
	if s.pos >= len(s.text) {
		return false
	}
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	f := foldOf(r)
	if f.class != wide {
		return false
	}
	c.n, c.start, c.end = 0, s.pos, s.pos+n
	if f.out == "" {
		c.n = copy(c.bytes[:], s.text[s.pos:c.end])
	} else {
		s.run.rest = c.take(f.out)
	}
	s.marks(c)
	if s.pos = c.end; s.pos < len(s.text) && s.text[s.pos] == beginsThai {
		s.vowel(c)
	}
	return true
}

// take moves the first character of out into c, and returns the rest.
func (c *character) take(out string) string {
	for i, r := range out {
		if i > 0 && !unicode.IsMark(r) {
			return out[i:]
		}
		c.add(r)
	}
	return ""
}

// add appends r to c if there is room.
func (c *character) add(r rune) {
	if c.n+utf8.RuneLen(r) <= len(c.bytes) {
		c.n += utf8.EncodeRune(c.bytes[c.n:], r)
	}
}

// marks reads the marks of c, which begin at c.end.
func (s *scanner) marks(c *character) {
	for c.end < len(s.text) {
		if b := s.text[c.end]; b < utf8.RuneSelf {
			return
		}
		r, n := utf8.DecodeRuneInString(s.text[c.end:])
		f := foldOf(r)
		switch {
		case f.class == nothing:
		case f.class == voice:
			c.voice(f.out)
		case f.class == letter && unicode.IsMark(r):
			for _, m := range foldAt(s.text, c.end) {
				c.add(m)
			}
		case f.class != wide || !c.syllable(f, r):
			return
		}
		c.end += n
	}
}

// beginsThai is the first byte of the characters of Thai, Lao and a few other scripts.
const beginsThai = 0xE0

// vowel reads the rest of the vowel am of Thai or Lao if it is written as two signs: it is
// a character of its own.
func (s *scanner) vowel(c *character) {
	circle, rest, whole := "\u0E4D", "\u0E32", "\u0E33"
	if strings.HasPrefix(s.text[c.end:], "\u0EB2") {
		circle, rest, whole = "\u0ECD", "\u0EB2", "\u0EB3"
	}
	i := bytes.Index(c.bytes[:c.n], []byte(circle))
	if i < 0 || s.run.rest != "" || !strings.HasPrefix(s.text[c.end:], rest) {
		return
	}
	c.n = i + copy(c.bytes[i:], c.bytes[i+len(circle):c.n])
	c.end += len(rest)
	s.pos = c.end
	s.run.rest = whole
}

// voice adds the voicing mark m to a kana. It does not change other characters.
func (c *character) voice(m string) {
	r, n := utf8.DecodeRune(c.bytes[:c.n])
	if n != c.n {
		return
	}
	hiragana := r
	if r >= 'ァ' && r <= 'ヾ' {
		hiragana -= 'ァ' - 'ぁ'
	}
	switch {
	case m == "\u309A" && strings.ContainsRune("はひふへほ", hiragana):
		r += 2
	case m == "\u309A":
		return
	case strings.ContainsRune("かきくけこさしすせそたちつてとはひふへほゝ", hiragana):
		r++
	case hiragana == 'う':
		r += 'ゔ' - 'う'
	case r >= 'ワ' && r <= 'ヲ':
		r += 'ヷ' - 'ワ'
	}
	c.n = utf8.EncodeRune(c.bytes[:], r)
}

// syllable adds r to a Hangul syllable that is spelled as letters, and reports
// whether r is its next letter.
func (c *character) syllable(f *fold, r rune) bool {
	if f.out != "" {
		r, _ = utf8.DecodeRuneInString(f.out)
	}
	if r < firstLead || r > 0x11FF {
		return false
	}
	last, n := utf8.DecodeRune(c.bytes[:c.n])
	if n != c.n {
		return false
	}
	switch lead, vowel, tail := last-firstLead, r-firstVowel, r-firstTail; {
	case lead >= 0 && lead < leads && vowel >= 0 && vowel < vowels:
		last = firstSyllable + (lead*vowels+vowel)*tails
	case last >= firstSyllable && last <= lastSyllable && (last-firstSyllable)%tails == 0 && tail > 0 && tail < tails:
		last += tail
	default:
		return false
	}
	c.n = utf8.EncodeRune(c.bytes[:], last)
	return true
}
