package headline

import (
	"strings"

	"dateline/feed/wire/words"
)

// flashWords are the words of the highest priority: URGENT, BULLETIN.
var flashWords = words.Set("flash")

const flashBytes = 40 // bytes of a line that may be a flash

// IsFlash reports whether s is a line that has only the word of an agency's highest
// priority, with or without marks around it.
func IsFlash(s string) bool {
	return len(s) <= flashBytes && flashWords()[strings.Trim(strings.ToUpper(s), " =<^+:*")]
}
