package link

import (
	"strings"
	"testing"

	"dateline/feed/story"
)

func TestAmountsHaveOneSpelling(t *testing.T) {
	for core, want := range map[string]string{
		"1,000": "1000", "1,000,000": "1000000", "12,345": "12345", "1,0": "10", ",1": ",1", "1,": "1,", "a,1": "a,1", "1,a": "1,a",
		"5%": "5 percent", "%": "%", "#1": "no 1", "#a": "#a", "no.1": "no 1", "no.a": "no.a", "no": "no", "1000": "1000",
	} {
		if got := amount(core); got != want {
			t.Errorf("%q is %q, want %q", core, got, want)
		}
	}
}

func TestSpellingsOfOneWordAreTheSame(t *testing.T) {
	newWord := func(full, stem string) *word { return &word{stem: stem, full: full} }
	for _, tt := range []struct {
		a, b *word
		want bool
	}{
		{newWord("ferries", "ferri"), newWord("ferry", "ferri"), true},
		{newWord("two", "two"), newWord("2", "2"), true},
		{newWord("two", "two"), newWord("3", "3"), false},
		{newWord("two", "two"), newWord("ferry", "ferri"), false},
		{newWord("ferry", "ferri"), newWord("2", "2"), false},
		{newWord("harbour", "harbour"), newWord("harbor", "harbor"), true},
		{newWord("harbor", "harbor"), newWord("ferry", "ferri"), false},
	} {
		if got := same(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: %v", tt.a.full, tt.b.full, got)
		}
	}
}

func TestTitlesThatAreTooLongHaveNoWords(t *testing.T) {
	fits := "ferry " + strings.Repeat("x", longest-6)
	for _, tt := range []struct {
		a, b string
		some bool
	}{{fits, "ferry sails", true}, {"ferry sails", fits, true}, {fits + "x", "ferry sails", false}, {"ferry sails", fits + "x", false}} {
		if x, y := contents(tt.a, tt.b); (len(x) > 0 && len(y) > 0) != tt.some {
			t.Errorf("%d and %d bytes: %d and %d words", len(tt.a), len(tt.b), len(x), len(y))
		}
	}
}

func TestADateThatIsNotKnownIsFar(t *testing.T) {
	day := func(d int) story.Date { return story.Date{Year: 2024, Month: 10, Day: d} }
	for _, tt := range []struct {
		a, b story.Date
		want float64
	}{{day(3), day(3), 0}, {day(3), day(5), 2}, {day(5), day(3), 2}, {day(3), story.Date{}, far}, {story.Date{}, day(3), far}, {story.Date{}, story.Date{}, far}} {
		if got := apart(tt.a, tt.b); got != tt.want {
			t.Errorf("%v and %v are %v days apart, want %v", tt.a, tt.b, got, tt.want)
		}
	}
	if !near(day(3), day(5), 2) || near(day(3), day(6), 2) || near(day(3), story.Date{}, 2) || near(story.Date{}, day(3), 2) {
		t.Error("near is wrong at its bounds")
	}
}

func TestWordsWithoutPunctuationAreBare(t *testing.T) {
	for w, want := range map[string]bool{"a": true, "z": true, "A": true, "Z": true, "0": true, "9": true, "ferry's": true, "'ferry": false, "ferry.": false, "@": false, "[a]": false, "`": false, "{": false, ":": false, "/": false} {
		if got := isBare(w); got != want {
			t.Errorf("%q: %v", w, got)
		}
	}
}
