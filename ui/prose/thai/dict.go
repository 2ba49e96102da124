package thai

import (
	"bytes"
	"compress/flate"
	_ "embed" // the words
	"io"
	"sync"
)

// packed is the words in their order, compressed: for each a byte from 0x80 on, which says how
// many characters it has in common with the word before, and then its other characters.
//
//go:embed words
var packed []byte

// newWord is the first byte of a word that has nothing in common with the one before.
const newWord = 0x80

// node is a node of a trie. Its children are next to each other, in the order of their
// characters.
type node struct {
	first    int32 // the index of the first child
	children uint8
	char     byte // the last character on the way to the node
	word     bool // the way to the node is a word
}

// load returns the trie of all words; its first node is the root. It takes a few
// milliseconds, once.
var load = sync.OnceValue(func() []node {
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return make([]node, 1)
	}
	var words [][]byte
	for len(text) > 0 {
		var word []byte
		if common := int(text[0] - newWord); common > 0 {
			word = append(word, words[len(words)-1][:common]...)
		}
		n := 1
		for n < len(text) && text[n] < newWord {
			n++
		}
		words = append(words, append(word, text[1:n]...))
		text = text[n:]
	}
	return grow(make([]node, 1, 64<<10), 0, words, 0)
})

// grow adds the words below node at of trie. They are in order, and equal in their
// first depth characters.
func grow(trie []node, at int, words [][]byte, depth int) []node {
	if len(words[0]) == depth {
		trie[at].word = true
		words = words[1:]
	}
	trie[at].first = int32(len(trie))
	for i, w := range words {
		if i == 0 || w[depth] != words[i-1][depth] {
			trie = append(trie, node{char: w[depth]})
			trie[at].children++
		}
	}
	first := int(trie[at].first)
	for i := 0; i < len(words); first++ {
		end := i + 1
		for end < len(words) && words[end][depth] == words[i][depth] {
			end++
		}
		trie = grow(trie, first, words[i:end], depth+1)
		i = end
	}
	return trie
}

// child returns the child of n for a character, or nil.
func (n *node) child(trie []node, char byte) *node {
	for i := range int(n.children) {
		if c := &trie[int(n.first)+i]; c.char == char {
			return c
		}
	}
	return nil
}
