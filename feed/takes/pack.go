package takes

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// packing names the layout of a packed Print.
const packing = 2

var errDamaged = errors.New("the print of a story is damaged")

// Pack appends p to dst, in at most 1,000 bytes, and in 100 to 250 for a usual story: the
// numbers as they are, and then the lists as a stream of bits.
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
			dst = append(dst, byte(*id), byte(*id>>8), byte(*id>>16), byte(*id>>24), byte(*id>>32), byte(*id>>40))
		}
	}
	w := bitWriter{dst: dst}
	for _, list := range p.samples() {
		w.write(uint64(len(*list)), countBits)
	}
	for _, list := range p.samples() {
		w.list(*list)
	}
	return w.end()
}

const (
	idBits    = 48 // of an identity
	countBits = 6  // of the length of a list
	riceBits  = 5  // of the parameter of a list
)

// identities returns the fields that name a story.
func (p *Print) identities() [8]*uint64 {
	return [...]*uint64{&p.key, &p.copied, &p.serial, &p.slug, &p.byline, &p.uid, &p.url, &p.from}
}

// rice returns the parameter with which the gaps of a list of ascending numbers take the
// fewest bits in a Golomb-Rice code: the length of the usual gap.
func rice(list []uint32) int {
	return max(bits.Len32(list[len(list)-1]/uint32(len(list)))-1, 0)
}

// bitWriter appends numbers of any number of bits.
type bitWriter struct {
	dst []byte
	acc uint64
	n   int // bits of acc
}

// write writes the n lowest bits of v, which has no others; n is at most 32.
func (w *bitWriter) write(v uint64, n int) {
	w.acc |= v << w.n
	if w.n += n; w.n >= 32 {
		w.dst = binary.LittleEndian.AppendUint32(w.dst, uint32(w.acc))
		w.acc >>= 32
		w.n -= 32
	}
}

// list writes a list of ascending numbers.
func (w *bitWriter) list(list []uint32) {
	if len(list) == 0 {
		return
	}
	k := rice(list)
	w.write(uint64(k), riceBits)
	next := uint32(0)
	for _, h := range list {
		gap := h - next
		for q := gap >> k; ; q -= 31 {
			if q < 31 {
				w.write(1<<q, int(q)+1)
				break
			}
			w.write(0, 31)
		}
		w.write(uint64(gap)&(1<<k-1), k)
		next = h + 1
	}
}

// end returns what was written, to the next byte.
func (w *bitWriter) end() []byte {
	for ; w.n > 0; w.n -= 8 {
		w.dst = append(w.dst, byte(w.acc))
		w.acc >>= 8
	}
	return w.dst
}
