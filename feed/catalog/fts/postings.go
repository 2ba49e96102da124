package fts

import (
	"encoding/binary"
	"errors"
	"slices"
	"sort"
)

// Tables reads the tables of an index. Its methods call a function with each row that they find,
// in order, and with its place in the list that they were given. The function must not keep
// blocks.
type Tables interface {
	// Leaves finds, for each term and then for each segment, of which it is given the id of the first
	// leaf, the leaf of the last entry of %_idx that is not after the term, or the first leaf if that
	// entry is of an earlier one. The place in the list is that of the term, times the number of
	// segments, plus that of the segment.
	Leaves(terms [][]byte, first []int64, f func(i int, id int64, block []byte) error) error
	// Blobs finds the blobs with those ids.
	Blobs(ids []int64, f func(i int, block []byte) error) error
}

// maxAhead is the number of leaves of a doclist that are read at a time.
const maxAhead = 64

var errMissing = errors.New("fts: a blob is missing")

// ReadStructure reads the structure record of an index.
func ReadStructure(t Tables) (s *Structure, err error) {
	err = t.Blobs([]int64{StructureID}, func(_ int, record []byte) (err error) {
		s, err = ParseStructure(record)
		return err
	})
	if err == nil && s == nil {
		err = errMissing
	}
	return s, err
}

// Postings returns for each word the ids of the documents that have it in one of the first columns of
// a table with detail=full, in order. The structure must be that of t.
func (s *Structure) Postings(t Tables, words []string, columns int) ([][]int64, error) {
	var segments []*segment
	var first []int64
	for _, l := range s.levels {
		for i := range l.segments {
			if g := &l.segments[i]; g.first > 0 { // else a merge has moved all of it
				segments = append(segments, g)
				first = append(first, g.leaf(g.first))
			}
		}
	}
	terms := make([][]byte, len(words))
	lists := make([]*doclist, 0, len(words)*len(segments))
	for i, word := range words {
		terms[i] = append([]byte{mainIndex}, word[:min(len(word), maxWord)]...)
		for _, g := range segments {
			lists = append(lists, &doclist{segment: g, columns: uint64(columns)})
		}
	}
	n := 0
	err := t.Leaves(terms, first, func(i int, id int64, block []byte) error {
		n++
		return lists[i].begin(id, block, terms[i/len(segments)])
	})
	if err == nil && n != len(lists) {
		err = errMissing
	}
	if err == nil {
		err = readOn(t, lists)
	}
	ids := make([][]int64, len(words))
	for i := 0; err == nil && i < len(words); i++ {
		ids[i], err = join(t, lists[i*len(segments):(i+1)*len(segments)])
	}
	return ids, err
}

// leaf returns the id of a leaf.
func (s *segment) leaf(number uint64) int64 { return int64(s.id<<37 + number) }

// readOn reads the leaves that lists go on in.
func readOn(t Tables, lists []*doclist) error {
	for ahead := int64(1); ; ahead = min(2*ahead, maxAhead) {
		var ids []int64
		var owners []*doclist
		for _, d := range lists {
			last := d.segment.leaf(d.segment.last)
			for id := d.leaf + 1; d.more && id <= min(d.leaf+ahead, last); id++ {
				ids, owners = append(ids, id), append(owners, d)
			}
		}
		if len(ids) == 0 {
			return nil
		}
		n := 0
		err := t.Blobs(ids, func(i int, block []byte) error {
			n++
			return owners[i].next(ids[i], block)
		})
		if err == nil && n != len(ids) {
			err = errMissing
		}
		if err != nil {
			return err
		}
	}
}

// join returns the ids of all lists, in order.
func join(t Tables, lists []*doclist) ([]int64, error) {
	var runs [][]int64
	for _, d := range lists {
		if d.state != isID {
			return nil, errDamaged
		}
		ids, err := d.segment.kept(t, d.ids)
		if err != nil {
			return nil, err
		}
		if len(ids) > 0 {
			runs = append(runs, ids)
		}
	}
	sort.Slice(runs, func(i, j int) bool { return runs[i][0] < runs[j][0] })
	ids := slices.Concat(runs...)
	if !slices.IsSorted(ids) {
		slices.Sort(ids)
	}
	return slices.Compact(ids), nil
}

// kept removes ids that were removed from the table after the segment was written. They
// are in removedPages blobs: an id is in the blob whose number is the id modulo the number of blobs.
func (s *segment) kept(t Tables, ids []int64) ([]int64, error) {
	if s.removedPages == 0 || len(ids) == 0 {
		return ids, nil
	}
	var blobs []int64
	byBlob := map[uint64][]byte{}
	for _, id := range ids {
		if n := uint64(id) % s.removedPages; byBlob[n] == nil {
			byBlob[n] = []byte{}
			blobs = append(blobs, int64((s.id+1<<16)<<37+n))
		}
	}
	err := t.Blobs(blobs, func(i int, block []byte) error {
		byBlob[uint64(blobs[i])&(1<<37-1)] = slices.Clone(block)
		return nil
	})
	out := ids[:0]
	for _, id := range ids {
		blob := byBlob[uint64(id)%s.removedPages]
		if err == nil && len(blob) < removedHead+8 {
			err = errMissing
		}
		if err != nil {
			return nil, err
		}
		if !hasRemoved(blob, uint64(id), s.removedPages) {
			out = append(out, id)
		}
	}
	return out, nil
}

// removedHead is the number of bytes before the slots of a blob of removed ids.
const removedHead = 8

// hasRemoved reports whether a blob of removed ids, one of those of a segment, has id. The id is in the
// slot at its place or, if others were there first, in one after it; an empty slot is 0.
func hasRemoved(blob []byte, id, blobs uint64) bool {
	if id == 0 {
		return blob[1] != 0
	}
	size, read := 8, binary.BigEndian.Uint64
	if blob[0] == 4 {
		size, read = 4, func(b []byte) uint64 { return uint64(binary.BigEndian.Uint32(b)) }
	}
	slots := (len(blob) - removedHead) / size
	at := int(id / blobs % uint64(slots))
	for range slots {
		switch read(blob[removedHead+at*size:]) {
		case id:
			return true
		case 0:
			return false
		}
		at = (at + 1) % slots
	}
	return false
}
