package line

// Indent counts the columns of white space that s begins with; a tab and an
// ideographic space count as two.
func Indent(s string) int {
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

// Cells is how wide s is on a terminal, nearly: wide scripts count double.
func Cells(s string) int {
	n := 0
	for i := range len(s) {
		n += int(widths[s[i]])
	}
	return n
}

// widths are the cells of a character by its first byte.
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
