package fts

import (
	"bytes"
	"encoding/binary"
	"errors"
)

var errDamaged = errors.New("fts: a leaf is damaged")

// maxLeaf is more than all offsets on a leaf.
const maxLeaf = 1 << 16

// leaf is a leaf of a segment.
type leaf struct {
	body   []byte // up to the footer
	footer []byte
	whole  int // the offset of the first id that comes before any term, 0 if there is none
}

func parseLeaf(block []byte) (leaf, error) {
	if len(block) < leafHead {
		return leaf{}, errDamaged
	}
	end := int(binary.BigEndian.Uint16(block[2:]))
	if end < leafHead || end > len(block) {
		return leaf{}, errDamaged
	}
	return leaf{block[:end], block[end:], int(binary.BigEndian.Uint16(block))}, nil
}

// part returns the bytes from one offset to before another.
func (l *leaf) part(from, to int) ([]byte, error) {
	if from < leafHead || from > to || to > len(l.body) {
		return nil, errDamaged
	}
	return l.body[from:to], nil
}

// find returns the doclist of a term, as far as it is on the leaf, and whether it may go on in
// the next leaf. It returns nil if the term is not on the leaf.
func (l *leaf) find(term []byte) (list []byte, more bool, err error) {
	offsets := numbers{rest: l.footer}
	same := 0 // bytes that term shares with the term before, which is less
	start := 0
	for first := true; len(offsets.rest) > 0; first = false {
		if start += int(min(offsets.next(), maxLeaf)); offsets.err != nil {
			return nil, false, errDamaged
		}
		more = len(offsets.rest) == 0
		end := len(l.body)
		if next, n := varint(offsets.rest); n > 0 {
			end = start + int(min(next, maxLeaf))
		}
		entry, err := l.part(start, end)
		if err != nil {
			return nil, false, err
		}
		n := numbers{rest: entry}
		var shared uint64
		if !first {
			shared = n.next()
		}
		size := n.next()
		switch {
		case n.err != nil || size > uint64(len(n.rest)):
			return nil, false, errDamaged
		case shared > uint64(same):
			continue
		case shared < uint64(same):
			return nil, false, nil
		}
		rest, tail := n.rest[:size], term[same:]
		switch c := bytes.Compare(rest, tail); {
		case c == 0:
			return n.rest[size:], more, nil
		case c > 0:
			return nil, false, nil
		}
		for i := 0; i < len(rest) && i < len(tail) && rest[i] == tail[i]; i++ {
			same++
		}
	}
	return nil, false, nil
}

// rest returns the part of a doclist that began on an earlier leaf, and whether it may go on
// in the next one.
func (l *leaf) rest() (list []byte, more bool, err error) {
	end, n := varint(l.footer)
	if n == 0 {
		return l.body[leafHead:], true, nil
	}
	list, err = l.part(leafHead, int(min(end, maxLeaf)))
	return list, false, err
}

// doclist reads a doclist with poslists of a segment, leaf by leaf.
type doclist struct {
	segment *segment
	leaf    int64 // the id of the last one that was read
	more    bool  // the doclist may go on in the next one

	columns uint64  // of which a document must have the word in one
	ids     []int64 // of the documents
	id      int64   // the last one
	state   state
	left    uint64 // bytes of the poslist
}

// state is what the next number of a doclist is.
type state int

const (
	isID     state = iota
	isSize         // of a poslist
	isPlace        // the first one, or the sign that a column follows
	isColumn       // the first one
	isRest         // of a poslist
)

// begin reads the doclist of a term on the leaf where it is if the segment has it.
func (d *doclist) begin(id int64, block, term []byte) error {
	l, err := parseLeaf(block)
	if err != nil {
		return err
	}
	list, more, err := l.find(term)
	if err != nil || list == nil {
		return err
	}
	d.leaf, d.more = id, more
	return d.read(list, 0)
}

// next reads the part of the doclist that is on the next leaf.
func (d *doclist) next(id int64, block []byte) error {
	if !d.more {
		return nil
	}
	l, err := parseLeaf(block)
	if err != nil {
		return err
	}
	list, more, err := l.rest()
	if err != nil {
		return err
	}
	d.leaf, d.more = id, more
	return d.read(list, l.whole-leafHead)
}

// read reads the next part. At the offset whole an id is whole, if that is not negative.
func (d *doclist) read(list []byte, whole int) error {
	for i := 0; i < len(list); {
		if d.state == isRest {
			n := min(d.left, uint64(len(list)-i))
			i, d.left = i+int(n), d.left-n
			if d.left == 0 {
				d.state = isID
			}
			continue
		}
		v, n := varint(list[i:])
		if n == 0 {
			return errDamaged
		}
		switch d.state {
		case isID:
			if i == whole {
				d.id = 0
			}
			d.id, d.state = d.id+int64(v), isSize
		case isSize:
			if d.left, d.state = v>>1, isPlace; d.left == 0 {
				d.state = isID
			}
		default:
			if err := d.place(v, uint64(n)); err != nil {
				return err
			}
		}
		i += n
	}
	return nil
}

// place reads the first place of a poslist, a number of n bytes, or its column: columns ascend,
// so the first one decides.
func (d *doclist) place(v, n uint64) error {
	if n > d.left {
		return errDamaged
	}
	d.left -= n
	column := v
	if d.state == isPlace {
		if column = 0; v == 1 {
			d.state = isColumn
			return nil
		}
	}
	if column < d.columns {
		d.ids = append(d.ids, d.id)
	}
	if d.state = isRest; d.left == 0 {
		d.state = isID
	}
	return nil
}
