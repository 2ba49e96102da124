package term

// longestJoint is the length in bytes of the longest word with hyphens that has an
// alias.
const longestJoint = 24

// joint is a word with hyphens, without its hyphens.
type joint struct {
	bytes      [longestJoint]byte
	n, parts   int
	first      int // the length of the first part
	start, end int
	open       bool // another part follows
	fits       bool
	ready      bool // it is complete, and a term
}

// join adds term, the word that was read last, to the word with hyphens that it is
// a part of.
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

// joins reports whether a hyphen and a letter follow.
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

// term returns the word without its hyphens.
func (j *joint) term() []byte { return j.bytes[:j.n] }
