package headline

import (
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/feed/wire/words"
)

// flashWords are the words of the highest priority: URGENT, BULLETIN.
var flashWords = words.Set("flash")

// flashFirsts has the bytes with which they may begin, in capitals or small letters.
var flashFirsts = sync.OnceValue(func() *[256]bool {
	firsts := new([256]bool)
	for c := utf8.RuneSelf; c < len(firsts); c++ {
		firsts[c] = true
	}
	for word := range flashWords() {
		firsts[word[0]], firsts[strings.ToLower(word)[0]] = true, true
	}
	return firsts
})

const flashBytes = 40 // bytes of a line that may be a flash

// IsFlash reports whether s is a line that has only the word of an agency's highest
// priority, with or without marks around it.
func IsFlash(s string) bool {
	if len(s) > flashBytes {
		return false
	}
	word := strings.Trim(s, " =<^+:*")
	return word != "" && flashFirsts()[word[0]] && flashWords()[strings.ToUpper(word)]
}
