package fts

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// maxFound is the number of occurrences that are in order at a time: 32 MB.
const maxFound = 4 << 20

// maxWord is the length in bytes at which FTS5 cuts a word.
const maxWord = 32768

// An occurrence of a word is the index of its document, the number of the column and the
// place in the column.
const (
	docShift    = 40
	columnShift = 32
	columnMask  = 1<<(docShift-columnShift) - 1
	placeMask   = 1<<columnShift - 1
)

// Sink takes the rows of a segment. It must not keep slices.
type Sink interface {
	Data(id int64, block []byte) error   // a row of %_data
	Index(term []byte, page int64) error // a row of %_idx
	Size(id int64, sizes []byte) error   // a row of %_docsize
}

// Write writes the documents as a segment and returns its number of leaves, which is 0 if
// there are no words. After that, the Builder must be Reset.
func (b *Builder) Write(segment int, out Sink) (leaves int, err error) {
	if err := b.writeSizes(out); err != nil {
		return 0, err
	}
	b.sort()
	w := newLeafWriter(segment, out)
	for first := 0; first < len(b.words); {
		end, n := first, 0
		for end < len(b.words) && (n == 0 || n+b.sums[end] <= maxFound) {
			n += b.sums[end]
			end++
		}
		b.gather(first, end, n)
		start := 0
		for i, end := range b.ends {
			w.term(b.words[first+i])
			if b.positions {
				w.positions(b.ids, b.found[start:end])
			} else {
				w.documents(b.ids, b.found[start:end])
			}
			start = end
		}
		first = end
	}
	return w.finish()
}

func (b *Builder) writeSizes(out Sink) error {
	var sizes []byte
	for i, id := range b.ids {
		sizes = sizes[:0]
		for _, t := range b.texts[i*b.columns:][:b.columns] {
			sizes = appendVarint(sizes, uint64(len(t.Words)))
		}
		if err := out.Size(id, sizes); err != nil {
			return err
		}
	}
	return nil
}

// entry is a word of a List.
type entry struct {
	start      uint64 // its first bytes, in which most words differ
	list, word uint32
}

func (b *Builder) word(e entry) string {
	w := b.lists[e.list].words[e.word]
	return w[:min(len(w), maxWord)]
}

// sort puts the words that occur in order.
func (b *Builder) sort() {
	b.order = b.order[:0]
	for i, l := range b.lists {
		for j, count := range l.counts {
			if count > 0 {
				var start [8]byte
				copy(start[:], l.words[j])
				b.order = append(b.order, entry{binary.BigEndian.Uint64(start[:]), uint32(i), uint32(j)})
			}
		}
	}
	slices.SortFunc(b.order, func(x, y entry) int {
		if x.start != y.start {
			return cmp.Compare(x.start, y.start)
		}
		return strings.Compare(b.word(x), b.word(y))
	})
	for _, e := range b.order {
		word := b.word(e)
		if n := len(b.words); n == 0 || b.words[n-1] != word {
			b.words, b.sums = append(b.words, word), append(b.sums, 0)
		}
		rank := len(b.words) - 1
		count := &b.lists[e.list].counts[e.word]
		b.sums[rank] += int(*count)
		*count = uint32(rank)
	}
}

// gather fills found with the n occurrences of the words from first to before end.
func (b *Builder) gather(first, end, n int) {
	b.ends = b.ends[:0]
	next := 0
	for _, sum := range b.sums[first:end] {
		b.ends = append(b.ends, next)
		next += sum
	}
	b.found = slices.Grow(b.found[:0], n)[:n]
	found, ends := b.found, b.ends
	for i, t := range b.texts {
		at := uint64(i/b.columns)<<docShift | uint64(i%b.columns)<<columnShift
		ranks := t.List.counts
		for place, w := range t.Words {
			if word := uint(ranks[w] - uint32(first)); word < uint(len(ends)) {
				found[ends[word]] = at | uint64(place)
				ends[word]++
			}
		}
	}
}
