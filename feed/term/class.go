package term

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// class is what a character is to the cutting of a text.
type class uint8

const (
	apart   class = iota // parts terms
	letter               // of a script that parts its words; its kept marks too
	digit                // of any script, folded to ASCII
	wide                 // of a script whose words are not parted: begins a character of a run
	voice                // a voicing mark of kana, standing alone
	nothing              // shows nothing, or is left out: neither parts nor is kept
	quote                // an apostrophe
	hyphen               // joins two words
	stop                 // a full stop
	comma                // a comma
	space                // a space that may stand inside a number
	beyond               // of ASCII only: the byte begins something longer
)

// fold is what becomes of a character. out is empty where it stays as it is.
type fold struct {
	class class
	out   string
}

// ascii is the class of every byte, and lower what becomes of it.
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

// pages are made when the first of their characters is met: a text uses few.
var pages [0x20000 >> 8]atomic.Pointer[page]

// same are the folds of characters that stay as they are, by class.
var same = [...]fold{apart: {class: apart}, wide: {class: wide}}

// foldOf is what becomes of r.
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

// foldOfMany is what becomes of Han and Hangul, and of what is above the first
// two planes, where hostile texts would fill pages that no other text needs.
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

// classAt is the class of the character at text[i:], and its length; apart
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

// classBefore is the class of the character that ends at text[:i].
func classBefore(text string, i int) class {
	r, n := utf8.DecodeLastRuneInString(text[:i])
	if n == 0 {
		return apart
	}
	return foldOf(r).class
}
