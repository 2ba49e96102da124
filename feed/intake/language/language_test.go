package language

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

func TestLanguagesAreDistinguished(t *testing.T) {
	names := map[string]string{"zh-hans": "zh", "zh-hant": "zh"}
	all := intaketest.News()
	languages := make([]string, 0, len(all))
	for name := range all {
		languages = append(languages, name)
	}
	slices.Sort(languages)
	for _, name := range languages {
		want := name
		if names[name] != "" {
			want = names[name]
		}
		if got := Of(strings.Join(all[name], "\n")); got != want {
			t.Errorf("%s is taken for %q", name, got)
		}
	}
	for _, text := range []string{"", "12 -- 14 (3)", "Xyzzy plugh", "DATELINE"} {
		if got := Of(text); got != "" {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
}

func TestATextThatGoesOnInAnotherLanguageIsInTheLanguageOfMostOfIt(t *testing.T) {
	english := strings.Repeat("the ferry of the port would sail again after two days of storm ", 7)
	german := strings.Repeat("die Fähre fuhr nach dem Sturm nicht aus dem Hafen ", 40)
	words := func(text string, n int) string { return strings.Join(strings.Fields(text)[:n], " ") }
	if got := Of(words(english, sureWords) + " " + words(german, 400)); got != "de" {
		t.Errorf("taken for %q", got)
	}
	if got := Of(words(english, sureWords)); got != "en" {
		t.Errorf("the first words are taken for %q", got)
	}
}
