package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
)

// split cuts text into its lines. The last line need not be ended.
func split(text string) []string {
	lines := make([]string, 0, strings.Count(text, "\n")+1)
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		lines = append(lines, line)
		text = rest
	}
	return lines
}

// blank reports whether s shows nothing: white space, marks without a base and
// format characters only.
func blank(s string) bool {
	for i, r := range s {
		if r > ' ' && r < 0x7f {
			return false
		}
		if r >= 0x80 {
			return strings.IndexFunc(s[i:], visible) < 0
		}
	}
	return true
}

// visible reports whether r is a letter, a digit, a symbol or punctuation.
func visible(r rune) bool {
	if r < 0x80 {
		return r > ' ' && r < 0x7f
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.S, unicode.P)
}

// fold makes s one line: runs of white space become one space, the ends are
// trimmed. It returns s itself, without a copy, where nothing is to be done.
func fold(s string) string {
	s = strings.TrimSpace(s)
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if r == ' ' || r < 0x80 && r >= '\t' && r <= '\r' || r >= 0x80 && unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isFolded reports whether s, which is trimmed, is as fold would leave it.
func isFolded(s string) bool {
	var all, runs, last spacing
	for i := range len(s) { // without a branch, for words are short
		is := spacings[s[i]]
		all |= is
		runs |= is & last
		last = is
	}
	if runs&oneSpace != 0 || all&otherSpace != 0 {
		return false
	}
	if all&wideSpace != 0 && strings.IndexFunc(s, isWideSpace) >= 0 {
		return false
	}
	return all&beyondASCII == 0 || utf8.ValidString(s)
}

// spacing is what a byte may be to the white space of a line, as bits.
type spacing uint8

const (
	oneSpace    spacing = 1 << iota // a space
	otherSpace                      // another white space
	wideSpace                       // the first byte of one that is not ASCII
	beyondASCII                     // part of a character that is not ASCII
)

var spacings = func() (t [256]spacing) {
	t[' '] = oneSpace
	for c := '\t'; c <= '\r'; c++ {
		t[c] = otherSpace
	}
	for c := 0x80; c < len(t); c++ {
		t[c] = beyondASCII
	}
	for _, c := range [...]byte{0xc2, 0xe1, 0xe2, 0xe3} {
		t[c] |= wideSpace
	}
	return t
}()

func isWideSpace(r rune) bool { return r >= 0x80 && unicode.IsSpace(r) }

// join makes one paragraph of wrapped lines. Scripts that do not part words
// with spaces are joined without one; a hyphen at the end of a line is kept
// and takes no space after it.
func join(lines []string) string {
	if len(lines) == 1 {
		return fold(lines[0])
	}
	size := 0
	for _, l := range lines {
		size += len(l) + 1
	}
	b := make([]byte, 0, size)
	for _, l := range lines {
		l = fold(l)
		if l == "" {
			continue
		}
		if len(b) > 0 && spaced(b, l) {
			b = append(b, ' ')
		}
		b = append(b, l...)
	}
	return string(b)
}

// bare is lines without the marks "^" and "<" that begin and end the lines of
// an ANPA header.
func bare(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l
		if t := strings.TrimSpace(l); strings.HasPrefix(t, "^") {
			if stripped := strings.TrimRight(strings.TrimLeft(t, "^"), "<"); !blank(stripped) {
				out[i] = stripped
			}
		}
	}
	return out
}

// spaced reports whether a space belongs between the wrapped lines a and b.
func spaced(a []byte, b string) bool {
	last, size := utf8.DecodeLastRune(a)
	first, _ := utf8.DecodeRuneInString(b)
	if last == '-' && len(a) > size {
		before, _ := utf8.DecodeLastRune(a[:len(a)-size])
		return !unicode.IsLetter(before) || !unicode.IsLetter(first)
	}
	return !unspaced(last) || !unspaced(first)
}

// unspaced reports whether r belongs to a script that is written without
// spaces between words.
func unspaced(r rune) bool {
	return r >= 0x2e80 && (r < 0xac00 || r > 0xd7a3) &&
		(unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef)
}

// indent counts the columns of white space that s begins with; a tab and an
// ideographic space count as two.
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

// cells is how wide s is on a terminal, nearly: wide scripts count double.
func cells(s string) int {
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

// span is the span of the lines [i, j).
func span(i, j int) story.Span { return story.Span{First: i + 1, Last: j} }

// head is the beginning of s, at most n bytes, cut between characters. What
// looks at the beginning of a line looks at a head, so that a line of any
// length costs the same.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// tail is the end of s, at most n bytes, cut between characters.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// isUpper reports whether s has letters of two cases only in capitals, and at
// least two of them.
func isUpper(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

// startsLower reports whether s begins with a small letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isEast reports whether s has a Han, kana or hangul character.
func isEast(s string) bool {
	for _, r := range s {
		if r >= 0x1100 && (r >= 0xac00 && r <= 0xd7a3 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)) {
			return true
		}
	}
	return false
}
