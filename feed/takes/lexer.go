package takes

import (
	"unicode"
	"unicode/utf8"

	"dateline/feed/term"
)

// shape is the kind of a token.
type shape uint8

const (
	word   shape = iota // letters and marks
	figure              // digits
	char                // a character of a script that is compared without spaces
)

// token is a word, a figure, or one character of a script that is compared without
// spaces. Tokens that differ only in case, accents or apostrophes have the same hash.
type token struct {
	hash       uint32
	start, end int
	shape      shape
	capital    bool // the word begins with a capital
	first      bool // it is the first of a sentence
}

// lexer cuts a text into tokens, in linear time.
type lexer struct {
	token // that was read last
	text  string
	pos   int
	ended bool // the next token is the first of a sentence
}

func newLexer(text string) lexer { return lexer{text: text, ended: true} }

// class is what a byte is to the lexer.
type class uint8

const (
	apart class = iota
	small
	large
	digit
	stop
	beyond // part of a character that is not ASCII
)

var classes = func() (t [256]class) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = beyond
		case c >= 'a' && c <= 'z':
			t[c] = small
		case c >= 'A' && c <= 'Z':
			t[c] = large
		case c >= '0' && c <= '9':
			t[c] = digit
		case c == '.' || c == '!' || c == '?':
			t[c] = stop
		}
	}
	return t
}()

// next reads the next token, and reports whether there is one.
func (l *lexer) next() bool {
	for l.pos < len(l.text) {
		switch c := classes[l.text[l.pos]]; c {
		case small, large:
			l.word()
			return true
		case digit:
			l.figure()
			return true
		case beyond:
			r, n := utf8.DecodeRuneInString(l.text[l.pos:])
			switch kindOf(r) {
			case word:
				l.word()
				return true
			case figure:
				l.figure()
				return true
			case char:
				l.char(r, n)
				return true
			}
			l.ended = l.ended || r == '。' || r == '…'
			l.pos += n
		case stop:
			l.ended = l.ended || l.endsSentence()
			l.pos++
		default:
			l.pos++
		}
	}
	return false
}

// separator is the kind of characters outside all tokens.
const separator shape = 255

// kindOf returns the shape of the token that r, which is not ASCII, begins or continues.
func kindOf(r rune) shape {
	switch {
	case isDense(r):
		return char
	case r >= '０' && r <= '９':
		return figure
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return word
	}
	return separator
}

// isDense reports whether r is of a script that is compared character by character: one
// without spaces between words, or Hangul, which attaches particles to words.
func isDense(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r <= 0x0EFF, r >= 0x1000 && r <= 0x109F, r >= 0x1780 && r <= 0x17FF, r >= 0x3040 && r <= 0x30FF,
		r >= 0x3400 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3, r >= 0x20000 && r <= 0x3FFFF:
		return unicode.IsLetter(r)
	}
	return r == '々' || r == '〇'
}

// endsSentence reports whether the stop at pos ends a sentence: the word before it is not
// an abbreviation such as Oct. or Lt.
func (l *lexer) endsSentence() bool {
	if l.text[l.pos] != '.' {
		return true
	}
	i := l.pos
	for i > 0 && (classes[l.text[i-1]] == small || classes[l.text[i-1]] == large) {
		i--
	}
	n := l.pos - i
	return n == 0 || n > 1 && (n > 4 || classes[l.text[i]] == small)
}

// The constants of FNV-1a.
const (
	offset = 2166136261
	prime  = 16777619
)

// word reads the word at pos.
func (l *lexer) word() {
	l.token = token{start: l.pos, first: l.ended, capital: l.isCapital()}
	h := newHasher()
	l.end, l.ended = h.letters(l.text, l.pos), false
	if l.end < len(l.text) && continues(l.text[l.end]) {
		l.rest(&h)
		l.pos = l.end
		l.possessive()
	} else {
		l.pos = l.end
	}
	l.hash = h.sum()
}

// continues reports whether a word may go on with c.
func continues(c byte) bool { return c == '\'' || c == '.' || c >= utf8.RuneSelf }

// rest reads the rest of a word, after its first letters in ASCII.
func (l *lexer) rest(h *hasher) {
	for i := l.end; i < len(l.text); {
		switch c := l.text[i]; {
		case isLetter(c):
			h.add(c | 0x20)
			i++
		case c == '\'' && l.quoted(i+1), c == '.' && l.initials(i, l.start):
			i++
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(l.text[i:])
			if r != '’' || !l.quoted(i+n) {
				if kindOf(r) != word {
					return
				}
				h.fold(r)
			}
			i += n
		default:
			return
		}
		l.end = i
	}
}

// isCapital reports whether a capital is at pos.
func (l *lexer) isCapital() bool {
	c := classes[l.text[l.pos]]
	if c != beyond {
		return c == large
	}
	r, _ := utf8.DecodeRuneInString(l.text[l.pos:])
	return unicode.IsUpper(r)
}

// quoted reports whether the apostrophe before l.text[i:] is inside a word and not that of
// a possessive.
func (l *lexer) quoted(i int) bool {
	return i < len(l.text) && (classes[l.text[i]] == small || classes[l.text[i]] == large) && !l.isPossessive(i)
}

// isPossessive reports whether l.text[i:] begins with an s that ends the word.
func (l *lexer) isPossessive(i int) bool {
	if l.text[i]|0x20 != 's' {
		return false
	}
	return i+1 == len(l.text) || classes[l.text[i+1]] == apart || classes[l.text[i+1]] == stop
}

// possessive skips a possessive 's.
func (l *lexer) possessive() {
	for _, mark := range [...]string{"'", "’"} {
		if i := l.pos + len(mark); i < len(l.text) && l.text[l.pos:i] == mark && l.isPossessive(i) {
			l.pos = i + 1
		}
	}
}

// initials reports whether the stop at i is inside initials that began at start: U.S.
func (l *lexer) initials(i, start int) bool {
	return (i-start == 1 || l.text[i-2] == '.') && i+1 < len(l.text) && isLetter(l.text[i+1]) &&
		(i+2 == len(l.text) || !isLetter(l.text[i+2]))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// figure reads the figure at pos. Separators between groups of digits do not count.
func (l *lexer) figure() {
	l.token = token{start: l.pos, shape: figure, first: l.ended}
	h := uint32(offset)
	i := l.pos
	for i < len(l.text) {
		c := l.text[i]
		if classes[c] == digit {
			h = (h ^ uint32(c)) * prime
			i++
			continue
		}
		if (c == ',' || c == '.') && i+1 < len(l.text) && classes[l.text[i+1]] == digit {
			if c == '.' {
				h = (h ^ '.') * prime
			}
			i++
			continue
		}
		if r, n := utf8.DecodeRuneInString(l.text[i:]); r >= '０' && r <= '９' {
			h = (h ^ uint32('0'+r-'０')) * prime
			i += n
			continue
		}
		break
	}
	l.end, l.hash = i, mix(h)
	l.pos, l.ended = i, false
}

// char reads the character at pos.
func (l *lexer) char(r rune, n int) {
	l.token = token{start: l.pos, end: l.pos + n, shape: char, first: l.ended}
	l.hash = mix((offset ^ uint32(term.Simplified(r))) * prime)
	l.pos, l.ended = l.end, false
}

// mix spreads the bits of a hash.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}
