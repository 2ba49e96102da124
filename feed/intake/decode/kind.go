package decode

import "sync"

// kind is the class of a character, which decides what may stand beside it.
type kind uint8

const (
	lower       kind = iota // a small letter
	upper                   // a capital letter
	strange                 // an ASCII letter in an encoding for another script
	edge                    // the start of a text, a line end
	space                   // white space
	digit                   // a digit
	punctuation             // any other ASCII character
	other                   // a sign that may stand beside letters
	dash                    // a dash that is not ASCII
	sign                    // a sign of a quantity and the like
	quoteL                  // an opening quotation mark
	quoteB                  // a quotation mark that opens or closes, by the language
	quoteR                  // a closing quotation mark
	apostrophe              // an apostrophe that is not ASCII
	guillemet               // « or », which may open, close or stand alone
	word                    // a letter of East Asian writing
	full                    // East Asian punctuation
	wrong                   // not a character
	kinds
)

func (k kind) isLetter() bool { return k <= upper }

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
	return punctuation
}

// asciiKinds has the kinds of the ASCII characters.
var asciiKinds = func() (all [128]kind) {
	for b := range all {
		all[b] = asciiKind(byte(b))
	}
	return all
}()

// misfits has the cost of each kind of character after two others, in units.
var misfits = sync.OnceValue(func() *[kinds][kinds][kinds]uint8 {
	all := new([kinds][kinds][kinds]uint8)
	for earlier := range kinds {
		for before := range kinds {
			for k := range kinds {
				all[earlier][before][k] = uint8((misfit(earlier, before, k) + strangers(before, k)) * unit)
			}
		}
	}
	return all
})

// misfit returns the cost of a character of kind k after two others, in bits.
func misfit(earlier, before, k kind) int {
	letter := before <= strange
	switch {
	case k == upper && before == lower:
		return 8
	case k == lower && before == upper && earlier == upper:
		return 4
	case k == digit && before.isLetter(), before == digit && k.isLetter():
		return 2
	case k == space && before == edge: // only a space that is not ASCII is weighed there
		return 4
	case k == guillemet && letter:
		return 1
	case before == dash:
		return besideDash(earlier, k)
	case k == sign || before == sign || before == other:
		return besideSign(earlier, before, k)
	}
	return besideQuote(earlier, before, k)
}

// besideSign returns the cost of a sign after another character, or of another
// character after a sign.
func besideSign(earlier, before, k kind) int {
	switch {
	case k == sign && before <= strange:
		return 3
	case before == sign && k == lower:
		return 6
	case before == sign && k <= strange, before == other && k <= strange && earlier <= strange:
		return 4
	}
	return 0
}

// besideDash returns the cost of a character of kind k after a dash.
func besideDash(earlier, k kind) int {
	switch {
	case earlier <= strange && (k == space || k == edge):
		return 5
	case (earlier == space || earlier == edge) && k == lower:
		return 4
	}
	return 0
}

// besideQuote returns the cost of a quotation mark after another character, or of
// another character after a quotation mark.
func besideQuote(earlier, before, k kind) int {
	letter, blank := before <= strange, before == space || before == edge
	switch k {
	case quoteL:
		if letter || before == digit {
			return 6
		}
	case quoteB:
		if letter {
			return 2
		}
	case quoteR:
		if blank {
			return 3
		}
	case apostrophe:
		if blank {
			return 5
		}
	default:
		return afterQuote(earlier, before, k)
	}
	return 0
}

// afterQuote returns the cost of a character of kind k after a quotation mark.
func afterQuote(earlier, before, k kind) int {
	switch {
	case before == quoteL && (k == space || k == edge):
		return 6
	case before == quoteB && earlier == edge && k == lower:
		return 3
	case (before == quoteB || before == quoteR) && k <= strange && earlier <= strange:
		return 6
	}
	return 0
}

// strangers returns the cost of ASCII letters beside the characters of another
// script, in bits.
func strangers(before, k kind) int {
	switch {
	case k == strange && before.isLetter(), before == strange && k.isLetter():
		return 12
	case k == strange:
		return 4
	case before == strange:
		return 2
	}
	return 0
}
