package term

import (
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

// character is one of a run: a base and the marks on it.
type character struct {
	bytes         [limit / 2]byte
	n, start, end int
}

// run is what is being read of a script that does not part its words.
type run struct {
	open bool
	now  character
	rest string // what is still to come of a character that stands for more than one
}

// pair appends the term that begins with the character at hand: it and the
// next one, or it alone at the end of the run.
func (s *scanner) pair(dst []byte) []byte {
	r := &s.run
	tail := s.shape == two
	dst = append(dst, r.now.bytes[:r.now.n]...)
	s.start, s.mid, s.end, s.head = r.now.start, r.now.end, r.now.end, r.now.n
	if r.open = s.read(&r.now); r.open {
		dst = append(dst, r.now.bytes[:r.now.n]...)
		s.end, s.shape = r.now.end, two
	} else if s.shape = one; tail {
		s.shape = last
	}
	return dst
}

// read reads the next character of a run into c, or reports that the run ends.
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
	s.pos = c.end
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

// marks reads what belongs to the character c from c.end on.
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

// voice puts a voicing mark on a kana; on anything else it is left out.
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

// syllable reports whether r is the next letter of a Hangul syllable that is
// spelled out, and takes it in.
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
