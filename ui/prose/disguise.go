package prose

import "unicode/utf8"

// disguise appends the bytes from off to end to dst for uniseg. Where the rules of
// this package differ from those of uniseg, it replaces a character with another of
// the same length that uniseg treats as intended: white space with spaces, Hangul
// with a letter, opening and closing quotation marks with brackets, a hyphen at the
// start of a word with a letter, and a hyphen at the start of a number, which uniseg
// would join to the word before it, with a plus sign.
func (s *segmenter) disguise(dst []byte, off, end int) []byte {
	for i := off; i < end; {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case isSpace(s.text[i]):
			dst = append(dst, ' ')
		case r == '-' && s.wordInitial(i):
			dst = append(dst, '#')
		case r == '-' && i > 0 && isSpace(s.text[i-1]) && s.digitAt(i+1):
			dst = append(dst, '+')
		case size == 3 && hangul(r):
			dst = append(dst, "\u1e00"...)
		case size > 1 && r < rune(len(s.traits)) && s.traits[r].class() == quote:
			dst = append(dst, s.disguised(i, size)...)
		default:
			dst = append(dst, s.text[i:i+size]...)
		}
		i += size
	}
	return dst
}

// disguised returns the replacement of the quotation mark at i.
func (s *segmenter) disguised(i, size int) string {
	const opener, end = "「", "！"
	const opener2, end2 = "¡", "\u05c6"
	switch c := s.bracket(i, size); {
	case c == openEA && size == len(opener):
		return opener
	case c == exclaim && size == len(end):
		return end
	case c == openEA:
		return opener2
	case c == exclaim:
		return end2
	}
	return s.text[i : i+size]
}
