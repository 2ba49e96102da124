package decode

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"dateline/feed/intake/multibyte"
)

// script is an East Asian encoding of one to four bytes a character.
type script struct {
	encoding *multibyte.Encoding
	single   [2]byte                              // the first and last byte of characters of one byte
	spaces   bool                                 // its text has spaces between words
	rank     func(r rune, lead, trail byte) uint8 // returns the cost of a character
}

// cell is one character of an encoding.
type cell struct {
	bits uint8 // its cost
	kind kind
}

var (
	korean949 = &script{encoding: multibyte.EUCKR, spaces: true, rank: rankKorean}
	shiftJIS  = &script{encoding: multibyte.ShiftJIS, single: [2]byte{0xA1, 0xDF}, rank: rankShiftJIS}
	eucJP     = &script{encoding: multibyte.EUCJP, rank: rankEUCJP}
	gb18030   = &script{encoding: multibyte.GB18030, rank: rankGB}
	big5      = &script{encoding: multibyte.Big5, rank: rankBig5}
	johab     = &script{encoding: multibyte.Johab, spaces: true, rank: rankJohab}
)

// cjk returns the reader of an East Asian encoding.
func cjk(name string, prior int, s *script) reader {
	t := &cells{script: s}
	return reader{
		name: name, prior: prior, least: leastOfPairs,
		weigh:  func(part *sample, enough int) int { return s.weigh(part, t, enough) },
		decode: decoderOf(s.encoding),
	}
}

// noRunBits is the cost of text in which no two East Asian letters are together.
const noRunBits = 12

// halfBits is the cost of a katakana of one byte after the first one.
const halfBits = 6

// leastOfPairs returns about the lowest cost of s in characters of two bytes.
func leastOfPairs(s *sample) int {
	n := 0
	for _, h := range s.highs {
		n += h.count
	}
	return n * 5 / 2
}

// cells holds a cell for each pair of bytes. The row of a lead is made when it is needed,
// because a text in another encoding needs few.
type cells struct {
	script *script
	rows   [0x80]atomic.Pointer[[256]cell] // by lead, counted from 0x80
}

// at returns the cell of a pair of bytes.
func (t *cells) at(lead, trail byte) cell {
	row := t.rows[lead-0x80].Load()
	if row == nil {
		row = t.script.row(lead)
		t.rows[lead-0x80].Store(row)
	}
	return row[trail]
}

// row returns the cells of a lead.
func (s *script) row(lead byte) *[256]cell {
	row := new([256]cell)
	for i := range row {
		row[i] = cell{wrongBits, wrong}
	}
	var in []byte
	for trail := 0x40; trail < 0xFF; trail++ {
		in = append(in, lead, byte(trail), '\n')
	}
	out, _ := s.encoding.NewDecoder().Bytes(in)
	lines := strings.Split(string(out), "\n")
	for i, line := range lines[:min(len(lines), 0xFF-0x40)] {
		r, size := utf8.DecodeRuneInString(line)
		if size != len(line) || size == 0 || r == utf8.RuneError {
			continue
		}
		trail := byte(0x40 + i)
		row[trail] = cell{s.rank(r, lead, trail), cjkKind(r)}
	}
	return row
}

func cjkKind(r rune) kind {
	if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || r == 'ー' {
		return word
	}
	return full
}

// next returns the character at the start of data, which is not ASCII, and its
// length.
func (s *script) next(data []byte, t *cells) (cell, int) {
	lead := data[0]
	if s.single[0] != 0 && lead >= s.single[0] && lead <= s.single[1] {
		return cell{11, word}, 1
	}
	if len(data) < 2 || lead == 0x80 || lead == 0xFF {
		return cell{wrongBits, wrong}, 1
	}
	if s.encoding == multibyte.GB18030 && data[1] >= '0' && data[1] <= '9' && len(data) >= 4 &&
		data[2] > 0x80 && data[3] >= '0' && data[3] <= '9' {
		return cell{20, full}, 4
	}
	if s.encoding == multibyte.EUCJP && (lead == 0x8E || lead == 0x8F) {
		return cell{18, word}, int(lead - 0x8C)
	}
	c := t.at(lead, data[1])
	if c.kind == wrong && data[1] < 0x80 {
		return c, 1
	}
	return c, 2
}

// weigh returns the cost of part, or a number greater than enough.
func (s *script) weigh(part *sample, t *cells, enough int) int {
	bits, run, single, alone := 0, 0, false, true
	before, earlier := edge, edge
	text, near := part.text, part.near
	for i := 0; i < len(text) && bits <= enough; {
		if text[i] < 0x80 && run == 0 {
			// ASCII costs nothing: go on two characters before the next that is not.
			if near = from(near, i); len(near) == 0 {
				break
			}
			i = max(i, near[0]-2)
		}
		c, n := cell{kind: asciiKinds[text[i]&0x7F]}, 1
		if text[i] >= 0x80 {
			c, n = s.next(text[i:], t)
		}
		k := c.kind
		switch {
		case n == 1 && k == word:
			if single {
				c.bits = halfBits
			}
			single = true
		case k == full && repeats(text, i, n):
			c.bits = againBits
		}
		bits += int(c.bits) + s.misfit(earlier, before, k)
		if run++; k != word {
			run = 0
		}
		alone = alone && run < 2
		if s.spaces && run > 8 {
			bits++
		}
		earlier, before = before, k
		i += min(n, len(text)-i)
	}
	if alone {
		bits += noRunBits
	}
	return bits
}

// from returns the places that are at least i.
func from(places []int, i int) []int {
	for len(places) > 0 && places[0] < i {
		places = places[1:]
	}
	return places
}

// repeats reports whether the n bytes of text at i are those before them.
func repeats(text []byte, i, n int) bool {
	return i >= n && i+n <= len(text) && string(text[i-n:i]) == string(text[i:i+n])
}

// misfit returns the cost of a character for the two before it.
func (s *script) misfit(earlier, before, k kind) int {
	switch {
	case k == word && before == lower, k == lower && before == word:
		return 7
	case k == word && before == upper, k == upper && before == word:
		return 3
	case before == full && earlier.isLetter() && k.isLetter():
		return 8
	case before == full && k == lower, k == full && before == lower:
		return 3
	case k == word && before == space && earlier == word && !s.spaces:
		return 4
	}
	return 0
}
