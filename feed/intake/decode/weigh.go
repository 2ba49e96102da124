package decode

import (
	"math"
	"sync"

	"dateline/feed/intake/pairs"
)

// switchBits is the cost of a word in another language than the text around it.
const switchBits = 7

// noWordBits is the cost of text in an encoding for another script than the Latin one
// that has hardly a word in that script.
const noWordBits = 6

// least returns about the lowest cost that s can have, in bits.
func (p *page) least(s *sample) int {
	low := 0
	for _, h := range s.highs {
		low += h.count * int(p.floor[h.value])
	}
	return low / unit
}

// weigh returns the cost of s in the language in which it is lowest, or a number
// greater than enough, in bits.
func (p *page) weigh(s *sample, enough int) int {
	limit := (enough + 1) * unit
	shape, words, letters := p.shape(s, limit)
	if !p.mixes && (words == 0 || letters < 2*words) {
		shape += noWordBits * unit
	}
	if shape > limit {
		return shape / unit
	}
	if p.mixes && words == 0 {
		// The signs do not tell the language, so it must not tell the encoding.
		return english().weigh(s, shape, limit) / unit
	}
	best := math.MaxInt
	for i := range p.tongues {
		t := &p.tongues[i]
		sum := shape + t.prior
		if p.mixes {
			sum += min(s.plainCosts()[t.Number], words*switchBits*unit)
		}
		if low := sum + t.least(s); low > limit {
			best = min(best, low)
			continue
		}
		best = min(best, t.weigh(s, sum, limit))
		limit = min(limit, best)
	}
	return best / unit
}

// english is English without letters that are not ASCII.
var english = sync.OnceValue(func() *tongue {
	t := &tongue{Language: pairs.Languages()["en"]}
	for b := range 128 {
		t.class[b] = t.Class(rune(b))
	}
	return t
})

// least returns about the lowest cost that the letters of s can have, in units.
func (t *tongue) least(s *sample) int {
	low := 0
	for _, h := range s.highs {
		low += h.count * int(t.floor[h.value])
	}
	return low
}

// weigh returns sum and the cost of the letters of s that are not ASCII with the
// characters beside them, or a number greater than limit, in units.
func (t *tongue) weigh(s *sample, sum, limit int) int {
	for _, at := range s.near {
		b := s.at(at)
		before, next := t.class[s.at(at-1)], t.class[b]
		if before|next != pairs.Edge {
			sum += t.Cost(before, next)
		}
		if b >= 0x80 {
			if sum += int(t.foreign[b]); sum > limit {
				return sum
			}
		}
	}
	return sum
}

// shape returns the cost of the signs of s and of the kinds of its characters, in
// units, or a number greater than limit, and the numbers of letters that are not
// ASCII and of words with such letters.
func (p *page) shape(s *sample, limit int) (cost, words, letters int) {
	fits := misfits()
	for _, at := range s.near {
		b, last := s.at(at), s.at(at-1)
		k := p.kinds[b]
		cost += int(fits[p.kinds[s.at(at-2)]][p.kinds[last]][k])
		switch {
		case b < 0x80:
		case k.isLetter():
			letters++
			if !p.continues(s, at) {
				words++
			}
		case b == last && k != wrong:
			cost += againBits * unit
		default:
			cost += int(p.symbols[b])
		}
		if cost > limit {
			return cost, 0, 0
		}
	}
	return cost, words, letters
}

// continues reports whether the letter at a place is in the same word as a letter
// before it that is not ASCII.
func (p *page) continues(s *sample, at int) bool {
	for at--; p.kinds[s.at(at)].isLetter(); at-- {
		if s.at(at) >= 0x80 {
			return true
		}
	}
	return false
}
