package line

import "strings"

// FirstWord returns s up to its first space.
func FirstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// HasPrefix reports whether s begins with one of words.
func HasPrefix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// Prefix returns the first of words that s begins with, "" if there is none.
func Prefix(s string, words ...string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// ContainsOne reports whether s contains one of words.
func ContainsOne(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
