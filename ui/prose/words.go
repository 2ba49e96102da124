package prose

import "dateline/ui/prose/thai"

// divide divides the Thai text at byte at into words, if it begins there.
func (s *segmenter) divide(at int) {
	if at < s.divided || !thai.Starts(s.text[at:]) {
		return
	}
	words, n := thai.Breaks(s.words[:0], s.text[at:])
	for i := range words {
		words[i] += at
	}
	s.words, s.divided = words, at+n
}

// startsWord reports whether a word of Thai starts at byte at, after another. It must
// be called with rising offsets.
func (s *segmenter) startsWord(at int) bool {
	for len(s.words) > 0 && s.words[0] < at {
		s.words = s.words[1:]
	}
	return len(s.words) > 0 && s.words[0] == at
}
