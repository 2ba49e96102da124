package term

// The length in bytes of the longest word with hyphens, or with half spaces, that has
// an alias.
const (
	longestHyphened = 24
	longestJoint    = limit
)

// joint is a word with hyphens, without its hyphens.
type joint struct {
	bytes      [longestJoint]byte
	n, parts   int
	first      int // the length of the first part
	start, end int
	open       bool // another part follows
	half       bool // a part ends in a half space
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
		j.open, j.fits, j.half, j.n, j.parts, j.start = true, true, false, 0, 0, s.start
	}
	longest := longestHyphened
	if j.half = j.half || more && s.text[s.pos] != '-' && isHalfSpace(s.text, s.pos); j.half {
		longest = longestJoint
	}
	if j.fits = j.fits && j.n+len(term) <= longest; j.fits {
		j.n += copy(j.bytes[j.n:], term)
	}
	if j.parts++; j.parts == 1 {
		j.first = j.n
	}
	j.open, j.end, j.ready = more, s.end, !more && j.fits && j.parts > 1
}

// joins reports whether a hyphen or a half space, and a letter follow.
func (s *scanner) joins() bool {
	if s.pos != s.end {
		return false
	}
	c, n := classAt(s.text, s.pos)
	if c != hyphen {
		return c == nothing && isHalfSpace(s.text, s.pos)
	}
	c, _ = classAt(s.text, s.pos+n)
	return c == letter
}

// term returns the word without its hyphens.
func (j *joint) term() []byte { return j.bytes[:j.n] }
