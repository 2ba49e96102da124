package prose

import "unicode/utf8"

// disguise appends the bytes from off to end to dst as uniseg shall see them.
// Characters that break otherwise here than by its rules are replaced by ones
// of the same length that break so: white space by spaces, Hangul by a letter,
// curly quotation marks among Chinese or Japanese text by brackets, the hyphen
// that begins a word by a letter, and that which begins a number, which uniseg
// glues to the word before, by a sign that it does not.
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
		case size == 3 && s.traits[r].class() == quote && s.bracket(i, size) == openEA:
			dst = append(dst, "「"...)
		case size == 3 && s.traits[r].class() == quote && s.bracket(i, size) == closeL:
			dst = append(dst, "」"...)
		default:
			dst = append(dst, s.text[i:i+size]...)
		}
		i += size
	}
	return dst
}
