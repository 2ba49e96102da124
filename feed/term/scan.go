package term

import (
	"sync"
	"unicode/utf8"
)

// limit is the length in bytes at which a term is cut.
const limit = 40

// shape is the kind of text in a term.
type shape uint8

const (
	word   shape = iota // letters
	figure              // digits
	two                 // a pair of characters of a run
	one                 // the only character of a run
	last                // the last one, after pairs
)

// scanner cuts a text into terms, in linear time.
type scanner struct {
	text       string
	pos        int // the text before it has been read
	start, end int // the place of the last term
	mid, head  int // the end of the first character of a pair: in text, and in the term
	plain      int // digits before it are not part of a number with separators
	shape      shape
	accented   bool // the last word has accents
	marked     bool // some are characters of their own
	run        run
	joint      joint
	term       [2 * limit]byte // a buffer for terms
	spellings  [recent]uint16  // where some spellings begin in aliases
	aliases    []byte          // the aliases and spellings, each after a Gap and a space, and with a space after it
}

// scanners holds scanners that are not in use.
var scanners = sync.Pool{New: func() any { return new(scanner) }}

// scan returns a scanner at the beginning of text; done returns it to the pool.
func scan(text string) *scanner {
	s := scanners.Get().(*scanner)
	s.reset(text)
	return s
}

// reset makes s read text from its beginning.
func (s *scanner) reset(text string) { *s = scanner{text: text, aliases: s.aliases[:0]} }

func (s *scanner) done() {
	s.text = ""
	scanners.Put(s)
}

// next appends the next term to dst, or reports that there is none. After that,
// s.joint.ready reports whether the term was the last part of a word with hyphens.
func (s *scanner) next(dst []byte) ([]byte, bool) {
	s.joint.ready = false
	if s.run.open {
		return s.pair(dst), true
	}
	for s.pos < len(s.text) {
		c, n := ascii[s.text[s.pos]], 1
		if c == beyond {
			c, n = classAt(s.text, s.pos)
		}
		at := len(dst)
		switch c {
		case letter:
			s.shape = word
			dst = s.word(dst)
		case digit:
			s.shape = figure
			dst = s.number(dst)
		case wide:
			s.shape = one
			s.run.open = s.read(&s.run.cur)
			dst = s.pair(dst)
		default:
			s.pos += n
		}
		if len(dst) > at {
			return dst, true
		}
	}
	return dst, false
}

// word appends the term of the word, or part of a word, that begins at pos.
func (s *scanner) word(dst []byte) []byte {
	at := len(dst)
	s.start, s.accented, s.marked = s.pos, false, false
	dst = s.letters(dst, at+limit)
	s.end = s.pos
	if s.pos < len(s.text) && ascii[s.text[s.pos]] == apart && !s.joint.open {
		return dst
	}
	c, n := classAt(s.text, s.pos)
	if c == stop {
		if long, ok := s.dotted(dst, at); ok {
			s.joint.open = false
			s.possessive()
			return long
		}
	}
	name, nameEnd := 0, 0
	for first := true; c == quote && !s.possessive(); first = false {
		if k, _ := classAt(s.text, s.pos+n); k != letter {
			break
		}
		s.pos += n
		if first && elided(dst[at:]) {
			s.joint.open = false
			return dst
		}
		if name = 0; first {
			name, nameEnd = len(dst)-at, s.end
		}
		dst = s.letters(dst, at+limit)
		s.end = s.pos
		c, n = classAt(s.text, s.pos)
	}
	if s.join(dst[at:]); name > 0 && inflectsName(dst[at:], name) {
		s.name(dst[at:at+name], nameEnd)
	}
	return dst
}

// letters appends the folds of the letters at pos while dst is shorter than maxLen,
// and skips the rest of them.
func (s *scanner) letters(dst []byte, maxLen int) []byte {
	at, i, full := len(dst), s.pos, false
	for i < len(s.text) {
		from := i
		for i < len(s.text) && ascii[s.text[i]] == letter {
			i++
		}
		if i > from {
			dst, full = appendLower(dst, s.text[from:i], maxLen, full)
		}
		if i < len(s.text) && s.text[i] == '"' && isGershayim(s.text, i) {
			i++
			continue
		}
		if i == len(s.text) || ascii[s.text[i]] != beyond {
			break
		}
		r, n := utf8.DecodeRuneInString(s.text[i:])
		f := foldOf(r)
		switch {
		case f.class == letter:
			if f.lower != 0 {
				s.accented = true
			}
			out := f.out
			if out == "" {
				out = s.text[i : i+n]
			}
			if full = full || len(dst)+len(out) > maxLen; !full {
				if r >= firstConsonant && r <= lastConsonant {
					dst = nasal(dst, at, r)
				}
				dst = append(dst, out...)
			}
		case f.class != nothing, r == halfSpace && isHalfSpace(s.text, i):
			s.pos = i
			return dst
		default:
			s.mark(dst[at:], r, full)
		}
		i += n
	}
	s.pos = i
	return dst
}

// appendLower appends ASCII letters in lower case while dst is shorter than maxLen.
func appendLower(dst []byte, letters string, maxLen int, full bool) (out []byte, overflows bool) {
	if full {
		return dst, true
	}
	if room := maxLen - len(dst); len(letters) > room {
		letters, full = letters[:room], true
	}
	at := len(dst)
	dst = append(dst, letters...)
	for i, b := range dst[at:] {
		dst[at+i] = lower[b]
	}
	return dst, full
}
