package term

import "bytes"

// Gap separates two terms that are not neighbours. It is only in indexes: no
// text has it, so no phrase matches across it.
const Gap = ".."

// maxAliases is the room for aliases of one text, in bytes.
const maxAliases = 8192

// Append appends the terms of text to dst, separated by spaces. The aliases follow,
// each once and after a Gap: the words with hyphens, without their hyphens, and the
// spellings of the words with accents; see Spellings. Append puts
// a space before the first term if dst does not end in one. It allocates only if dst is
// too small.
func Append(dst []byte, text string) []byte {
	s := scan(text)
	defer s.done()
	for {
		before := len(dst)
		if before > 0 && dst[before-1] != ' ' {
			dst = append(dst, ' ')
		}
		var ok bool
		if dst, ok = s.next(dst); !ok {
			dst = dst[:before]
			break
		}
		if s.joint.ready {
			s.alias()
		}
		if s.accented {
			s.spell()
		}
	}
	if len(s.aliases) > 0 {
		dst = append(append(dst, ' '), bytes.TrimSuffix(s.aliases, []byte(" "))...)
	}
	return dst
}

// alias adds the word with hyphens that was read last to the aliases, if it is new.
func (s *scanner) alias() {
	var key [longestJoint + 2]byte
	k := append(append(append(key[:0], ' '), s.joint.term()...), ' ')
	if len(s.aliases) < maxAliases && !bytes.Contains(s.aliases, k) {
		s.aliases = append(append(s.aliases, Gap...), k...)
	}
}

// Each calls yield with every term of text in order, and with its place in text,
// until yield returns false. The term is valid until yield returns. Each skips aliases.
func Each(text string, yield func(term []byte, start, end int) bool) {
	s := scan(text)
	defer s.done()
	for {
		t, ok := s.next(s.term[:0])
		if !ok || !yield(t, s.start, s.end) {
			return
		}
	}
}
