package diff

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"sort"

	"dateline/feed/story"
)

// The least likeness of a block and its counterpart: in order, and at another place.
const (
	minLikeness = full / 2
	minMoved    = full * 6 / 10
	minMovedLen = 3 // terms of a block that may be found at another place
)

// The bounds of the work; the package comment says what is done beyond them.
const (
	maxWork   = 30_000_000 // steps of comparing words, in all
	maxShared = 2_000_000  // pairs of blocks that share a term, counted once for each term
	maxEdits  = 2_000      // tokens that differ between two blocks
)

// pair is a block of each side that may be counterparts.
type pair struct {
	i, j   int32
	weight int32 // likeness; one more if they are the same
	size   int32 // how many terms they have
	before int32 // the pair before it in the heaviest chain, -1 for none
	total  int64 // the weight of that chain
}

// align links the blocks that are counterparts one to one: those at the ends that are the
// same, then the heaviest chain of pairs in order, then the most alike that are left.
func (c *comparison) align() {
	a, b := c.side[0], c.side[1]
	lo := 0
	for lo < min(len(a), len(b)) && same(a[lo], b[lo]) {
		c.join(lo, lo, false)
		lo++
	}
	ha, hb := len(a), len(b)
	for ha > lo && hb > lo && same(a[ha-1], b[hb-1]) {
		ha--
		hb--
		c.join(ha, hb, false)
	}
	c.readTerms(a[lo:ha], true)
	c.readTerms(b[lo:hb], false)
	c.dropFrequent(a[lo:ha], b[lo:hb])
	pairs := c.pairs(a[lo:ha], b[lo:hb])
	for k := heaviest(pairs, ha-lo); k >= 0; k = int(pairs[k].before) {
		c.join(lo+int(pairs[k].i), lo+int(pairs[k].j), false)
	}
	sort.Slice(pairs, func(x, y int) bool {
		p, q := pairs[x], pairs[y]
		return cmp.Or(-cmp.Compare(p.weight, q.weight), cmp.Compare(distance(p), distance(q)), cmp.Compare(p.i, q.i), cmp.Compare(p.j, q.j)) < 0
	})
	for _, p := range pairs {
		i, j := lo+int(p.i), lo+int(p.j)
		if p.weight >= minMoved && a[i].link == nil && b[j].link == nil && a[i].size >= minMovedLen {
			c.join(i, j, true)
		}
	}
}

func distance(p pair) int32 { return max(p.i-p.j, p.j-p.i) }

// dropFrequent removes the terms that are in the most blocks, until maxShared holds.
func (c *comparison) dropFrequent(a, b []*block) {
	in := [2][]int32{c.frequencies(a), c.frequencies(b)}
	class := func(term int32) int { return bits.Len64(uint64(in[0][term]) * uint64(in[1][term])) }
	var sums [65]uint64 // of the pairs that share a term, by their class
	for t := range in[0] {
		sums[class(int32(t))] += uint64(in[0][t]) * uint64(in[1][t])
	}
	limit, total := 0, uint64(0)
	for limit < len(sums) && total+sums[limit] <= maxShared {
		total += sums[limit]
		limit++
	}
	if limit == len(sums) {
		return
	}
	for _, bl := range slices.Concat(a, b) {
		bl.drop(func(t int32) bool { return class(t) >= limit })
	}
}

// frequencies returns how many of blocks have each term.
func (c *comparison) frequencies(blocks []*block) []int32 {
	n := make([]int32, len(c.numbers))
	for _, bl := range blocks {
		for _, t := range bl.terms {
			n[t.term]++
		}
	}
	return n
}

// pairs returns the pairs of a and b that are alike, in the order of b.
func (c *comparison) pairs(a, b []*block) []pair {
	in := c.postings(a)
	twins := twins(a, b)
	shared := make([]int32, len(a))
	var touched []int32
	var pairs []pair
	for j, bl := range b {
		for _, t := range bl.terms {
			for _, p := range in.of(t.term) {
				if shared[p.block] == 0 {
					touched = append(touched, p.block)
				}
				shared[p.block] += min(p.n, t.n)
			}
		}
		for _, i := range touched {
			w := likeness(a[i], bl, int(shared[i]))
			if w >= minLikeness && matchable(a[i], bl) {
				if w == full && same(a[i], bl) {
					w++
				}
				pairs = append(pairs, pair{i: i, j: int32(j), weight: int32(w), size: int32(bl.size)})
			}
			shared[i] = 0
		}
		touched = touched[:0]
		for _, i := range twins[j] {
			if i >= 0 {
				pairs = append(pairs, pair{i: i, j: int32(j), weight: full + 1, size: int32(bl.size)})
			}
		}
	}
	return pairs
}

