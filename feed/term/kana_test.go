package term_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"dateline/feed/term"
)

// TestKanaAreComposed compares the fold of a kana and a voicing mark with the tables of Unicode.
func TestKanaAreComposed(t *testing.T) {
	for r := 'ぁ'; r <= 'ヾ'; r++ {
		for _, m := range []string{"\u3099", "\u309A"} {
			apart := string(r) + m
			whole := norm.NFC.String(apart)
			if got := string(term.Append(nil, apart)); whole != apart && got != string(term.Append(nil, whole)) {
				t.Errorf("%q becomes %q, want %q", apart, got, whole)
			}
		}
	}
}

// TestSyllablesAreComposed does the same for Hangul.
func TestSyllablesAreComposed(t *testing.T) {
	for r := '가'; r <= '힣'; r++ {
		if got := string(term.Append(nil, norm.NFD.String(string(r)))); got != string(r) {
			t.Fatalf("%q becomes %q", r, got)
		}
	}
}

// TestNormalFormsGiveTheSameTerms compares the composed and the decomposed spelling of
// each character of the first plane.
func TestNormalFormsGiveTheSameTerms(t *testing.T) {
	for r := rune(0x80); r < 0xFFFF; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		text := "a" + string(r) + "a"
		want := string(term.Append(nil, norm.NFC.String(text)))
		if got := string(term.Append(nil, norm.NFD.String(text))); got != want {
			t.Errorf("%U: %q when decomposed, %q when composed", r, got, want)
		}
	}
}
