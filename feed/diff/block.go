package diff

import (
	"hash/maphash"
	"slices"

	"dateline/feed/story"
	"dateline/feed/term"
)

// block is a block of a body and what it is compared by.
type block struct {
	passage

	kind  story.BlockKind
	terms []count // by number; on the second side, only those that the first has
	size  int     // how many terms it has
	link  *link   // nil while it has no counterpart
}

// count is how often a term is in a block.
type count struct{ term, n int32 }

func (c *comparison) blocks(body []story.Block) []*block {
	all := make([]*block, len(body))
	for i := range body {
		all[i] = &block{passage: newPassage(body[i].Text), kind: body[i].Kind}
	}
	return all
}

// same reports whether a and b are equal apart from what does not count.
func same(a, b *block) bool { return matchable(a, b) && slices.Equal(a.keys, b.keys) }

// matchable reports whether a and b may be the same block: a caption is only compared
// with captions.
func matchable(a, b *block) bool { return (a.kind == story.Caption) == (b.kind == story.Caption) }

// likeness returns how alike a and b are, from 0 to full, if they have shared terms in
// common.
func likeness(a, b *block, shared int) int {
	if a.size+b.size == 0 {
		return 0
	}
	return full * 2 * shared / (a.size + b.size)
}

// full is the likeness of texts with the same words.
const full = 1000

// readTerms sets the terms of blocks. A term is as package term cuts it, so that scripts
// without spaces between words are compared by pairs of characters. Terms without a number
// get one if add is set; else they only count in the size.
func (c *comparison) readTerms(blocks []*block, add bool) {
	var numbers []int32
	for _, b := range blocks {
		numbers = numbers[:0]
		term.Each(b.text, func(t []byte, _, _ int) bool {
			b.size++
			h := maphash.Bytes(seed, t)
			n, ok := c.numbers[h]
			if !ok && add {
				n, ok = int32(len(c.numbers)), true
				c.numbers[h] = n
			}
			if ok {
				numbers = append(numbers, n)
			}
			return true
		})
		slices.Sort(numbers)
		b.terms = make([]count, 0, len(numbers))
		for _, n := range numbers {
			if last := len(b.terms) - 1; last >= 0 && b.terms[last].term == n {
				b.terms[last].n++
			} else {
				b.terms = append(b.terms, count{n, 1})
			}
		}
	}
}

// drop removes the terms of b for which is returns true.
func (b *block) drop(is func(term int32) bool) {
	b.terms = slices.DeleteFunc(b.terms, func(c count) bool {
		if !is(c.term) {
			return false
		}
		b.size -= int(c.n)
		return true
	})
}

// common returns how many terms of part are in whole, beyond those that used has in common
// with whole. Used may be empty.
func common(part, used, whole []count) int {
	n, u := 0, 0
	w := 0
	for _, p := range part {
		for w < len(whole) && whole[w].term < p.term {
			w++
		}
		for u < len(used) && used[u].term < p.term {
			u++
		}
		if w == len(whole) {
			break
		}
		if whole[w].term != p.term {
			continue
		}
		room := whole[w].n
		if u < len(used) && used[u].term == p.term {
			room -= min(room, used[u].n)
		}
		n += int(min(p.n, room))
	}
	return n
}

// merge returns the terms of a and b together.
func merge(a, b []count) []count {
	out := make([]count, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].term < b[0].term:
			out, a = append(out, a[0]), a[1:]
		case a[0].term > b[0].term:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, count{a[0].term, a[0].n + b[0].n})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}
