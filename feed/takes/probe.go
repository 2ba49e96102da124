package takes

import (
	"cmp"
	"slices"
)

// The numbers of probes of each kind that a story has at most.
const (
	probesOfBody = 5
	probesOfLede = 2
	tellingWords = 3 // their pairs are probes
)

// Probes returns hashes that takes of one story share: two stories that share none need not be
// compared. There are at most 16. Many stories may share one: copies of one text, a stock
// headline, the first words of a form. The caller bounds the stories that it
// compares by one probe; see the package comment.
func (p *Print) Probes() []uint64 {
	if p.alone() {
		return nil
	}
	probes := make([]uint64, 0, 16)
	add := func(kind, h uint64) { probes = append(probes, spread(kind, h)) }
	for kind, id := range [...]uint64{p.key, p.serial, p.slug} {
		if id != 0 {
			add(uint64(kind), id)
		}
	}
	for _, h := range p.body[:min(len(p.body), probesOfBody)] {
		add(4, uint64(h))
	}
	for _, h := range p.lede[:min(len(p.lede), probesOfLede)] {
		add(5, uint64(h))
	}
	telling := p.telling()
	for i, v := range telling {
		for _, w := range telling[i+1:] {
			add(6, uint64(min(v, w))<<32|uint64(max(v, w)))
		}
	}
	if p.byline != 0 && len(telling) > 0 {
		add(7, p.byline^uint64(telling[0]))
	}
	slices.Sort(probes)
	return slices.Compact(probes)
}

// spread returns the probe for a hash of a kind.
func spread(kind, h uint64) uint64 {
	h = (h ^ kind<<56) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// telling returns the heaviest words of the title.
func (p *Print) telling() []uint32 {
	const low = 1<<weightBits - 1
	w := slices.Clone(p.title)
	slices.SortFunc(w, func(a, b uint32) int { return cmp.Or(cmp.Compare(b&low, a&low), cmp.Compare(a, b)) })
	n := tellingWords
	if p.isFlash() {
		n++
	}
	w = w[:min(n, len(w))]
	for i := range w {
		w[i] >>= weightBits
	}
	return w
}
