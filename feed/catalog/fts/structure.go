package fts

import (
	"bytes"
	"errors"
	"slices"
)

// Ids of blobs in %_data.
const (
	AveragesID  = 1
	StructureID = 10
)

// version2 marks the structure record of a table with contentless_delete=1.
const version2 = "\xff\x00\x00\x01"

// Structure is the structure record of an index: its segments, by level. FTS5 merges the
// segments of a level into one of the next. The record is
//
//	a number of the configuration: 4 bytes; the bytes ff 00 00 01
//	the number of levels, of segments on all levels, and of leaves written
//	for each level   the number of its segments that are being merged, and of all
//	each segment     its number, its first and its last leaf, its first and its last
//	                 origin, and its numbers of blobs of removed ids, of removed ids
//	                 and of documents
type Structure struct {
	cookie [4]byte
	leaves uint64
	levels []level
}

type level struct {
	merging  uint64
	segments []segment // the oldest first
}

type segment struct {
	id, first, last uint64
	origins         [2]uint64
	removedPages    uint64
	removed, docs   uint64
}

func (s *segment) fields() []*uint64 {
	return []*uint64{&s.id, &s.first, &s.last, &s.origins[0], &s.origins[1], &s.removedPages, &s.removed, &s.docs}
}

// ParseStructure reads a structure record.
func ParseStructure(record []byte) (*Structure, error) {
	head := len(Structure{}.cookie)
	if len(record) < head {
		return nil, errShort
	}
	rest, ok := bytes.CutPrefix(record[head:], []byte(version2))
	if !ok {
		return nil, errors.New("fts: the table is not one with contentless_delete=1")
	}
	r := numbers{rest: rest}
	s := &Structure{cookie: [4]byte(record)}
	levels := r.next()
	total := r.next()
	s.leaves = r.next()
	for ; levels > 0 && r.err == nil; levels-- {
		l := level{merging: r.next()}
		for n := r.next(); n > 0 && r.err == nil; n-- {
			var g segment
			for _, f := range g.fields() {
				*f = r.next()
			}
			l.segments = append(l.segments, g)
			total--
		}
		s.levels = append(s.levels, l)
	}
	if r.err == nil && total != 0 {
		r.err = errors.New("fts: the segments of a structure are miscounted")
	}
	return s, r.err
}

// Append appends the structure record.
func (s *Structure) Append(dst []byte) []byte {
	dst = append(append(dst, s.cookie[:]...), version2...)
	for _, n := range []int{len(s.levels), s.Segments()} {
		dst = appendVarint(dst, uint64(n))
	}
	dst = appendVarint(dst, s.leaves)
	for _, l := range s.levels {
		dst = appendVarint(dst, l.merging)
		dst = appendVarint(dst, uint64(len(l.segments)))
		for _, g := range l.segments {
			for _, f := range g.fields() {
				dst = appendVarint(dst, *f)
			}
		}
	}
	return dst
}

// Segments returns the number of segments.
func (s *Structure) Segments() (n int) {
	for _, l := range s.levels {
		n += len(l.segments)
	}
	return n
}

// Free returns the lowest number that no segment has.
func (s *Structure) Free() int {
	used := map[uint64]bool{}
	for _, l := range s.levels {
		for _, g := range l.segments {
			used[g.id] = true
		}
	}
	id := 1
	for used[uint64(id)] {
		id++
	}
	return id
}

// Origin returns the origin of documents that are added now.
func (s *Structure) Origin() int64 {
	var last uint64
	for _, l := range s.levels {
		for _, g := range l.segments {
			last = max(last, g.origins[1])
		}
	}
	return int64(last + 1)
}

// Add adds a new segment with that number of leaves and of documents. As FTS5 does, it
// moves segments of higher levels that are not larger to the level of the new one, so that
// they are merged with it.
func (s *Structure) Add(id, leaves, docs int) {
	origin := uint64(s.Origin())
	if len(s.levels) == 0 {
		s.levels = []level{{}}
	}
	lowest := &s.levels[0]
	lowest.segments = append(lowest.segments, segment{
		id: uint64(id), first: 1, last: uint64(leaves), origins: [2]uint64{origin, origin}, docs: uint64(docs),
	})
	if lowest.merging > 0 {
		return
	}
	for i := 1; i < len(s.levels) && s.levels[i].merging == 0; i++ {
		list := s.levels[i].segments
		n := len(list)
		for n > 0 && list[n-1].last-list[n-1].first < uint64(leaves) {
			n--
		}
		lowest.segments = slices.Insert(lowest.segments, 0, list[n:]...)
		if s.levels[i].segments = list[:n]; n > 0 {
			return
		}
	}
}

// AddAverages adds documents to the averages, of which columns are the numbers of words.
func AddAverages(record []byte, docs int, columns []int64) ([]byte, error) {
	r := numbers{rest: record}
	var out []byte
	for _, n := range append([]int64{int64(docs)}, columns...) {
		old := uint64(0)
		if len(record) > 0 { // else the table is new
			old = r.next()
		}
		out = appendVarint(out, old+uint64(n))
	}
	return out, r.err
}
