package term_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"dateline/feed/term"
)

// TestKanaAreComposed holds what becomes of a kana and a voicing mark against
// the tables of Unicode.
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

// TestSyllablesAreComposed does so for Hangul.
func TestSyllablesAreComposed(t *testing.T) {
	for r := '가'; r <= '힣'; r++ {
		if got := string(term.Append(nil, norm.NFD.String(string(r)))); got != string(r) {
			t.Fatalf("%q becomes %q", r, got)
		}
	}
}

// TestFormsOfOneTextAreOne holds composed and decomposed spellings of all that
// the first plane has against each other.
func TestFormsOfOneTextAreOne(t *testing.T) {
	for r := rune(0x80); r < 0xFFFF; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		text := "a" + string(r) + "a"
		want := string(term.Append(nil, norm.NFC.String(text)))
		if got := string(term.Append(nil, norm.NFD.String(text))); got != want {
			t.Errorf("%U: %q when taken apart, %q when not", r, got, want)
		}
	}
}
