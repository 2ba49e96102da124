package term_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/term"
)

// shareStem reports whether two words share a stem.
func shareStem(lang, a, b string) bool {
	bs := term.Stems(lang, b)
	return slices.ContainsFunc(term.Stems(lang, a), func(s string) bool { return slices.Contains(bs, s) })
}

func TestInflectionsShareAStem(t *testing.T) {
	for lang, lines := range map[string]string{
		"en": "say said says saying; hold held; rise rose risen; child children; man men; minister ministers; company companies; US us; vote voted votes voting",
		"de": "haus häuser hauser; straße strasse; minister ministers; müller muller; wahl wahlen",
		"fr": "élu élue élus elu elus; président présidents president; œuvre oeuvre œuvres",
		"ru": "министр министра министров министру; партнёр партнеров партнёры",
		"ar": "كتاب الكتاب كِتَاب",
		"tr": "ankara ankara'da; kitap kitaplar",
		"es": "elección eleccion; presidente presidentes",
	} {
		for group := range strings.SplitSeq(lines, ";") {
			words := strings.Fields(group)
			for _, w := range words[1:] {
				if !shareStem(lang, words[0], w) {
					t.Errorf("%s: %s %v shares no stem with %s %v", lang, words[0], term.Stems(lang, words[0]), w, term.Stems(lang, w))
				}
			}
		}
	}
}

func TestOtherWordsDoNotShareAStem(t *testing.T) {
	for _, c := range [][3]string{{"en", "man", "many"}, {"en", "say", "sad"}, {"de", "haus", "hase"}, {"ru", "министр", "минус"}} {
		if shareStem(c[0], c[1], c[2]) {
			t.Errorf("%s: %s shares a stem with %s", c[0], c[1], c[2])
		}
	}
}

func TestSomeTermsHaveNoStem(t *testing.T) {
	for _, c := range [][2]string{{"ko", "금리"}, {"en", "4.25"}, {"en", "u.s"}, {"en", "東京"}, {"xx", "word"}, {"en", ""}, {"en", "two words"}, {"en", strings.Repeat("a", 1000)}} {
		if got := term.Stems(c[0], c[1]); len(got) > 0 {
			t.Errorf("%s: %q has the stems %q", c[0], c[1], got)
		}
	}
}

func TestLanguagesFitTheScript(t *testing.T) {
	for word, want := range map[string]string{"word": "en", "министр": "ru", "كتاب": "ar"} {
		if !slices.Contains(term.Languages(word), want) {
			t.Errorf("%s is not of %s", word, want)
		}
	}
	if got := term.Languages("금리"); got != nil {
		t.Errorf("금리 is of %v", got)
	}
}
