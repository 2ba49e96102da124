package term_test

import (
	"strings"
	"testing"

	"dateline/feed/term"
)

func TestFormsOfOneWordHaveOneBase(t *testing.T) {
	for _, line := range []string{
		"launch launches launched launching", "move moves", "stop stops stopped stopping", "carry carries carried", "close closes closed",
		"die dies died dying", "find finds found", "meet meets met", "say says said", "child children", "pass passes passed",
		"wish wishes wished", "box boxes", "sell sells sold", "agree agrees", "quake quakes",
	} {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			if a, b := term.Uninflect(words[0]), term.Uninflect(w); a != b {
				t.Errorf("%s is %s, and %s is %s", words[0], a, w, b)
			}
		}
	}
}

func TestOtherWordsStayDifferent(t *testing.T) {
	for _, line := range []string{
		"new news", "edition edit", "engine engineer", "deny denis", "us use", "need nee", "string str", "pas pass", "bus bu",
		"crisis crisi", "käses käse", "bed b", "seed see", "kings kin",
	} {
		words := strings.Fields(line)
		if a, b := term.Uninflect(words[0]), term.Uninflect(words[1]); a == b {
			t.Errorf("%s and %s are both %s", words[0], words[1], a)
		}
	}
}

func TestFoldKeepsTheTextBetweenWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                 "",
		"ferry 2 (a)":      "ferry 2 (a)",
		"N.K.’s":           "n.k.’s",
		"Élus à Łódź":      "elus a lodz",
		"Straße, ŒUVRE":    "strasse, oeuvre",
		"Ferry Ａ１ ١٢":      "ferry a1 12",
		"fer\u00adry":      "ferry",
		"ё й и":            "е й и",
		"운항—재개 ½ 👍 \u3099": "운항—재개 ½ 👍 ",
	} {
		if got := term.Fold(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
