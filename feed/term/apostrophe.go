package term

// possessive skips an apostrophe and an s at the end of a word.
func (s *scanner) possessive() bool {
	c, n := classAt(s.text, s.pos)
	if c != quote || s.pos+n >= len(s.text) || s.text[s.pos+n]|0x20 != 's' {
		return false
	}
	switch c, _ := classAt(s.text, s.pos+n+1); c {
	case letter, nothing:
		return false
	}
	s.pos += n + 1
	return true
}

// elided reports whether term is a word of French or Italian that loses its vowel
// before another word: an apostrophe after it separates two words.
func elided(term []byte) bool {
	switch string(term) {
	case "c", "d", "j", "l", "m", "n", "s", "t",
		"qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
		"un", "gl", "dell", "nell", "sull", "all", "dall", "coll", "quell", "quest", "bell", "cent", "tutt", "sant", "grand", "mezz":
		return true
	}
	return false
}

// dotted appends the rest of a term that is single letters with full stops between
// them, and reports whether it is one: U.S. is u.s. It skips the last stop.
func (s *scanner) dotted(dst []byte, at int) ([]byte, bool) {
	if !s.single(s.start) {
		return dst, false
	}
	for long := false; ; long = true {
		c, n := classAt(s.text, s.pos)
		if c != stop {
			return dst, long
		}
		if !s.single(s.pos + n) {
			if long {
				s.pos += n
				s.end = s.pos
			}
			return dst, long
		}
		s.pos += n
		if len(dst) < at+limit {
			dst = append(dst, '.')
		}
		dst = s.letters(dst, at+limit)
		s.end = s.pos
	}
}

// single reports whether the character at text[i:] is a letter and no other
// letter follows.
func (s *scanner) single(i int) bool {
	c, n := classAt(s.text, i)
	if c != letter {
		return false
	}
	for i += n; ; i += n {
		if c, n = classAt(s.text, i); c != nothing {
			return c != letter
		}
	}
}
