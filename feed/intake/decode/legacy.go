package decode

import (
	"bytes"
	"math"
)

const (
	smallSample = 512
	largeSample = 4096
	closeMargin = 4  // the difference in bits up to which two readings are about as likely
	clearMargin = 60 // the difference in bits from which a small sample is enough
)

// reader reads text in one encoding. The cost of a character says how unlikely it
// is in news copy, in bits.
type reader struct {
	name   string
	prior  int                                 // the cost of assuming the encoding
	weigh  func(sample []byte, enough int) int // returns the cost of sample, or more than enough
	decode func(data []byte) string
}

// readers are the encodings, the most usual first.
var readers = []reader{
	{"utf-8", 0, weighUTF8, repaired},
	alphabetic("windows-1252", 0, western),
	cjk("euc-kr", 2, korean949),
	cjk("shift_jis", 2, shiftJIS),
	cjk("gb18030", 2, gb18030),
	cjk("big5", 2, big5),
	cjk("euc-jp", 4, eucJP),
	alphabetic("windows-1251", 3, cyrillic),
	alphabetic("koi8-u", 3, cyrillic),
	alphabetic("windows-1250", 3, central),
	alphabetic("windows-1254", 4, turkish),
	alphabetic("windows-1256", 3, arabic),
	alphabetic("iso-8859-15", 7, western),
	alphabetic("iso-8859-2", 6, central),
}

// legacy decodes data, which is not UTF-8, in the likeliest encoding. A small
// sample is nearly always enough to find it; otherwise a large one is used.
func legacy(data []byte) Text {
	part := sample(data, smallSample)
	best, second, margin := likeliest(part)
	if margin < clearMargin && len(part) >= smallSample {
		part = sample(data, largeSample)
		best, second, margin = likeliest(part)
	}
	t := Text{Text: best.decode(data), Encoding: best.name}
	if margin < closeMargin && second.decode(part) != best.decode(part) {
		t.Doubt = "The encoding is a guess: the file was read as " + best.name + ", but " + second.name + " is about as likely."
	}
	return t
}

// likeliest returns the two likeliest encodings of part and the difference of
// their costs.
func likeliest(part []byte) (best, second *reader, margin int) {
	low, next := math.MaxInt32/2, 0
	for i := range readers {
		r := &readers[i]
		cost := r.prior + r.weigh(part, low+clearMargin)
		switch {
		case best == nil || cost < low:
			second, next = best, low
			best, low = r, cost
		case second == nil || cost < next:
			second, next = r, cost
		}
	}
	return best, second, next - low
}

// sample returns the lines of data that are not ASCII, about size bytes of them.
// A line end is never part of a longer character.
func sample(data []byte, size int) []byte {
	var out []byte
	for line := range bytes.Lines(data) {
		if isASCII(line) {
			continue
		}
		if out = append(out, line...); len(out) >= size {
			break
		}
	}
	return out[:min(len(out), 8*size)]
}
