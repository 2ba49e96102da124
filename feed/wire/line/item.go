package line

import (
	"strings"
	"unicode/utf8"
)

// ItemMark reads the mark of an item of a list: "- ", "* ", "• ", "1. ", "(1) ".
// Kind is the mark without its number, n the length of the mark.
func ItemMark(s string) (kind string, n int) {
	if s == "" {
		return "", 0
	}
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '▲', '△', '◇', '◆', '○', '●', '■', '□', '▶', '·', '※', '☞', '‣', '◦', '▪':
		return s[:size], size
	case '-', '*', '–', '+':
		rest := strings.TrimLeft(s[size:], "-")
		if rest == "" && len(s) <= 2 {
			return "-", len(s)
		}
		if r == '-' && len(s)-len(rest) > 2 || !strings.HasPrefix(rest, " ") {
			return "", 0
		}
		return string(r), len(s) - len(rest) + 1
	}
	open := strings.TrimPrefix(s, "(")
	_, rest, ok := LeadingNumber(open)
	if !ok || len(open)-len(rest) > 2 {
		return "", 0
	}
	if len(rest) < 2 || rest[0] != '.' && rest[0] != ')' || rest[1] != ' ' {
		return "", 0
	}
	return "1" + rest[:1], len(s) - len(rest) + 2
}
