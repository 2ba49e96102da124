package fill

import (
	"bytes"
	"sync"
)

// maxWords bounds a lexicon.
const maxWords = 200000

// lexicon numbers the words of stories, so that a story needs four bytes for each. The
// Indexer that owns it adds words while the writer reads them.
type lexicon struct {
	ids map[string]uint32

	mu    sync.Mutex // guards words for the writer
	words []string
}

func newLexicon() *lexicon {
	return &lexicon{ids: map[string]uint32{}}
}

// full reports whether the lexicon has as many words as it may.
func (l *lexicon) full() bool { return len(l.words) > maxWords }

// numbers appends the numbers of terms, which are separated by spaces, to list.
func (l *lexicon) numbers(list []uint32, terms []byte) []uint32 {
	for len(terms) > 0 {
		t := terms
		if i := bytes.IndexByte(terms, ' '); i >= 0 {
			t, terms = terms[:i], terms[i+1:]
		} else {
			terms = nil
		}
		id, ok := l.ids[string(t)]
		if !ok {
			id = l.add(string(t))
		}
		list = append(list, id)
	}
	return list
}

func (l *lexicon) add(word string) uint32 {
	l.mu.Lock()
	defer l.mu.Unlock()
	id := uint32(len(l.words))
	l.ids[word] = id
	l.words = append(l.words, word)
	return id
}

// list returns the words by number.
func (l *lexicon) list() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.words
}

// appendWords appends the words with those numbers to dst, separated by spaces.
func appendWords(dst []byte, words []string, list []uint32) []byte {
	for i, id := range list {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(dst, words[id]...)
	}
	return dst
}
