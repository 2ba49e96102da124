package multibyte

import "unicode/utf8"

// step reads a character at the start of src, which is not empty. The set is the set of
// characters in force, 0 at the start of a text; a step that changes it returns none, or what
// it returns in the new set too, because it may be called again. A step returns the character,
// none for an escape; a mark that follows it, or 0; and the number of bytes, 0 if there must be
// more. At the end of the text no more come.
type step func(src []byte, end bool, set *byte) (r, mark rune, size int)

// none is what a step returns for bytes that are no text.
const none = -1

// cut is what a step returns where src ends within a character.
func cut(end bool) (r, mark rune, size int) {
	if end {
		return utf8.RuneError, 0, 1
	}
	return 0, 0, 0
}

// alone reads what is no pair of bytes: ASCII, a byte that begins none, and a first byte at the
// end of src. It reports whether there is one.
func alone(src []byte, end bool) (r rune, size int, ok bool) {
	lead := src[0]
	switch {
	case lead < utf8.RuneSelf:
		return rune(lead), 1, true
	case lead < firstLead || lead > lastLead:
		return utf8.RuneError, 1, true
	case len(src) == 1:
		r, _, size = cut(end)
		return r, size, true
	}
	return 0, 0, false
}
