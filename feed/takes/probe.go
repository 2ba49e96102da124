package takes

import (
	"math/bits"
	"slices"
)

// The numbers of probes of each kind that a story has at most.
const (
	probesOfBody    = 4
	probesOfLede    = 2
	probesOfWords   = 6 // of the lede, each with the place
	probesOfFigures = 2 // each with the place
	probesOfNames   = 2
	tellingWords    = 3 // of the title; each pair of them is a probe
)

// Probe is a hash that takes of one story share. Two stories are compared if they share a
// sure one or two others, or one of any kind if one of them is brief.
type Probe uint64

const sureProbe Probe = 1 << 63

// Sure reports whether few stories share the probe but takes of one: that of a headline, a
// serial, a slug, or of two telling words of the title.
func (p Probe) Sure() bool { return p&sureProbe != 0 }

// probing collects the probes of a story.
type probing []Probe

// add adds the probe for a hash of a kind.
func (b *probing) add(kind, h uint64) {
	h = (h ^ kind<<56) * 0x9E3779B97F4A7C15
	*b = append(*b, Probe(h^h>>29)&^sureProbe)
}

// addSure adds a sure probe.
func (b *probing) addSure(kind, h uint64) {
	b.add(kind, h)
	(*b)[len(*b)-1] |= sureProbe
}

// Probes appends the probes of p to dst, about 15 and at most 21, each once. Very many stories
// may share one: copies of a text, a stock headline, the words of a form. The caller bounds how
// many stories it compares by one probe, as the package comment says.
func (p *Print) Probes(dst []Probe) []Probe {
	if p.alone() {
		return dst
	}
	b := probing(dst[len(dst):])
	for kind, id := range [...]uint64{p.key, p.serial, p.slug} {
		if id != 0 {
			b.addSure(uint64(kind), id)
		}
	}
	for _, h := range p.body[:min(len(p.body), probesOfBody)] {
		b.add(3, uint64(h))
	}
	for _, h := range p.lede[:min(len(p.lede), probesOfLede)] {
		b.add(4, uint64(h))
	}
	var place uint64
	if len(p.places) > 0 {
		place = uint64(p.places[0]) << 32
	}
	for _, h := range p.words[:min(len(p.words), probesOfWords)] {
		b.add(5, place|uint64(h))
	}
	for _, h := range p.figures[:min(len(p.figures), probesOfFigures)] {
		b.add(6, place|uint64(h>>1))
	}
	for _, h := range p.names[:min(len(p.names), probesOfNames)] {
		b.add(9, uint64(h>>1))
	}
	if place != 0 && !p.IsBrief() {
		b.add(9, place>>32) // a flash from elsewhere may name it
	}
	p.probeTitle(&b)
	slices.Sort(b)
	return append(dst, slices.Compact(b)...)
}

// probeTitle adds the probes of the most telling words of the title.
func (p *Print) probeTitle(b *probing) {
	var buf [maxTitle]uint32
	telling := p.telling(buf[:0])
	for i, v := range telling {
		for _, w := range telling[i+1:] {
			b.addSure(7, uint64(min(v, w))<<32|uint64(max(v, w)))
		}
	}
	if p.byline != 0 && len(telling) > 0 {
		b.add(8, p.byline^uint64(telling[0]))
	}
}

// telling returns the heaviest words of the title in dst, which has room for the title.
func (p *Print) telling(dst []uint32) []uint32 {
	const low = 1<<weightBits - 1
	dst = append(dst, p.title...)
	for i := range dst {
		dst[i] = bits.RotateLeft32(dst[i]^low, -weightBits) // the weight first, the heaviest least
	}
	slices.Sort(dst)
	n := tellingWords
	if p.isFlash() {
		n++
	}
	dst = dst[:min(n, len(dst))]
	for i := range dst {
		dst[i] &^= low << (32 - weightBits)
	}
	return dst
}
