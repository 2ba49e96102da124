package term

import "unicode/utf8"

// maxPieces is the number of pieces of the longest number with separators.
const maxPieces = 12

// piece is a run of digits in a number, with the separator before it.
type piece struct {
	start, end, n int // n digits
	sep           class
}

// number appends the term of the number that begins at pos.
func (s *scanner) number(dst []byte) []byte {
	at := len(dst)
	var pieces [maxPieces]piece
	first := s.piece(s.pos, apart)
	s.start, s.pos, s.end = s.pos, first.end, first.end
	dst = s.digits(dst, at+limit, first)
	if first.end <= s.plain || first.end < len(s.text) && ascii[s.text[first.end]] == apart {
		return dst
	}
	pieces[0] = first
	n, end := s.pieces(&pieces)
	decimal, ok := figures(s.text, pieces[:min(n, maxPieces)])
	if n == 1 || n > maxPieces || !ok {
		s.plain = end
		s.possessive()
		return dst
	}
	for i, p := range pieces[1:n] {
		if decimal && i == n-2 && len(dst) < at+limit {
			dst = append(dst, '.')
		}
		dst = s.digits(dst, at+limit, p)
	}
	s.pos, s.end = end, end
	s.possessive()
	return dst
}

// piece reads the digits at text[i:].
func (s *scanner) piece(i int, sep class) piece {
	p := piece{start: i, sep: sep}
	for i < len(s.text) && ascii[s.text[i]] == digit {
		i++
	}
	for p.n, p.end = i-p.start, i; ; {
		c, n := classAt(s.text, i)
		switch {
		case c == digit:
			p.n++
			p.end = i + n
		case c != nothing:
			return p
		}
		i += n
	}
}

// pieces reads the pieces after the first. It returns the number of all pieces and
// where the last one ends. It counts, but does not keep, those beyond maxPieces.
func (s *scanner) pieces(into *[maxPieces]piece) (n, end int) {
	n, end = 1, into[0].end
	for last := into[0]; ; n++ {
		c, size := classAt(s.text, end)
		if c != stop && c != comma && c != space && c != quote {
			return n, end
		}
		p := s.piece(end+size, c)
		if p.n == 0 {
			return n, end
		}
		if (c == space || c == quote) && (p.n != 3 || into[0].n > 3 || n > 1 && last.sep != c) {
			return n, end
		}
		if n < maxPieces {
			into[n] = p
		}
		last, end = p, p.end
	}
}

// figures reports whether p is one number, and whether its last piece is the
// decimals.
func figures(text string, p []piece) (decimal, ok bool) {
	if len(p) == 1 || grouped(text, p) {
		return false, true
	}
	whole, last := p[:len(p)-1], p[len(p)-1]
	if last.sep != stop && last.sep != comma {
		return false, false
	}
	return true, len(whole) == 1 || grouped(text, whole) && whole[1].sep != last.sep
}

// grouped reports whether p is a whole number in groups of three, or in those
// of India.
func grouped(text string, p []piece) bool {
	if len(p) < 2 || p[0].n > 3 || foldAt(text, p[0].start) == "0" || p[len(p)-1].n != 3 {
		return false
	}
	middle := 3
	if len(p) > 2 && p[1].n == 2 && p[0].n < 3 && p[1].sep == comma {
		middle = 2
	}
	for i := 1; i < len(p); i++ {
		if p[i].sep != p[1].sep || i < len(p)-1 && p[i].n != middle {
			return false
		}
	}
	return true
}

// digits appends the digits of p in ASCII while dst is shorter than maxLen.
func (s *scanner) digits(dst []byte, maxLen int, p piece) []byte {
	if p.n == p.end-p.start && p.n <= maxLen-len(dst) { // in ASCII
		return append(dst, s.text[p.start:p.end]...)
	}
	for i := p.start; i < p.end && len(dst) < maxLen; {
		c, n := classAt(s.text, i)
		if c == digit {
			dst = append(dst, foldAt(s.text, i)...)
		}
		i += n
	}
	return dst
}

// foldAt returns the fold of the character at text[i:].
func foldAt(text string, i int) string {
	r, n := utf8.DecodeRuneInString(text[i:])
	if f := foldOf(r); f.out != "" {
		return f.out
	}
	return text[i : i+n]
}