// postings are the blocks that have each term.
type postings struct {
	ends []int32 // by term; those of a term begin at the end of the term before
	list []posting
}

type posting struct{ block, n int32 }

func (p *postings) of(term int32) []posting {
	start := int32(0)
	if term > 0 {
		start = p.ends[term-1]
	}
	return p.list[start:p.ends[term]]
}

func (c *comparison) postings(blocks []*block) postings {
	next := c.frequencies(blocks)
	total := int32(0)
	for t, n := range next {
		next[t] = total
		total += n
	}
	p := postings{ends: next, list: make([]posting, total)}
	for i, bl := range blocks {
		for _, t := range bl.terms {
			p.list[next[t.term]] = posting{int32(i), t.n}
			next[t.term]++
		}
	}
	return p
}

// twins returns, for each block of b, the one of a that is the same: the first of a for the
// first of b, and so on; and the same counted from the end. It is -1 for none. These pairs
// are enough if very many blocks are the same, or have no words.
func twins(a, b []*block) [][2]int32 {
	places := map[string][]int32{}
	var buf []byte
	text := func(bl *block) string {
		buf = append(buf[:0], "-"...)
		if bl.kind == story.Caption {
			buf[0] = '+'
		}
		for _, k := range bl.keys {
			buf = binary.LittleEndian.AppendUint64(buf, k)
		}
		return string(buf)
	}
	for i, bl := range a {
		k := text(bl)
		places[k] = append(places[k], int32(i))
	}
	texts, copies := make([]string, len(b)), map[string]int{}
	for j, bl := range b {
		texts[j] = text(bl)
		copies[texts[j]]++
	}
	out, nth := make([][2]int32, len(b)), map[string]int{}
	for j, k := range texts {
		n := nth[k]
		nth[k]++
		out[j] = [2]int32{at(places[k], n), at(places[k], len(places[k])-copies[k]+n)}
	}
	return out
}

func at(list []int32, i int) int32 {
	if i < 0 || i >= len(list) {
		return -1
	}
	return list[i]
}

// heaviest finds the chain of pairs with the greatest weight in which both blocks of a pair
// come after those of the pair before it. It returns the last pair, -1 for none. The pairs
// are in the order of j; n is greater than every i.
func heaviest(pairs []pair, n int) int {
	// best is a Fenwick tree: the heaviest chain that ends before some i.
	best := make([]chain, n+1)
	for i := range best {
		best[i].last = -1
	}
	top := chain{last: -1}
	for from := 0; from < len(pairs); {
		to := from
		for to < len(pairs) && pairs[to].j == pairs[from].j {
			p := &pairs[to]
			p.before, p.total = -1, p.value()
			for i := p.i; i > 0; i -= i & -i {
				if b := best[i]; b.last >= 0 && b.weight+p.value() > p.total {
					p.before, p.total = b.last, b.weight+p.value()
				}
			}
			to++
		}
		for ; from < to; from++ {
			ch := chain{pairs[from].total, int32(from)}
			if ch.weight > top.weight {
				top = ch
			}
			for i := int(pairs[from].i) + 1; i <= n; i += i & -i {
				if ch.weight > best[i].weight {
					best[i] = ch
				}
			}
		}
	}
	return int(top.last)
}

// value is what p adds to the weight of a chain: of chains of the same likeness, the one with
// more words weighs more, so that the shorter of two paragraphs has moved.
func (p *pair) value() int64 {
	const unit = 1 << 10
	return int64(p.weight)*unit + int64(min(p.size, unit-1))
}

// chain is a chain of pairs: its weight and its last pair.
type chain struct {
	weight int64
	last   int32
}
