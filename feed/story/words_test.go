package story

import "testing"

func TestWordsAreCountedInEveryScript(t *testing.T) {
	for text, want := range map[string]int{
		"":                            0,
		" — “…” ":                     0,
		"The ferry sails.":            3,
		"two\tlines\nof text":         4,
		"Kim Soo-yeon's 1.5 million":  4,
		"half—way – there":            3,
		"café und Straße":             3,
		"- 7 -":                       1,
		"선박 운항이 재개됐다.":                3,
		"港口重新开放。":                     6,
		"フェリー3便":                      5,
		"паром вышел в 6.10":          4,
		"a\u00a0b\u3000c":             3,
		"broken \xff\xfe bytes\x00go": 3,
	} {
		if n := words(text); n != want {
			t.Errorf("%q: %d words, want %d", text, n, want)
		}
	}
}
