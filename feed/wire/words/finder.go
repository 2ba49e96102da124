package words

import (
	"strings"
	"sync"
)

// Finder looks for the words of a section anywhere in a text, in one pass.
type Finder struct {
	pairs [256][256]bool       // the pairs of bytes that words begin with
	words map[[2]byte][]string // the words by the pair that they begin with
}

// FinderOf returns a function that returns the Finder of a section. A Finder does not
// find words of one byte.
func FinderOf(section string) func() *Finder {
	return sync.OnceValue(func() *Finder {
		f := &Finder{words: map[[2]byte][]string{}}
		for _, word := range sections()[section] {
			if len(word) < 2 {
				continue
			}
			f.pairs[word[0]][word[1]] = true
			key := [2]byte{word[0], word[1]}
			f.words[key] = append(f.words[key], word)
		}
		return f
	})
}

// In reports whether s contains one of the words.
func (f *Finder) In(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if f.pairs[s[i]][s[i+1]] && f.Begins(s[i:]) {
			return true
		}
	}
	return false
}

// Begins reports whether s begins with one of the words.
func (f *Finder) Begins(s string) bool {
	if len(s) < 2 || !f.pairs[s[0]][s[1]] {
		return false
	}
	for _, word := range f.words[[2]byte{s[0], s[1]}] {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}
