package thai

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the words
	"io"
	"strings"
	"sync"
)

//go:embed words.txt.gz
var packed []byte

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
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return make([]node, 1)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return make([]node, 1)
	}
	var words [][]byte
	for line := range strings.Lines(string(text)) {
		words = append(words, codes(nil, strings.TrimSpace(line)))
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
