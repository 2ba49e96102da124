package decode

// kind is the class of a character, which decides what may stand beside it.
type kind uint8

const (
	edge   kind = iota // the start of a text, a line end
	space              // white space
	lower              // a small letter
	upper              // a capital letter
	digit              // a digit
	other              // any other sign
	quoteL             // an opening quotation mark
	quoteR             // a closing quotation mark or an apostrophe
	word               // a letter of East Asian writing
	full               // East Asian punctuation
	wrong              // not a character
)

func (k kind) isLetter() bool { return k == lower || k == upper }

// wrongBits is the cost of bytes that are not a character in an encoding.
const wrongBits = 25

// asciiKind returns the kind of an ASCII character.
func asciiKind(b byte) kind {
	switch {
	case b == '\n' || b == '\r':
		return edge
	case b == ' ' || b == '\t':
		return space
	case b >= 'a' && b <= 'z':
		return lower
	case b >= 'A' && b <= 'Z':
		return upper
	case b >= '0' && b <= '9':
		return digit
	}
	return other
}
