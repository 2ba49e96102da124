package fts

import "encoding/binary"

const (
	leafSize  = 4050 // bytes: the option pgsz of FTS5
	leafHead  = 4
	minIndex  = 4   // leaves that a doclist goes on for before it has an index
	mainIndex = '0' // the first byte of a term: not of a prefix index
	unknown   = -1  // no id or place came before
)

// leafWriter writes the leaves of a segment.
type leafWriter struct {
	out     Sink
	err     error
	segment int64

	number  int64 // of the leaf
	leaf    []byte
	footer  []byte
	offset  int    // of the last term on the leaf
	last    []byte // the last term
	hasTerm bool   // the leaf has a term
	hasID   bool   // the leaf has a term or an id
	id      int64  // the last one of the doclist

	terms   int64  // the number of the last leaf that has a term
	least   []byte // a prefix of its first term
	without int    // the number of leaves after it
	index   []byte // the index of the doclist of its last term
	indexed int64  // the last id in index

	poslist []byte // a buffer
}

func newLeafWriter(segment int, out Sink) *leafWriter {
	return &leafWriter{
		out: out, segment: int64(segment) << 37, number: 1, terms: 1, leaf: make([]byte, leafHead, 2*leafSize), last: []byte{},
		least: []byte{},
	}
}

// term begins the doclist of a word.
func (w *leafWriter) term(word string) {
	if len(w.leaf)+len(w.footer)+1+len(word)+2 >= leafSize && len(w.leaf) > leafHead {
		w.flush()
	}
	w.footer = appendVarint(w.footer, uint64(len(w.leaf)-w.offset))
	w.offset = len(w.leaf)
	shared := 0
	if len(w.last) > 0 {
		shared = 1
		for rest := w.last[1:]; shared <= min(len(rest), len(word)) && rest[shared-1] == word[shared-1]; {
			shared++
		}
	}
	term := append(append(w.last[:0], mainIndex), word...)
	w.last = term
	switch {
	case w.hasTerm:
		w.leaf = appendVarint(w.leaf, uint64(shared))
	case w.number > 1:
		w.entry()
		w.terms = w.number
		w.least = append(w.least, term[:shared+1]...)
		shared = 0
	default:
		shared = 0
	}
	w.leaf = appendVarint(w.leaf, uint64(len(term)-shared))
	w.leaf = append(w.leaf, term[shared:]...)
	w.hasTerm, w.hasID, w.id = true, true, 0
}

// documents writes a doclist without places.
func (w *leafWriter) documents(ids []int64, places []uint64) {
	last := -1
	for _, p := range places {
		if doc := int(p >> docShift); doc != last {
			w.document(ids[doc])
			last = doc
			if len(w.leaf)+len(w.footer) >= leafSize {
				w.flush()
			}
		}
	}
}

// positions writes a doclist.
func (w *leafWriter) positions(ids []int64, places []uint64) {
	for len(places) > 0 {
		w.document(ids[places[0]>>docShift])
		start := len(w.leaf)
		// Nearly all poslists fit to the leaf and have a size of one byte, for which there is
		// room in front of them.
		leaf, n := appendPoslist(append(w.leaf, 0), places)
		places = places[n:]
		list := leaf[start+1:]
		size := uint64(2 * len(list))
		if size < 1<<7 && len(leaf)+len(w.footer) <= leafSize {
			leaf[start] = byte(size)
			w.leaf = leaf
			continue
		}
		w.poslist = append(appendVarint(w.poslist[:0], size), list...)
		if start+len(w.footer)+len(w.poslist) <= leafSize {
			w.leaf = append(w.leaf, w.poslist...)
		} else {
			w.split(w.poslist)
		}
	}
}

// appendPoslist appends the places of the first document of places and returns their number.
func appendPoslist(dst []byte, places []uint64) (list []byte, n int) {
	doc := places[0] >> docShift
	column, last := doc<<(docShift-columnShift), uint64(0)
	for i, p := range places {
		if c := p >> columnShift; c != column {
			if p>>docShift != doc {
				return dst, i
			}
			dst = appendVarint(append(dst, 1), c&columnMask)
			column, last = c, 0
		}
		place := p & placeMask
		dst = appendVarint(dst, place-last+2)
		last = place
	}
	return dst, len(places)
}

// document writes the id of a document.
func (w *leafWriter) document(id int64) {
	if w.hasID {
		w.leaf = appendVarint(w.leaf, uint64(id-w.id))
		w.id = id
		return
	}
	w.hasID, w.id = true, id
	binary.BigEndian.PutUint16(w.leaf, uint16(len(w.leaf)))
	w.leaf = appendVarint(w.leaf, uint64(id))
	if len(w.index) == 0 {
		w.index = appendVarint(append(w.index, 0), uint64(w.number))
		w.indexed = 0
	}
	w.index = appendVarint(w.index, uint64(id-w.indexed))
	w.indexed = id
}

// split writes numbers, as many as fit to each leaf.
func (w *leafWriter) split(list []byte) {
	for len(list) > 0 {
		room := leafSize - len(w.leaf) - len(w.footer)
		n := len(list)
		if n > room {
			_, n = varint(list)
			for n < room {
				_, size := varint(list[n:])
				if n+size > room {
					break
				}
				n += size
			}
		}
		w.leaf = append(w.leaf, list[:n]...)
		list = list[n:]
		if len(w.leaf)+len(w.footer) >= leafSize {
			w.flush()
		}
	}
}

// flush writes the leaf and begins the next one.
func (w *leafWriter) flush() {
	binary.BigEndian.PutUint16(w.leaf[2:], uint16(len(w.leaf)))
	if !w.hasTerm {
		if w.without++; !w.hasID && len(w.index) > 0 {
			w.index = append(w.index, 0)
		}
	}
	w.data(w.segment+w.number, append(w.leaf, w.footer...))
	w.leaf = append(w.leaf[:0], make([]byte, leafHead)...)
	w.footer, w.offset = w.footer[:0], 0
	w.number++
	w.hasTerm, w.hasID = false, false
}

// entry writes the entry of the last leaf that has a term, and the index of its last
// doclist.
func (w *leafWriter) entry() {
	page := w.terms << 1
	if len(w.index) > 0 && w.without >= minIndex {
		w.data(w.segment+1<<36+w.terms, w.index)
		page++
	}
	if w.err == nil {
		w.err = w.out.Index(w.least, page)
	}
	w.least, w.index, w.without = w.least[:0], w.index[:0], 0
}

func (w *leafWriter) data(id int64, block []byte) {
	if w.err == nil {
		w.err = w.out.Data(id, block)
	}
}

// finish writes the last leaf and returns the number of leaves.
func (w *leafWriter) finish() (int, error) {
	if len(w.leaf) > leafHead {
		w.flush()
	}
	if w.number > 1 {
		w.entry()
	}
	return int(w.number - 1), w.err
}
