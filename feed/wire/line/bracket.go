package line

import (
	"strings"
	"unicode/utf8"
)

// LastGroup returns the text in the brackets that end s, and the text before them.
func LastGroup(s string) (group, rest string, ok bool) {
	s = strings.TrimRight(s, " ")
	closed := strings.TrimSuffix(s, ".")
	if closed == "" || isLetter(closed[len(closed)-1]) {
		return "", s, false
	}
	for _, pair := range [...]struct{ open, closer string }{{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"［", "］"}, {"<", ">"}} {
		if !strings.HasSuffix(closed, pair.closer) {
			continue
		}
		i := opened(closed, pair.open, pair.closer)
		if i < 0 {
			return "", s, false
		}
		group = strings.TrimSpace(closed[i+len(pair.open) : len(closed)-len(pair.closer)])
		return group, strings.TrimRight(closed[:i], " "), group != ""
	}
	return "", s, false
}

// opened returns the index of the bracket that the last bracket of s closes, -1 if there is none.
func opened(s, open, closer string) int {
	depth := 0
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		switch string(r) {
		case closer:
			depth++
		case open:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// Bracket returns the bracket that closes the one at the beginning of s.
func Bracket(s string) (closer string, ok bool) {
	if s == "" || s[0] < utf8.RuneSelf && s[0] != '(' && s[0] != '[' && s[0] != '<' {
		return "", false
	}
	for _, pair := range brackets {
		if strings.HasPrefix(s, pair.open) {
			return pair.closer, true
		}
	}
	return "", false
}

// brackets are the opening brackets and those that close them.
var brackets = [...]struct{ open, closer string }{
	{"(", ")"}, {"[", "]"}, {"<", ">"}, {"【", "】"}, {"［", "］"}, {"（", "）"}, {"〔", "〕"}, {"〈", "〉"}, {"《", "》"}, {"＜", "＞"},
}
