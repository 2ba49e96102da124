package decode

import (
	"bytes"
	"encoding/binary"
	"sync"
	"unicode/utf8"

	"dateline/feed/intake/pairs"
)

// sample is a part of a text and what all encodings use of it.
type sample struct {
	text  []byte
	near  []int // the places of the bytes that are not ASCII, and the places after them
	highs []highByte
	plain *[pairs.Most]int // see plainCosts
}

// highByte is a byte that is not ASCII and how often it occurs.
type highByte struct {
	value byte
	count int
}

func newSample(text []byte) *sample {
	s := &sample{text: text, near: make([]int, 0, 64)}
	var counts [256]int
	last := byte(0)
	for i, b := range text {
		counts[b]++
		if (b|last)&0x80 != 0 {
			s.near = append(s.near, i)
		}
		last = b
	}
	if last >= 0x80 {
		s.near = append(s.near, len(text))
	}
	for b := 0x80; b < 0x100; b++ {
		if counts[b] > 0 {
			s.highs = append(s.highs, highByte{byte(b), counts[b]})
		}
	}
	return s
}

// at returns the byte at i, a newline before the first and after the last one.
func (s *sample) at(i int) byte {
	if i < 0 || i >= len(s.text) {
		return '\n'
	}
	return s.text[i]
}

// plainSize is the number of bytes that decide how likely a language is for the
// ASCII letters of a sample.
const plainSize = 512

// plainCosts returns for each language in Latin letters, by its number, how much
// more the pairs of ASCII letters cost in it than in the language in which they cost
// least, in units.
func (s *sample) plainCosts() *[pairs.Most]int {
	if s.plain != nil {
		return s.plain
	}
	s.plain = new([pairs.Most]int)
	var sums [plainWords]uint64
	text, counts := plainPairs(s.text[:min(len(s.text), plainSize)])
	table := pairCosts()
	for _, pair := range text {
		n := counts[pair&1023]
		for i, costs := range &table.costs[pair&1023] {
			sums[i] += n * costs
		}
	}
	low := -1
	for i, number := range table.numbers {
		sum := int(uint16(sums[i/4] >> (i % 4 * 16)))
		s.plain[number] = sum
		if low < 0 || sum < low {
			low = sum
		}
	}
	for i, sum := range s.plain {
		s.plain[i] = max(0, sum-low) * max(plainSize, len(s.text)) / plainSize
	}
	return s.plain
}

// isEnglish reports whether s is English with a few characters that are not ASCII.
func (s *sample) isEnglish() bool {
	const fewest = 16 // characters for each that is not ASCII
	return len(s.near)*fewest/2 <= len(s.text) && s.plainCosts()[pairs.Languages()["en"].Number] == 0
}

// plainWords is the number of words for the costs of a pair, with four languages in each.
const plainWords = 12

// plainTable has the costs of the pairs of ASCII letters in the languages in Latin letters,
// in units. The class of the first letter is in the five bits above that of the second.
// Each language has 16 bits of a word, which has room for the sum of plainSize pairs.
type plainTable struct {
	numbers []int // of the languages
	costs   [1024][plainWords]uint64
}

var pairCosts = sync.OnceValue(func() *plainTable {
	t := &plainTable{}
	for _, l := range pairs.Languages() {
		if !l.Latin() {
			continue
		}
		word, shift := len(t.numbers)/4, len(t.numbers)%4*16
		for before := range uint8(27) {
			for next := range uint8(27) {
				t.costs[int(before)<<5|int(next)][word] |= uint64(l.Cost(before, next)) << shift
			}
		}
		t.numbers = append(t.numbers, l.Number)
	}
	return t
})

// plainPairs returns the different pairs of ASCII characters of text, one of which is a
// letter, as indexes of a plainTable, and how often each occurs.
func plainPairs(text []byte) (out []uint16, counts [1024]uint64) {
	out = make([]uint16, 0, len(text))
	before, high := uint16(pairs.Edge), false
	for _, b := range text {
		if b >= 0x80 {
			high = true
			continue
		}
		next := uint16(pairs.Edge)
		if b |= 0x20; b >= 'a' && b <= 'z' {
			next = uint16(b-'a') + 1
		}
		if pair := before<<5 | next; !high && pair != 0 {
			if counts[pair&1023]++; counts[pair&1023] == 1 {
				out = append(out, pair)
			}
		}
		before, high = next, false
	}
	return out, counts
}

// excerpt returns the lines of data that are not ASCII, about size bytes of them. It
// leaves out the start of a line that is long, and rules and pictures of signs if
// there are other lines. Neither a line end nor an ASCII character after another is
// ever part of a longer character.
func excerpt(data []byte, size int) []byte {
	const lead = 64 // the bytes before the first that is not ASCII
	var out, dull []byte
	rest := data
	for line := range bytes.Lines(data) {
		rest = rest[len(line):]
		first := firstHigh(line)
		if first == len(line) {
			continue
		}
		line = line[max(0, first-lead):]
		if isDull(line) {
			dull = append(dull, line[:min(len(line), size-min(len(dull), size))]...)
			continue
		}
		if out = append(out, line...); len(out) >= size {
			break
		}
	}
	if len(out) == 0 {
		out = dull
	}
	out = out[:min(len(out), 8*size)]
	if size < largeSample {
		return out
	}
	return withNew(out, rest)
}

// withNew returns out and the places of rest with bytes that are not in out. Two
// encodings often differ only in such rare bytes.
func withNew(out, rest []byte) []byte {
	const most, before, after = 32, 200, 64
	var seen [256]bool
	for _, b := range out {
		seen[b] = true
	}
	added, end := 0, 0
	for i, b := range rest {
		if b < 0x80 || seen[b] {
			continue
		}
		start := i
		for start > end && start > i-before && (start < 2 || rest[start-1]|rest[start-2] >= 0x80) {
			start--
		}
		end = min(len(rest), max(i+1, end, i+after))
		piece := rest[start:end]
		for _, b := range piece {
			seen[b] = true
		}
		out = append(append(out, piece...), '\n')
		if added++; added == most {
			break
		}
	}
	return out
}

// isDull reports whether line has many bytes that are not ASCII but at most three
// different ones.
func isDull(line []byte) bool {
	var seen [3]byte
	count, different := 0, 0
	for _, b := range line {
		if b < 0x80 || bytes.IndexByte(seen[:different], b) >= 0 {
			if b >= 0x80 {
				count++
			}
			continue
		}
		if different == len(seen) {
			return false
		}
		seen[different] = b
		different++
		count++
	}
	return count > 8
}

// firstHigh returns the index of the first byte of text that is not ASCII, or the
// length of text.
func firstHigh(text []byte) int {
	n := 0
	for n+8 <= len(text) && binary.LittleEndian.Uint64(text[n:])&0x8080808080808080 == 0 {
		n += 8
	}
	for n < len(text) && text[n] < utf8.RuneSelf {
		n++
	}
	return n
}
