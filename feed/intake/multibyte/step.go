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
