package takes

import (
	"encoding/binary"
	"math/bits"
)

// Unpack returns the Print that Pack made data from. For all other data it returns an
// error.
func Unpack(data []byte) (*Print, error) {
	r := reader{data: data}
	if r.byte() != packing {
		return nil, errDamaged
	}
	p := &Print{take: r.byte(), kind: r.byte(), flags: flags(r.byte())}
	p.unix = r.varint()
	p.stages = uint16(r.uvarint(1<<16 - 1))
	p.sides = r.uvarint(1<<64 - 1)
	p.size = uint32(r.uvarint(1<<32 - 1))
	has := r.byte()
	for i, id := range p.identities() {
		if has&(1<<i) != 0 {
			*id = r.identity()
		}
	}
	if r.bad || int(p.kind) >= len(kinds) || !p.unpackLists(r.data) {
		return nil, errDamaged
	}
	return p, nil
}

// unpackLists reads the lists, into one block of memory.
func (p *Print) unpackLists(data []byte) bool {
	r := bitReader{data: data}
	lists, limits := p.samples(), limits()
	var counts [len(limits)]int
	all := 0
	for i, l := range limits {
		counts[i] = int(r.read(countBits))
		r.bad = r.bad || counts[i] > l.count
		all += counts[i]
	}
	room := make([]uint32, all)
	for i, l := range limits {
		*lists[i] = room[:counts[i]:counts[i]]
		room = room[counts[i]:]
		r.list(*lists[i], l.bits)
	}
	return r.atEnd()
}

// reader reads the numbers of a packed Print. After an error all values are 0, and bad is
// true.
type reader struct {
	data []byte
	bad  bool
}

// cut returns the next n bytes, nil if there are fewer.
func (r *reader) cut(n int) []byte {
	if n <= 0 || n > len(r.data) {
		r.bad, r.data = true, nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.cut(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) identity() (id uint64) {
	for i, b := range r.cut(idBits / 8) {
		id |= uint64(b) << (8 * i)
	}
	r.bad = r.bad || id == 0
	return id
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.data)
	r.cut(n)
	return v
}

// uvarint reads a number up to limit.
func (r *reader) uvarint(limit uint64) uint64 {
	v, n := binary.Uvarint(r.data)
	if r.cut(n); v > limit {
		r.bad = true
		return 0
	}
	return v
}

// bitReader reads what a bitWriter has written. After an error all values are 0, and bad
// is true.
type bitReader struct {
	data []byte
	acc  uint64
	n    int // bits of acc
	bad  bool
}

func (r *bitReader) fill() {
	if r.n <= 32 && len(r.data) >= 4 {
		r.acc |= uint64(binary.LittleEndian.Uint32(r.data)) << r.n
		r.data = r.data[4:]
		r.n += 32
	}
	for r.n <= 56 && len(r.data) > 0 {
		r.acc |= uint64(r.data[0]) << r.n
		r.data = r.data[1:]
		r.n += 8
	}
}

// read reads n bits, at most 32.
func (r *bitReader) read(n int) uint64 {
	if r.n < n {
		r.fill()
	}
	if r.n < n {
		r.bad = true
		return 0
	}
	v := r.acc & (1<<n - 1)
	r.acc >>= n
	r.n -= n
	return v
}

// zeros reads the bits up to the next 1 and returns their number, without the 1.
func (r *bitReader) zeros() (n int) {
	for !r.bad {
		if z := bits.TrailingZeros64(r.acc); z < r.n {
			r.acc >>= z + 1
			r.n -= z + 1
			return n + z
		}
		n += r.n
		r.acc, r.n = 0, 0
		r.fill()
		r.bad = r.n == 0
	}
	return 0
}

// list reads a list of ascending numbers of a number of bits.
func (r *bitReader) list(list []uint32, bits int) {
	if len(list) == 0 || r.bad {
		return
	}
	k := int(r.read(riceBits))
	next := uint64(0)
	for i := range list {
		h := next + uint64(r.zeros())<<k
		h += r.read(k)
		if r.bad || h >= 1<<bits {
			r.bad = true
			return
		}
		list[i] = uint32(h)
		next = h + 1
	}
	r.bad = rice(list) != k
}

// atEnd reports whether all bits were read, but for those that fill the last byte.
func (r *bitReader) atEnd() bool {
	return !r.bad && len(r.data) == 0 && r.n < 8 && r.acc == 0
}
