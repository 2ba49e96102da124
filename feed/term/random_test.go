package term_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// pieces are the parts of random texts; they cover the input of every rule.
var pieces = strings.Fields("a B s t l d qu un é ß и \u0306 й 1 0 12 123 ١ . , ' ’ - – ’s 's n't U.S. \u00ad \u200d \u0301 금 리 기 \u1100 \u1161 \u11a8 ｶ ﾞ ガ ー 東 ㌔ ㎡ ½ ก ำ ็ हि ي ـ \xff 👩 ﬁ")

// TestInvariantsHoldForRandomTexts checks texts that the fuzzer would take long to find.
func TestInvariantsHoldForRandomTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	list := slices.Concat(pieces, []string{" ", "\u00a0", "\n"})
	for range 20000 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteString(list[random.IntN(len(list))])
		}
		text := b.String()
		checkText(t, text)
		snippet, hits := matcher(strings.Fields(text)...).Snippet([]string{text}, 8)
		if utf8.RuneCountInString(snippet) > 10 || len(hits) > 0 && hits[len(hits)-1].End > len(snippet) {
			t.Fatalf("%q: the snippet %q with %v", text, snippet, hits)
		}
	}
}
