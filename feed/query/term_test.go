package query_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/query"
)

func TestTermsAreTheWordsThatAreAskedFor(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"rate cut":                      "rate cut",
		`"rate  cut"~5 budg* harbor~`:   "rate cut budg harbor",
		"a -b NOT c -(d OR (e f)) g":    "a g",
		"place:seoul -kind:lead x":      "x",
		"place:(seoul tokyo) x":         "x",
		`title:rate title:(a "b c")`:    "rate a b c",
		"foo:bar - baz ...":             "foo bar baz",
		"@rates NOT place:x -title:y z": "z",
		`(a OR b "c`:                    "a b c",
		strings.Repeat("x", 10_001):     "",
		"-":                             "",
		"NOT":                           "",
	} {
		var got []string
		for _, term := range query.Terms(text) {
			if text[term.Start:term.End] != term.Text {
				t.Errorf("%q: %q at %d", text, term.Text, term.Start)
			}
			got = append(got, term.Text)
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q: %q, want %s", text, got, want)
		}
	}
}
