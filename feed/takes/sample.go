package takes

import (
	"bytes"
	"encoding/binary"
)

// maxSample is the number of hashes of a body that a sample has at most.
const maxSample = 16

// Sample returns a small sample of the text, for Resemblance. It is empty for a story with
// fewer than four words. Samples may be kept for years; they begin with the version of the
// hashes.
func (p *Print) Sample() []byte {
	if len(p.body) == 0 {
		return nil
	}
	b := []byte{packing}
	for _, h := range p.body[:min(len(p.body), maxSample)] {
		b = binary.LittleEndian.AppendUint32(b, h)
	}
	return b
}

// Resemblance returns about which share of the shorter of two texts is in the other, from
// 0 to 1, by their samples. Ok is false if that is not known, because one is empty or they
// are of different versions.
func Resemblance(a, b []byte) (share float64, ok bool) {
	switch {
	case len(a) == 0 || len(b) == 0 || a[0] != b[0]:
		return 0, false
	case bytes.Equal(a, b):
		return 1, true
	}
	return sampled(hashes(a[1:]), hashes(b[1:]), maxSample), true
}

// hashes undoes the packing of a sample.
func hashes(sample []byte) (list []uint32) {
	for ; len(sample) >= 4; sample = sample[4:] {
		list = append(list, binary.LittleEndian.Uint32(sample))
	}
	return list
}
