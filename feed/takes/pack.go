package takes

import (
	"encoding/binary"
	"errors"
)

// packing names the layout of a packed Print.
const packing = 1

var errDamaged = errors.New("the print of a story is damaged")

// Pack appends p to dst, in at most 1,000 bytes, and in 150 to 300 for a usual story.
func (p *Print) Pack(dst []byte) []byte {
	dst = append(dst, packing, p.take, p.kind, byte(p.flags))
	dst = binary.AppendVarint(dst, p.unix)
	dst = binary.AppendUvarint(dst, uint64(p.stages))
	dst = binary.AppendUvarint(dst, p.sides)
	dst = binary.AppendUvarint(dst, uint64(p.size))
	var has byte
	for i, id := range p.identities() {
		if *id != 0 {
			has |= 1 << i
		}
	}
	dst = append(dst, has)
	for _, id := range p.identities() {
		if *id != 0 {
			dst = binary.LittleEndian.AppendUint64(dst, *id)
		}
	}
	for _, list := range p.samples() {
		dst = append(dst, byte(len(*list)))
		last := uint32(0)
		for _, h := range *list {
			dst = binary.AppendUvarint(dst, uint64(h-last))
			last = h
		}
	}
	return dst
}

// identities returns the fields that name a story.
func (p *Print) identities() [5]*uint64 {
	return [...]*uint64{&p.key, &p.copied, &p.serial, &p.slug, &p.byline}
}

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
			*id = r.uint64()
		}
	}
	lists := p.samples()
	for i, l := range limits() {
		*lists[i] = r.list(l)
	}
	if r.bad || len(r.data) > 0 || int(p.kind) >= len(kinds) || has>>len(p.identities()) != 0 {
		return nil, errDamaged
	}
	return p, nil
}

// reader reads a packed Print. After an error all values are 0, and bad is true.
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

func (r *reader) uint64() uint64 {
	if b := r.cut(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
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

// list reads a list of ascending numbers.
func (r *reader) list(l limit) []uint32 {
	n := int(r.byte())
	if n > l.count {
		r.bad = true
		return nil
	}
	list := make([]uint32, n)
	last := uint64(0)
	for i := range list {
		d := r.uvarint(1<<l.bits - 1)
		if i > 0 && d == 0 || last+d >= 1<<l.bits {
			r.bad = true
			return nil
		}
		last += d
		list[i] = uint32(last)
	}
	return list
}
