package intake

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/clean"
	"dateline/feed/story"
)

func TestTextHasFewControlCharacters(t *testing.T) {
	text := func(n int, controls string) string { return strings.Repeat("a", n-len(controls)) + controls }
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"none", "text", false},
		{"two", "\x06\x06", false},
		{"three", "\x06\x06\x06", true},
		{"four in a hundred", text(100, "\x06\x07\x0e\x15"), false},
		{"five in a hundred", text(100, "\x17\x1d\x1c\x06\x07"), true},
		{"the first and the last of each kind", text(50, "\x06\x07\x0e"), true},
		{"the first and the last of each kind", text(50, "\x15\x17\x1d"), true},
		{"transmission and terminal controls", "\x01\x02\x03\x04\x05\b\t\n\v\f\r\x16\x1a\x1b\x1e\x1f\x7f", false},
		{"one zero in a hundred", text(100, "\x00a"), false},
		{"one zero in ninety-nine", text(99, "\x00a"), true},
		{"zeros around the text", "\x00\x00\x00" + text(99, "\x00\x00"), false},
		{"only zeros", "\x00\x00\x00", true},
		{"zeros and controls", text(500, "\x00\x00\x00"+strings.Repeat("\x06", 18)), true},
	} {
		if got := mostlyControls(c.text); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

func TestLineNumbersAreListedInWords(t *testing.T) {
	for want, at := range map[string][]int{
		"in line 3":                         {3},
		"in lines 3 and 5":                  {3, 5},
		"in lines 1, 2, 3, 4, 5 and 6":      {1, 2, 3, 4, 5, 6},
		"in lines 1, 2, 3, 4, 5 and 2 more": {1, 2, 3, 4, 5, 6, 7},
	} {
		if got := inLines(at); got != want {
			t.Errorf("%v: %q, want %q", at, got, want)
		}
	}
}

func TestLinesWithReturnsLineNumbers(t *testing.T) {
	for text, want := range map[string][]int{
		"":               nil,
		"x":              {1},
		"a\nx.x\nb\n\nx": {2, 5},
		"ax\n":           {1},
	} {
		if got := linesWith(text, "x"); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestABlankFileHasADoubt(t *testing.T) {
	for data, want := range map[string]string{
		"":                                    "The file is empty.",
		"\n":                                  "The file is blank.",
		strings.Repeat(" \n", 5000):           "The file is blank.",
		strings.Repeat("\r\n\t ", 1<<20):      "The file is blank.",
		strings.Repeat(" \n", 5000) + "Ferry": "",
	} {
		s := Read(File{Path: "a.txt", Data: []byte(data)})[0]
		if d, _ := doubt(s, story.NoBody); want != "" && d.Detail != want || want == "" && s.Headline.Text != "Ferry" {
			t.Errorf("%.20q: %+v, %q", data, s.Doubts, s.Headline.Text)
		}
	}
}

func TestDoubtsAreInTheOrderOfTheirLines(t *testing.T) {
	s := one(t, "Ferry \xff\xe2\x80\n\nA \x1b[1mferry\x1b[0m, déjà à quai où l’été s’achève.\n")
	if !slices.IsSortedFunc(s.Doubts, func(a, b story.Doubt) int { return a.Line - b.Line }) || len(s.Doubts) < 2 {
		t.Errorf("%+v", s.Doubts)
	}
}

func TestOnlyLineEndsOfACleanTextChange(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "a\nb": true, "a\r\nb\r\n": true, "a\r\r\nb\rc": true, "\r": true, "a\x07\r\nb": false, "a\r\n\x07": false, "a\r\nb\x07": false,
	} {
		if got := onlyReturns(text, clean.Text(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
