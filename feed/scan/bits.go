package scan

import "sync"

// bits is a set of small numbers.
type bits []uint64

// add adds n and reports whether b lacked it.
func (b *bits) add(n int64) bool {
	if b.has(n) {
		return false
	}
	for int64(len(*b)) <= n/64 {
		*b = append(*b, 0)
	}
	(*b)[n/64] |= 1 << (n % 64)
	return true
}

func (b bits) has(n int64) bool {
	return n/64 < int64(len(b)) && b[n/64]&(1<<(n%64)) != 0
}

// inside has the files of the catalog that were found in an archive.
type inside struct {
	mu   sync.Mutex
	seen bits
	n    int
}

// add adds the file with that ID.
func (in *inside) add(id int64) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.seen.add(id) {
		in.n++
	}
}
