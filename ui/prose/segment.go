package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// asciiLetter is the trait of most characters in most text. A line never breaks
// between two of them.
const asciiLetter = trait(letter) | 1<<6

// A segment is the text up to the next break opportunity. Its trailing spaces are
// counted separately because they may extend beyond the margin.
type segment struct {
	end          int // offset of the end
	cells, space int
}

// A segmenter splits a text into segments. It uses a table for simple text and uniseg
// for all other text.
type segmenter struct {
	text string
	pos  int // start of the current segment
	i    int // the next byte to read

	state        state
	cells, space int // of the text from pos to i
	safe         int // last offset at which the text before it does not affect later breaks

	traits *traits
	moves  *moves

	slow   bool
	rest   []byte // the text that uniseg has not split yet
	ustate int
	uend   int // end of the last segment from uniseg
	buf    []byte

	words   []int // offsets in text at which words of Thai start
	divided int   // the offset up to which Thai is divided into words
}

// reset makes s start at byte off of text.
func (s *segmenter) reset(text string, off int) {
	*s = segmenter{
		text: text, pos: off, i: off, safe: off, state: state(start),
		traits: loadTraits(), moves: loadMoves(), buf: s.buf, words: s.words[:0],
	}
}

// next returns the next segment. It returns false after the last one.
func (s *segmenter) next() (segment, bool) {
	if s.pos >= len(s.text) {
		return segment{}, false
	}
	if s.slow {
		return s.nextSlow(), true
	}
	return s.nextFast(), true
}

// nextFast splits simple text. Its cost per byte dominates the cost of laying out a
// long story.
func (s *segmenter) nextFast() segment {
	text, st, i := s.text, s.state, s.i
	cells, spaces := s.cells, s.space
	for i < len(text) {
		t, size := s.traits[text[i]], 1
		if text[i] >= utf8.RuneSelf {
			t, size = s.traits.of(text[i:])
		}
		c := s.class(t, i, size)
		if c == exotic {
			s.state, s.cells, s.space = st, cells, spaces
			s.useUniseg(i)
			return s.nextSlow()
		}
		m := s.moves[st][c]
		if m&movePeek != 0 && s.digitAt(i+size) {
			m &^= moveBreak
		}
		st = state(m & 0xff)
		if m&moveSafe != 0 {
			s.safe = i
		}
		if m&moveBreak != 0 {
			seg := segment{end: i, cells: cells, space: spaces}
			s.pos, s.i, s.state = i, i+size, st
			s.cells, s.space = t.cells(), 0
			return seg
		}
		i += size
		if c == space {
			spaces++
			continue
		}
		cells += spaces + t.cells()
		spaces = 0
		for c == letter && i < len(text) && text[i] < utf8.RuneSelf && s.traits[text[i]] == asciiLetter {
			cells++
			i++
		}
	}
	s.pos = len(text)
	return segment{end: len(text), cells: cells, space: spaces}
}

// class returns the class of the character at i, which can depend on the characters
// beside it.
func (s *segmenter) class(t trait, i, size int) class {
	switch c := t.class(); c {
	case hyphen:
		if s.wordInitial(i) {
			return letter
		}
		return c
	case quote:
		if size > 1 {
			return s.bracket(i, size)
		}
		return c
	default:
		return c
	}
}

// wordInitial reports whether the hyphen at i is the start of a word (LB20a).
func (s *segmenter) wordInitial(i int) bool {
	if i > 0 && !isSpace(s.text[i-1]) || i+1 >= len(s.text) {
		return false
	}
	t, _ := s.traits.of(s.text[i+1:])
	return t.class() == letter
}

// bracket returns the class of the quotation mark at i: that of an opening bracket or
// of a closing mark if the characters beside it show that it opens or closes a
// quotation (LB15a, LB15b, LB19a), otherwise quote.
func (s *segmenter) bracket(i, size int) class {
	before, n := utf8.DecodeLastRuneInString(s.text[:i])
	next, m := utf8.DecodeRuneInString(s.text[i+size:])
	among := (n == 0 || eastAsian(before)) && (m == 0 || eastAsian(next)) && n+m > 0
	switch s.text[i : i+size] {
	case "“", "‘", "«", "‹":
		if among || n == 0 || strings.ContainsRune(" \t\n\u00a0([", before) {
			return openEA
		}
	case "”", "’", "»", "›":
		if among || m == 0 || strings.ContainsRune(" \t\n\u00a0)],.:;!?/", next) {
			return exclaim
		}
	}
	return quote
}

func (s *segmenter) digitAt(i int) bool {
	return i < len(s.text) && s.text[i] >= '0' && s.text[i] <= '9'
}

// useUniseg passes the text around i, starting at s.safe, to uniseg.
func (s *segmenter) useUniseg(i int) {
	end := s.safeAfter(i)
	s.slow = true
	s.buf = s.disguise(s.buf[:0], s.safe, end)
	s.rest, s.ustate, s.uend = s.buf, -1, s.safe
}

// safeAfter returns the start of the first simple word after i that follows another
// simple word and spaces. Text before it does not affect the breaks after it.
func (s *segmenter) safeAfter(i int) int {
	prev := exotic
	spaced := false
	for i < len(s.text) {
		t, size := s.traits.of(s.text[i:])
		c := t.class()
		if spaced && plain(prev) && (c == letter || c == digit) {
			return i
		}
		if c == space {
			spaced = true
		} else {
			prev, spaced = c, false
		}
		i += size
	}
	return len(s.text)
}

// nextSlow returns the next segment from uniseg, or a part of it up to the next word of
// Thai. After the last one, the segmenter goes back to the table.
func (s *segmenter) nextSlow() segment {
	for s.uend <= s.pos {
		s.step()
	}
	seg := segment{}
	at := s.pos
	for at < s.uend && (at == s.pos || !s.startsWord(at)) {
		s.divide(at)
		size, w := cluster(s.text[at:])
		if size == 1 && isSpace(s.text[at]) {
			seg.space++
		} else {
			seg.cells += seg.space + w
			seg.space = 0
		}
		at += size
		for at > s.uend && len(s.rest) > 0 {
			s.step()
		}
	}
	if at < s.uend {
		seg.end, s.pos = at, at
		return seg
	}
	seg.end = s.uend
	s.pos = s.uend
	if len(s.rest) == 0 {
		s.slow = false
		s.i, s.safe, s.state = s.pos, s.pos, state(start)
		s.cells, s.space = 0, 0
	}
	return seg
}

// step reads the next segment from uniseg.
func (s *segmenter) step() {
	seg, rest, _, st := uniseg.FirstLineSegment(s.rest, s.ustate)
	s.uend += len(seg)
	s.rest, s.ustate = rest, st
}
