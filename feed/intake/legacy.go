package intake

import (
	"bytes"
	"math"
	"unicode/utf8"
)

// kind is what a character is to its neighbours.
type kind uint8

const (
	edge   kind = iota // the start of a text, a line end
	space              // white space
	lower              // a small letter
	upper              // a capital letter
	digit              // a digit
	other              // any other sign
	quoteL             // a quotation mark that opens
	quoteR             // one that closes, an apostrophe
	word               // a character of East Asian writing
	full               // East Asian punctuation
	wrong              // what is no character
)

func (k kind) letter() bool { return k == lower || k == upper }

// cell is one character of an encoding: how unlikely it is in news copy, in
// bits, and its kind.
type cell struct {
	bits uint8
	kind kind
}

const (
	wrongBits   = 25 // the cost of what is no character in an encoding
	smallSample = 512
	largeSample = 4096
	closeRace   = 4  // bits between two readings that are about as likely
	clearWin    = 60 // bits between two readings that leave no question
)

// reader reads text in one encoding.
type reader struct {
	name   string
	prior  int                                 // the cost of supposing it at all
	weigh  func(sample []byte, enough int) int // the cost of the sample under it, or more than enough
	decode func(data []byte) string            // the text
}

// legacy decodes data, which is not UTF-8, by the likeliest reading. A small
// sample is nearly always enough; a larger one is taken where it is not.
func legacy(data []byte) decoded {
	part := sample(data, smallSample)
	best, second, apart := likeliest(part)
	if apart < clearWin && len(part) >= smallSample {
		part = sample(data, largeSample)
		best, second, apart = likeliest(part)
	}
	d := decoded{text: best.decode(data), encoding: best.name}
	if apart < closeRace && second.decode(part) != best.decode(part) {
		d.doubt = "The encoding is a guess: it was read as " + best.name + ", but " + second.name + " is about as likely."
	}
	return d
}

// likeliest returns the two likeliest readings of part and how many bits lie
// between them.
func likeliest(part []byte) (best, second *reader, apart int) {
	low, next := math.MaxInt32/2, 0
	for i := range readers {
		r := &readers[i]
		cost := r.prior + r.weigh(part, low+clearWin)
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

// sample is the lines of data that are not ASCII, up to about size bytes. A
// line end is never part of a longer character.
func sample(data []byte, size int) []byte {
	var out []byte
	for line := range bytes.Lines(data) {
		if ascii(line) {
			continue
		}
		if out = append(out, line...); len(out) >= size {
			break
		}
	}
	return out[:min(len(out), 8*size)]
}

func ascii[T string | []byte](text T) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// readers are the encodings, the most usual first.
var readers = []reader{
	{"utf-8", 0, weighUTF8, repaired},
	latin("windows-1252", 0, western),
	east("euc-kr", 2, korean949),
	east("shift_jis", 2, shiftJIS),
	east("gb18030", 2, gb18030),
	east("big5", 2, big5),
	east("euc-jp", 4, eucJP),
	latin("windows-1251", 3, cyrillic),
	latin("koi8-u", 3, cyrillic),
	latin("windows-1250", 3, central),
	latin("windows-1254", 4, turkish),
	latin("windows-1256", 3, arabic),
	latin("iso-8859-15", 7, western),
	latin("iso-8859-2", 6, central),
}

// weighUTF8 is the cost of UTF-8 with broken characters.
func weighUTF8(sample []byte, enough int) int {
	bits := 0
	for len(sample) > 0 && bits <= enough {
		if sample[0] < utf8.RuneSelf {
			sample = sample[1:]
			continue
		}
		r, size := utf8.DecodeRune(sample)
		switch {
		case r == utf8.RuneError && size == 1:
			bits += wrongBits - 3
			size = broken(sample)
		case r < 0xA0:
			bits += wrongBits
		default:
			bits += 5 + size
		}
		sample = sample[size:]
	}
	return bits
}

// asciiKind is the kind of an ASCII character.
func asciiKind(b byte) kind {
	switch {
	case b == '\n' || b == '\r':
		return edge
	case b == ' ' || b == '\t':
		return space
	case b >= 'a' && b <= 'z':
		return lower
	case b >= 'A' && b <= 'Z':
		return upper
	case b >= '0' && b <= '9':
		return digit
	}
	return other
}
