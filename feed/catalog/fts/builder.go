package fts

import "strings"

// maxKept is the number of words for which a Builder keeps its memory: usual batches have
// fewer.
const maxKept = 1 << 19

// Builder makes a segment of documents. Its memory is used again after a Reset, unless it is
// far more than usual. It is for one goroutine.
type Builder struct {
	columns   int
	positions bool

	lists []*List
	ids   []int64  // of the documents
	texts []Column // of all documents

	split  *List             // the words of columns that are texts
	places map[string]uint32 // in split
	room   []uint32

	order []entry  // a buffer for sort
	words []string // in order, each once
	sums  []int    // of their occurrences
	found []uint64 // occurrences of some words, by word
	ends  []int    // in found, by word
}

// List is a list of words from which columns are made. Several Lists may have a word.
type List struct {
	words  []string
	counts []uint32 // of their occurrences; after sort, their ranks in the order of words
}

// Column is a column of a document: the places of its words in a List. All words must
// be such as the tokenizer of the table makes.
type Column struct {
	List  *List
	Words []uint32
}

// NewBuilder returns an empty Builder for a table of one column with detail=none.
func NewBuilder() *Builder {
	b := &Builder{places: map[string]uint32{}}
	b.Reset(1, false)
	return b
}

// Reset removes all documents and lists. The next ones are for a table with that many
// columns, and with detail=full if it has positions, else detail=none.
func (b *Builder) Reset(columns int, positions bool) {
	b.columns, b.positions = columns, positions
	clear(b.lists)
	clear(b.texts)
	clear(b.words)
	clear(b.places)
	b.lists, b.ids, b.texts, b.words, b.sums = b.lists[:0], b.ids[:0], b.texts[:0], b.words[:0], b.sums[:0]
	b.room = nil
	if cap(b.order) > maxKept || cap(b.found) > 2*maxFound {
		b.order, b.words, b.sums, b.found, b.ends = nil, nil, nil, nil, nil
	}
	b.split = b.List(nil)
}

// List returns a List of words.
func (b *Builder) List(words []string) *List {
	l := &List{words, make([]uint32, len(words))}
	b.lists = append(b.lists, l)
	return l
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
		if w, text, _ = strings.Cut(text, " "); w == "" {
			continue
		}
		place, ok := b.places[w]
		if !ok {
			place = uint32(len(b.split.words))
			b.places[w] = place
			b.split.words, b.split.counts = append(b.split.words, w), append(b.split.counts, 0)
		}
		b.room = append(b.room, place)
	}
	return Column{b.split, b.room[start:len(b.room):len(b.room)]}
}

// Add adds a document. Ids must ascend. The Builder keeps the columns.
func (b *Builder) Add(id int64, columns ...Column) {
	for _, c := range columns {
		counts := c.List.counts
		for _, w := range c.Words {
			counts[w]++
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
