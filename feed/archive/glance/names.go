package glance

import (
	"encoding/binary"

	"github.com/cespare/xxhash/v2"

	"dateline/feed/archive/disk"
)

// hasher hashes names.
type hasher struct{ buf []byte }

// hash returns the hash of an entry. A folder may have the inode number that a file of
// its name had.
func (h *hasher) hash(name []byte, inode uint64, kind disk.Kind) uint64 {
	h.buf = binary.LittleEndian.AppendUint64(append(h.buf[:0], name...), inode)
	h.buf = append(h.buf, byte(kind))
	return xxhash.Sum64(h.buf)
}

// hashLen is the number of bytes of a packed hash.
const hashLen = 8

// packNames returns sorted hashes as a blob.
func packNames(hashes []uint64) []byte {
	b := make([]byte, 0, hashLen*len(hashes))
	for _, h := range hashes {
		b = binary.LittleEndian.AppendUint64(b, h)
	}
	return b
}

// unpackNames undoes packNames.
func unpackNames(b []byte) []uint64 {
	hashes := make([]uint64, len(b)/hashLen)
	for i := range hashes {
		hashes[i] = binary.LittleEndian.Uint64(b[hashLen*i:])
	}
	return hashes
}

// sum returns the hash of packed names.
func sum(names []byte) uint64 { return xxhash.Sum64(names) }

// set is a set of hashes that remembers which of them were looked up. Hashes are spread
// evenly, so the highest bits of one say nearly where it is.
type set struct {
	hashes []uint64 // sorted
	starts []int32  // by the highest bits, the first hash with them
	shift  int
	seen   []bool
	left   int // hashes that were not looked up
}

// perStart is about the number of hashes with the same highest bits.
const perStart = 4

func newSet(hashes []uint64) *set {
	s := &set{hashes: hashes, seen: make([]bool, len(hashes)), left: len(hashes), shift: 64}
	for 1<<(64-s.shift) < len(hashes)/perStart {
		s.shift--
	}
	s.starts = make([]int32, 1<<(64-s.shift)+1)
	at := 0
	for i := range s.starts {
		for at < len(hashes) && s.high(hashes[at]) < i {
			at++
		}
		s.starts[i] = int32(at) //nolint:gosec // a folder has fewer than 2^31 names
	}
	return s
}

func (s *set) high(h uint64) int {
	if s.shift == 64 { //nolint:mnd // all bits
		return 0
	}
	return int(h >> s.shift) //nolint:gosec // at most 62 bits are left
}

// find reports whether h is in the set.
func (s *set) find(h uint64) bool {
	high := s.high(h)
	for i := s.starts[high]; i < int32(len(s.hashes)) && s.hashes[i] <= h; i++ { //nolint:gosec // as in newSet
		if s.hashes[i] != h {
			continue
		}
		if !s.seen[i] {
			s.seen[i] = true
			s.left--
		}
		return true
	}
	return false
}

// merge returns the hashes that were looked up and those of added, which is sorted.
func (s *set) merge(added []uint64) []uint64 {
	out := make([]uint64, 0, len(s.hashes)-s.left+len(added))
	for i, h := range s.hashes {
		if !s.seen[i] {
			continue
		}
		for len(added) > 0 && added[0] < h {
			out, added = append(out, added[0]), added[1:]
		}
		out = append(out, h)
	}
	return append(out, added...)
}
