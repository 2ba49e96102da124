package term

// possessive steps over an apostrophe and an s, where they end a word.
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

// elided reports whether term is a word that loses its vowel before another
// one, in French or Italian: the apostrophe after it parts two words.
func elided(term []byte) bool {
	switch string(term) {
	case "c", "d", "j", "l", "m", "n", "s", "t",
		"qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
		"un", "gl", "dell", "nell", "sull", "all", "dall", "coll", "quell", "quest", "bell", "cent", "tutt", "sant", "grand", "mezz":
		return true
	}
	return false
}

// dotted appends what follows a single letter with a full stop after it, and
// reports whether that is more single letters with stops between them: U.S. is
// u.s. The last stop is stepped over.
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
