package decode

import (
	"math"
	"sort"

	"golang.org/x/text/encoding"
)

const (
	smallSample = 256
	largeSample = 4096
	closeMargin = 4  // the difference in bits up to which two readings are about as likely
	clearMargin = 60 // the difference in bits from which a small sample is enough
)

// English text is nearly always in the usual encoding if it is not in ASCII.
const (
	usualInEnglish = "windows-1252"
	unusualBits    = 5
)

// reader reads text in one encoding. The cost of a character says how unlikely it
// is in news copy, in bits.
type reader struct {
	name   string
	prior  int                             // the cost of assuming the encoding
	least  func(s *sample) int             // returns about the lowest cost that s can have
	weigh  func(s *sample, enough int) int // returns the cost of s, or more than enough
	decode func(data []byte) string
	single bool // it reads each byte alone
}

// decoderOf returns the decode of a reader for e.
func decoderOf(e interface{ NewDecoder() *encoding.Decoder }) func(data []byte) string {
	return func(data []byte) string {
		// The decoder does not fail: it returns U+FFFD for bytes without a character.
		out, _ := e.NewDecoder().Bytes(data)
		return string(out)
	}
}

// legacy decodes data, which is not UTF-8, in the likeliest encoding. A small
// sample is often enough to find it; otherwise a large one decides between the
// encodings that are likely for the small one.
func legacy(data []byte) Text {
	part := newSample(excerpt(data, smallSample))
	all := readings(part, everyReader)
	best, second, margin := likeliest(part, all)
	if len(part.text) >= smallSample && all[1].cost < all[0].cost+clearMargin {
		likely := make([]*reader, 0, len(all))
		for _, r := range all {
			if r.cost < all[0].cost+clearMargin {
				likely = append(likely, r.reader)
			}
		}
		part = newSample(excerpt(data, largeSample))
		best, second, margin = likeliest(part, readings(part, likely))
	}
	t := Text{Text: best.decode(data), Encoding: best.name}
	if margin < closeMargin {
		t.Doubt = "The encoding is a guess: the file was read as " + best.name + ", but " + second.name + " is about as likely."
	}
	return t
}

// reading is an encoding and the cost of a sample in it.
type reading struct {
	*reader
	cost int
}

// likeliest returns the likeliest encoding of part, the likeliest of those that read
// another text, and the difference of their costs. It is at least clearMargin if
// second is nil.
func likeliest(part *sample, all []reading) (best, second *reader, margin int) {
	first := all[0]
	for _, r := range all[1:] {
		if margin = r.cost - first.cost; margin >= clearMargin {
			break
		}
		if !sameText(first.reader, r.reader, part) {
			return first.reader, r.reader, margin
		}
	}
	return first.reader, nil, clearMargin
}

// sameText reports whether a and b read the same text in part.
func sameText(a, b *reader, part *sample) bool {
	if !a.single || !b.single {
		return a.decode(part.text) == b.decode(part.text)
	}
	different := make([]byte, len(part.highs))
	for i, h := range part.highs {
		different[i] = h.value
	}
	return a.decode(different) == b.decode(different)
}

// readings returns the readings of s by some readers, the likeliest first. The
// costs of those that are not likely are too low.
func readings(s *sample, readers []*reader) []reading {
	all := make([]reading, len(readers))
	inEnglish := s.isEnglish()
	for i, r := range readers {
		all[i] = reading{r, r.prior + r.least(s)}
	}
	byCost := func(i, j int) bool { return all[i].cost < all[j].cost }
	sort.SliceStable(all, byCost)
	low := math.MaxInt32 / 2
	for i := range all {
		r := &all[i]
		if r.cost > low+clearMargin {
			break
		}
		r.cost = r.prior + r.weigh(s, low+clearMargin-r.prior)
		if inEnglish && r.name != usualInEnglish {
			r.cost += unusualBits
		}
		low = min(low, r.cost)
	}
	sort.SliceStable(all, byCost)
	return all
}
