package words

import (
	"math/bits"
	"strings"
	"sync"
)

// Finder looks for the words of a section anywhere in a text, in one pass. It numbers the
// words; words whose numbers differ by 64 share a bit.
type Finder struct {
	words   [64][]string         // the words of each bit
	columns [deepest][256]uint64 // the bits of the words that may have a byte at each of the first places
}

// deepest is the number of bytes of a word that decide whether it is compared.
const deepest = 4

// FinderOf returns a function that returns the Finder of a section. A Finder does not
// find words of one byte.
func FinderOf(section string) func() *Finder {
	return sync.OnceValue(func() *Finder {
		f := &Finder{}
		for i, word := range sections()[section] {
			if len(word) > 1 {
				f.add(i%64, word)
			}
		}
		return f
	})
}

// add adds a word to those of a bit.
func (f *Finder) add(bit int, word string) {
	f.words[bit] = append(f.words[bit], word)
	for at := range f.columns {
		if at < len(word) {
			f.columns[at][word[at]] |= 1 << bit
			continue
		}
		for c := range f.columns[at] { // any byte may follow a short word
			f.columns[at][c] |= 1 << bit
		}
	}
}

// In reports whether s contains one of the words.
func (f *Finder) In(s string) bool {
	i := 0
	for ; i+deepest <= len(s); i++ {
		in := f.columns[0][s[i]] & f.columns[1][s[i+1]] & f.columns[2][s[i+2]] & f.columns[3][s[i+3]]
		if in != 0 && f.begins(s[i:], in) {
			return true
		}
	}
	for ; i < len(s); i++ {
		if f.Begins(s[i:]) {
			return true
		}
	}
	return false
}

// Begins reports whether s begins with one of the words.
func (f *Finder) Begins(s string) bool {
	if len(s) < 2 {
		return false
	}
	in := f.columns[0][s[0]] & f.columns[1][s[1]]
	return in != 0 && f.begins(s, in)
}

// begins reports whether s begins with one of the words of some bits.
func (f *Finder) begins(s string, in uint64) bool {
	for ; in != 0; in &= in - 1 {
		for _, word := range f.words[bits.TrailingZeros64(in)] {
			if strings.HasPrefix(s, word) {
				return true
			}
		}
	}
	return false
}
