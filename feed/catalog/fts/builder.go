package fts

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// maxGathered is the number of occurrences that are in order at a time: 32 MB.
const maxGathered = 4 << 20

// maxWord is the length in bytes at which FTS5 cuts a word.
const maxWord = 32768

// Builder makes a segment of documents. Its memory is used again after a Reset. It is for
// one goroutine.
type Builder struct {
	columns   int
	positions bool

	numbers map[string]uint32
	words   []string // by number; in order after sort
	counts  []int    // of their occurrences
	lists   []*List
	own     *List // of the words of columns that are texts
	room    []uint32
	ids     []int64  // of the documents
	texts   []Column // of all documents

	places []uint64 // some occurrences, by word
	ends   []int    // in places, by word
}

// An occurrence of a word is the index of its document, the number of the column and the
// place in the column.
const (
	docShift    = 40
	columnShift = 32
	columnMask  = 1<<(docShift-columnShift) - 1
)

// List is a list of words from which columns are made.
type List struct {
	words   []string
	numbers []uint32 // in the Builder, plus 1; after sort, the place in the order
}

// Column is a column of a document: the places of its words in a List. All words must
// be such as the tokenizer of the table makes.
type Column struct {
	List  *List
	Words []uint32
}

// NewBuilder returns an empty Builder for a table of one column with detail=none.
func NewBuilder() *Builder {
	b := &Builder{numbers: map[string]uint32{}}
	b.Reset(1, false)
	return b
}

// Reset removes all documents and lists. The next ones are for a table with that many
// columns, and with detail=full if it has positions, else detail=none.
func (b *Builder) Reset(columns int, positions bool) {
	b.columns, b.positions = columns, positions
	clear(b.numbers)
	clear(b.words)
	clear(b.lists)
	clear(b.texts)
	b.words, b.counts, b.lists, b.room = b.words[:0], b.counts[:0], b.lists[:0], nil
	b.ids, b.texts = b.ids[:0], b.texts[:0]
	b.own = b.List(nil)
}

// List returns a List of words.
func (b *Builder) List(words []string) *List {
	l := &List{words, make([]uint32, len(words))}
	b.lists = append(b.lists, l)
	return l
}

// number returns the number of a word.
func (b *Builder) number(word string) uint32 {
	word = word[:min(len(word), maxWord)]
	n, ok := b.numbers[word]
	if !ok {
		n = uint32(len(b.words))
		b.numbers[word] = n
		b.words = append(b.words, word)
		b.counts = append(b.counts, 0)
	}
	return n
}

// Split returns a column of words that are separated by spaces.
func (b *Builder) Split(text string) Column {
	const chunk = 1 << 14
	if most := (len(text) + 1) / 2; cap(b.room)-len(b.room) < most {
		b.room = make([]uint32, 0, max(most, chunk))
	}
	start := len(b.room)
	for text != "" {
		var w string
		if w, text, _ = strings.Cut(text, " "); w != "" {
			b.room = append(b.room, b.number(w))
		}
	}
	for i := len(b.own.numbers); i < len(b.words); i++ {
		b.own.numbers = append(b.own.numbers, uint32(i)+1)
	}
	return Column{b.own, slices.Clip(b.room[start:])}
}

// Add adds a document. Ids must ascend. The Builder keeps the columns.
func (b *Builder) Add(id int64, columns ...Column) {
	for _, c := range columns {
		for _, w := range c.Words {
			n := c.List.numbers[w]
			if n == 0 {
				n = b.number(c.List.words[w]) + 1
				c.List.numbers[w] = n
			}
			b.counts[n-1]++
		}
	}
	b.ids = append(b.ids, id)
	b.texts = append(b.texts, columns...)
}

// Len returns the number of documents.
func (b *Builder) Len() int { return len(b.ids) }

// Totals returns the number of words of each column.
func (b *Builder) Totals() []int64 {
	list := make([]int64, b.columns)
	for i, t := range b.texts {
		list[i%b.columns] += int64(len(t.Words))
	}
	return list
}

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
		for end < len(b.words) && (n == 0 || n+b.counts[end] <= maxGathered) {
			n += b.counts[end]
			end++
		}
		b.gather(first, end, n)
		start := 0
		for i, end := range b.ends {
			w.term(b.words[first+i])
			if b.positions {
				w.positions(b.ids, b.places[start:end])
			} else {
				w.documents(b.ids, b.places[start:end])
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

// sort sorts the words, and changes their numbers.
func (b *Builder) sort() {
	type start struct {
		bytes uint64 // the first ones, in which most words differ
		word  uint32
	}
	order := make([]start, len(b.words))
	for i, w := range b.words {
		var first [8]byte
		copy(first[:], w)
		order[i] = start{binary.BigEndian.Uint64(first[:]), uint32(i)}
	}
	slices.SortFunc(order, func(x, y start) int {
		if x.bytes != y.bytes {
			return cmp.Compare(x.bytes, y.bytes)
		}
		return strings.Compare(b.words[x.word], b.words[y.word])
	})
	words, counts, places := make([]string, len(order)), make([]int, len(order)), make([]uint32, len(order))
	for i, o := range order {
		words[i], counts[i], places[o.word] = b.words[o.word], b.counts[o.word], uint32(i)
	}
	b.words, b.counts = words, counts
	for _, l := range b.lists {
		for i, n := range l.numbers {
			if n > 0 {
				l.numbers[i] = places[n-1]
			}
		}
	}
}

// gather fills places with the n occurrences of some words.
func (b *Builder) gather(first, end, n int) {
	b.ends = b.ends[:0]
	next := 0
	for _, count := range b.counts[first:end] {
		b.ends = append(b.ends, next)
		next += count
	}
	b.places = slices.Grow(b.places[:0], n)[:n]
	for i, t := range b.texts {
		at := uint64(i/b.columns)<<docShift | uint64(i%b.columns)<<columnShift
		numbers := t.List.numbers
		for place, w := range t.Words {
			if word := numbers[w] - uint32(first); word < uint32(end-first) {
				b.places[b.ends[word]] = at | uint64(place)
				b.ends[word]++
			}
		}
	}
}
