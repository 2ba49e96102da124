package line

// Indent returns the width of the white space at the beginning of s. A tab and an
// ideographic space count as two.
func Indent(s string) int {
	if s == "" || s[0] > ' ' && s[0] < 0x80 {
		return 0
	}
	return indent(s)
}

// indent is Indent for a line that does not begin with printable ASCII.
func indent(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case '\t', '\u3000':
			n += 2
		case ' ', '\u00a0':
			n++
		default:
			return n
		}
	}
	return n
}

// MostBytes is the most bytes that a cell takes.
const MostBytes = 3

// Cells returns the approximate width of s on a terminal: characters of East Asian
// scripts count as two.
func Cells(s string) int {
	n := asciiWords(s)
	for _, c := range []byte(s[n:]) {
		n += int(widths[c])
	}
	return n
}

// widths are the widths of characters by their first byte.
var widths = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c < 0x80 || c >= 0xc0 && c < 0xe3:
			t[c] = 1
		case c >= 0xe3:
			t[c] = 2
		}
	}
	return t
}()
