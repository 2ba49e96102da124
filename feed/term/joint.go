package term

// longestJoint is the length of the longest word with hyphens that is a term
// without them too, in bytes.
const longestJoint = 24

// joint is a word with hyphens, and what it is without them.
type joint struct {
	bytes      [longestJoint]byte
	n, parts   int
	first      int // the length of the first part
	start, end int
	open       bool // another part follows
	fits       bool
	ready      bool // it is whole, and a term
}

// join takes term, the word that was read last, into the word with hyphens
// that it is a part of.
func (s *scanner) join(term []byte) {
	more, j := s.joins(), &s.joint
	if !j.open {
		if !more {
			return
		}
		if c := classBefore(s.text, s.start); c == hyphen || c == digit {
			return
		}
		j.open, j.fits, j.n, j.parts, j.start = true, true, 0, 0, s.start
	}
	if j.fits = j.fits && j.n+len(term) <= longestJoint; j.fits {
		j.n += copy(j.bytes[j.n:], term)
	}
	if j.parts++; j.parts == 1 {
		j.first = j.n
	}
	j.open, j.end, j.ready = more, s.end, !more && j.fits && j.parts > 1
}

// joins reports whether a hyphen follows, and a letter after it.
func (s *scanner) joins() bool {
	if s.pos != s.end {
		return false
	}
	c, n := classAt(s.text, s.pos)
	if c != hyphen {
		return false
	}
	c, _ = classAt(s.text, s.pos+n)
	return c == letter
}

// term is the word without its hyphens.
func (j *joint) term() []byte { return j.bytes[:j.n] }
