package feed_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed"
)

func TestASuggestionFindsSomething(t *testing.T) {
	s := open(t, source(t, folder(t, map[string]string{
		"a.txt": copyOf("Ferry resumes service", "The harbor of Karvik is open again."),
		"b.txt": copyOf("Market opens", "The fairy sells harbour bread, 가람 and 기준금리."),
		"c.txt": copyOf("Банк поднял ставку", "Ставка выросла."),
	})), dirs(t))
	scan(t, s)
	for text, want := range map[string]string{
		"fery harbr":        "ferry harbor",
		"karvk":             "karvik",
		"rkfka":             "가람",
		"cnfdre":            "ставку",
		"ьфклуе":            "market",
		"기준금니":              "기준금리",
		"karvk after:2999":  "",
		"zzzzzzz":           "",
		"kind:nothing":      "",
		"":                  "",
		"기준금리동결":            "",
		"기쥰금니":              "기준금리",
		"갈암":                "가람",
		"(((":               "",
		"fery karvik bread": "",
	} {
		got, err := s.Suggest(t.Context(), feed.Search{Text: text, Typing: true})
		if err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestNearWordsAndPhrasesAreFound(t *testing.T) {
	s := open(t, source(t, folder(t, map[string]string{
		"a.txt": copyOf("Ferry resumes service", "The harbor of old Karvik is open again."),
		"b.txt": copyOf("Market opens", "The fery sells bread in the harbour; 금니 아님."),
		"c.txt": copyOf("Karvik market", "Nothing, and then the old, and at last the long and very wide new harbor."),
	})), dirs(t))
	scan(t, s)
	for text, want := range map[string]string{
		"ferry~":                                "a b",
		"title:ferry~":                          "a",
		"-ferry~":                               "c",
		"harbuor~":                              "a b c",
		"금리~":                                   "b",
		`"karvik harbor"~2`:                     "a",
		`"harbor karvik"~2`:                     "a",
		`"karvik harbor"~1`:                     "",
		`title:"market karvik"~1`:               "c",
		`"old harbor"~9`:                        "a c",
		`"old harbor"~3`:                        "a",
		`-"karvik harbor"~2 service`:            "",
		`"karvik harbor"~2 OR "market opens"~1`: "a b",
	} {
		if got := joined(found(t, s, feed.Search{Text: text})); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// joined returns names in order with a space between them.
func joined(names []string) string {
	slices.Sort(names)
	return strings.Join(names, " ")
}
