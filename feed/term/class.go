package term

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// class is what a character is when a text is cut into terms.
type class uint8

const (
	apart   class = iota // separates terms
	letter               // of a script that has spaces between words; also the marks that it keeps
	digit                // of any script, folded to ASCII
	wide                 // of a script without spaces between words: begins a character of a run
	voice                // a voicing mark of kana, standing alone
	nothing              // left out, and does not separate terms
	quote                // an apostrophe
	hyphen               // joins two words
	stop                 // a full stop
	comma                // a comma
	space                // a space that may stand inside a number
	beyond               // only in the table of ASCII: the byte begins a longer character
)

// fold is what a character becomes in a term. out is empty if it stays as it is.
type fold struct {
	class class
	out   string
}

// ascii holds the class of every byte, and lower what it becomes.
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

// pages are filled when the first of their characters occurs: a text uses few.
var pages [0x20000 >> 8]atomic.Pointer[page]

// same are the folds of characters that stay as they are, by class.
var same = [...]fold{apart: {class: apart}, wide: {class: wide}}

// foldOf returns what r becomes.
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

// foldOfMany returns what a character of Han, Hangul or above the first two planes
// becomes. Hostile texts could fill pages with these that no other text needs.
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
