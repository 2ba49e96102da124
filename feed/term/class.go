package term

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// class is the role of a character when a text is cut into terms.
type class uint8

const (
	apart   class = iota // separates terms
	letter               // of a script that has spaces between words; also the marks that it keeps
	digit                // of any script, folded to ASCII
	wide                 // of a script without spaces between words: begins a character of a run
	voice                // a voicing mark of kana on its own
	nothing              // left out, and does not separate terms
	quote                // an apostrophe
	hyphen               // joins two words
	stop                 // a full stop
	comma                // a comma
	space                // a space that may be inside a number
	beyond               // only in the table of ASCII: the byte begins a longer character
)

// fold is the form of a character in a term. Out is empty if the character does not change.
type fold struct {
	class class
	lower rune // of a Latin letter that has accents or is folded to others; else 0
	out   string
}

// ascii holds the class of each byte, and lower its lower case.
var ascii, lower = func() (c [256]class, l [256]byte) {
	for b := range 256 {
		l[b] = byte(b)
		switch {
		case b >= utf8.RuneSelf:
			c[b] = beyond
		case b >= 'a' && b <= 'z':
			c[b] = letter
		case b >= 'A' && b <= 'Z':
			c[b], l[b] = letter, byte(b)+'a'-'A'
		case b >= '0' && b <= '9':
			c[b] = digit
		}
	}
	c['\''], c['-'], c['.'], c[','] = quote, hyphen, stop, comma
	return c, l
}()

// page holds the folds of 256 characters.
type page [256]fold

// pages are filled on first use, because a text uses few.
var pages [0x20000 >> 8]atomic.Pointer[page]

// same holds the folds of characters that do not change, by class.
var same = [...]fold{apart: {class: apart}, wide: {class: wide}}

// foldOf returns the fold of r.
func foldOf(r rune) *fold {
	if r >= 0x4E00 && (r <= 0x9FFF || r >= firstSyllable && r <= lastSyllable || r >= 0x20000) {
		return foldOfMany(r)
	}
	p := pages[r>>8].Load()
	if p == nil {
		p = newPage(r &^ 0xFF)
		pages[r>>8].Store(p)
	}
	return &p[r&0xFF]
}

// foldOfMany returns the fold of a character of Han, Hangul or above the first two
// planes. It uses no pages, because hostile texts could fill pages that no other text
// needs.
func foldOfMany(r rune) *fold {
	switch {
	case r < 0x20000, r < 0x2F800 && unicode.Is(unicode.Han, r), r >= 0x30000 && unicode.Is(unicode.Han, r):
		return &same[wide]
	case r >= 0x2F800 && r <= 0x2FA1F, r>>12 == 0xE0:
		f := newFold(r)
		return &f
	}
	return &same[apart]
}

func newPage(first rune) *page {
	p := new(page)
	for i := range p {
		p[i] = newFold(first + rune(i))
	}
	return p
}

// classAt returns the class of the character at text[i:], and its length; apart
// and 0 at the end.
func classAt(text string, i int) (class, int) {
	if i >= len(text) {
		return apart, 0
	}
	if c := ascii[text[i]]; c != beyond {
		return c, 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return foldOf(r).class, n
}

// classBefore returns the class of the character that ends at text[:i].
func classBefore(text string, i int) class {
	r, n := utf8.DecodeLastRuneInString(text[:i])
	if n == 0 {
		return apart
	}
	return foldOf(r).class
}
