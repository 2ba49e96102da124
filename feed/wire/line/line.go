// Package line examines a line of text: whether it is blank, how wide it is, whether it
// ends a sentence, which number or bracket it begins with. Its functions are pure.
// Lengths are in bytes, widths in cells of a terminal. Callers pass the Head or the
// Tail of a line that may be long.
package line

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
)

// Split cuts text into its lines. The last line need not end with "\n".
func Split(text string) []string {
	lines := make([]string, 0, strings.Count(text, "\n")+1)
	for text != "" {
		end := strings.IndexByte(text, '\n')
		if end < 0 {
			return append(lines, text)
		}
		lines = append(lines, text[:end])
		text = text[end+1:]
	}
	return lines
}

// Blank reports whether s shows nothing: it has only white space, combining marks
// and format characters.
func Blank(s string) bool {
	return s == "" || (s[0] <= ' ' || s[0] >= 0x7f) && blank(s)
}

// blank is Blank for a line that does not begin with printable ASCII.
func blank(s string) bool {
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f {
			return false
		} else if c >= 0x80 {
			return strings.IndexFunc(s[i:], Visible) < 0
		}
	}
	return true
}

// Visible reports whether r is a letter, a digit, a symbol or punctuation.
func Visible(r rune) bool {
	if r < 0x80 {
		return r > ' ' && r < 0x7f
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.S, unicode.P)
}

// Span returns the span of the lines [i, j).
func Span(i, j int) story.Span { return story.Span{First: i + 1, Last: j} }

// Head returns the beginning of s, at most n bytes, cut between characters.
//
//go:noinline // a copy in each caller would make the program larger
func Head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Tail returns the end of s, at most n bytes, cut between characters.
func Tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}
