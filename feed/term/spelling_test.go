package term_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/term"
)

func TestWordsWithAccentsHaveSpellings(t *testing.T) {
	for text, want := range map[string]string{
		"Hà Nội":                   "=hà =nội",
		"Ha\u0300 NO\u0302\u0323I": "=hà =nội",
		"Ha Noi":                   "- -",
		"l'Été de l’Œuvre":         "- =été - - =œuvre",
		"STRAẞE straße":            "=straße =straße",
		"İstanbul ışık":            "- =işik",
		"é-mail Ђе ещё":            "=é - - -",
		"ＡＢＣ ﬁnance":               "- -",
		"Αθήνα 한국 4,25":            "- - - -",
		"O'Neíll":                  "=oneíll",
		"":                         "",
	} {
		var got []string
		for _, s := range term.Spellings(text) {
			if s == "" {
				s = "-"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s has the spellings %s, want %s", text, g, want)
		}
	}
}

func TestAnIndexHasEachSpellingOnce(t *testing.T) {
	if got := string(term.Append(nil, "Été l'été")); got != "ete l ete .. =été" {
		t.Error(got)
	}
}

// TestASpellingWithoutRoomIsReplaced appends more words with accents than there is room for.
func TestASpellingWithoutRoomIsReplaced(t *testing.T) {
	var text strings.Builder
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			text.WriteString("été" + string([]rune{a, b}) + "ennes ")
		}
	}
	words := strings.Fields(string(term.Append(nil, text.String())))
	if n := len(words); words[n-1] != term.AnySpelling || slices.Contains(words, "=étézzennes") || !slices.Contains(words, "=étéaaennes") {
		t.Errorf("the last of %d terms are %q", n, words[n-4:])
	}
	if n := slices.Index(words, term.AnySpelling); n != len(words)-1 {
		t.Errorf("%s is also term %d", term.AnySpelling, n)
	}
}
