package takes

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"dateline/feed/term"
)

// The weights of the words of a headline.
const (
	light    = 1
	ordinary = 3
	heavy    = 5
)

func itoa(n int) string { return strconv.Itoa(n) }

// weigh returns the weight of a word that has no meaning of its own. Long words are rarer.
func weigh(w string) uint8 {
	switch n := utf8.RuneCountInString(w); {
	case n >= 7:
		return heavy - 1
	case n <= 3:
		return ordinary - 1
	}
	return ordinary
}

// maxWord is the length in bytes at which a word is cut.
const maxWord = 40

// stem returns the hash of a word without its endings.
func stem(w string) uint32 {
	var room [maxWord + utf8.UTFMax]byte
	b, ascii := room[:0], true
	for i := 0; i < len(w) && len(b) < maxWord; {
		c := w[i]
		if c < utf8.RuneSelf {
			if c != '.' && c != '\'' {
				b = append(b, lowered(c))
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		b, i, ascii = appendFold(b, r), i+n, false
	}
	if ascii {
		return hashString(term.Uninflect(string(b)))
	}
	return hashString(root(string(b)))
}

// stems remembers the stems of recent words.
type stems [1024]struct {
	word   [20]byte
	length int
	stem   uint32
}

// of returns the stem of the word that l read last.
func (s *stems) of(l *lexer) uint32 {
	w := l.text[l.start:l.end]
	recent := &s[l.hash%uint32(len(s))]
	if len(w) > len(recent.word) {
		return stem(w)
	}
	if w != string(recent.word[:recent.length]) {
		recent.length, recent.stem = copy(recent.word[:], w), stem(w)
	}
	return recent.stem
}

func lowered(c byte) byte {
	if classes[c] == large {
		return c | 0x20
	}
	return c
}

// rootLetters is the number of letters that stay of a word with other letters than ASCII,
// whose endings are not known.
const rootLetters = 6

// root returns the beginning of w.
func root(w string) string {
	n := 0
	for i := range w {
		if n++; n > rootLetters {
			return w[:i]
		}
	}
	return w
}

func hashString(s string) uint32 {
	h := uint32(offset)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * prime
	}
	return mix(h)
}

func appendFold(b []byte, r rune) []byte {
	if r < alphabets {
		return append(b, folds()[r]...)
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}

// pair returns the hash of two characters of a script that is compared without spaces.
func pair(a, b uint32) uint32 { return mix(a*31 + b) }
