package words

import (
	"math/bits"
	"strings"
	"sync"
)

// Finder looks for the words of a section anywhere in a text, in one pass. It numbers the
// words; words whose numbers differ by 64 share a bit.
type Finder struct {
	words  [64][]string         // the words of each bit
	places [256][deepest]uint64 // by byte, the bits of the words that may have it at each of their first places
}

// deepest is the number of bytes of a word that decide whether it is compared.
const deepest = 4

// FinderOf returns a function that returns the Finder of a section. A Finder does not
// find words of one byte.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func FinderOf(section string) func() *Finder {
	return sync.OnceValue(func() *Finder {
		f := &Finder{}
		for i, word := range wordsOf(section) {
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
	for c := range f.places {
		for at := range deepest {
			if at >= len(word) || c == int(word[at]) { // any byte may follow a short word
				f.places[c][at] |= 1 << bit
			}
		}
	}
}

// In reports whether s contains one of the words.
func (f *Finder) In(s string) bool {
	var one, two, three uint64 // the words that may have begun one, two and three bytes before
	for i := range len(s) {
		at := &f.places[s[i]]
		if in := three & at[3]; in != 0 && f.begins(s[i-3:], in) {
			return true
		}
		three, two, one = two&at[2], one&at[1], at[0]
	}
	for i := max(0, len(s)-deepest+1); i < len(s); i++ {
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
	in := f.places[s[0]][0] & f.places[s[1]][1]
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
