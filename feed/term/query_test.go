package term_test

import (
	"strings"
	"testing"

	"dateline/feed/term"
)

// forms formats a word: its forms, * if the last term is a prefix, ~ if it may be inflected.
func forms(w term.Word) string {
	var list []string
	for _, f := range w.Forms {
		list = append(list, strings.Join(f, " "))
	}
	s := strings.Join(list, " | ")
	if w.Prefix {
		s += "*"
	}
	if w.Stem {
		s += "~"
	}
	return s
}

func TestQueriesHaveForms(t *testing.T) {
	for _, c := range []struct {
		text   string
		prefix bool
		want   string
	}{
		{"", false, ""}, {"-", true, ""},
		{"minister", false, "minister~"}, {"minist", true, "minist*~"},
		{"US", false, "us | u.s~"}, {"U.S.", false, "u.s | us"}, {"nk", true, "nk | n.k*~"},
		{"US-led", false, "us led | usled | u.s led"},
		{"e-mail", false, "e mail | email"}, {"email", false, "email~"},
		{"well-to-do", false, "well to do | welltodo | w.e.l.l to do"},
		{"1,000", false, "1000"}, {"1,0", true, "1.0 | 10*"}, {"4.25", false, "4.25"},
		{"금리", false, "금리"}, {"금리", true, "금리"}, {"금", false, "금*"}, {"기준금리", true, "기준 준금 금리 | 기준 준 금리"},
		{"2분", true, "2 분*"}, {"기분2", false, "기분 분 2"},
		{"l'eau", false, "l eau"}, {"don't", false, "dont | d.o.n.t~"},
		{"G7", false, "g 7"}, {"2nd", false, "2 nd"},
	} {
		if got := forms(term.Query(c.text, c.prefix)); got != c.want {
			t.Errorf("%q has the forms %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPhrasesAreExact(t *testing.T) {
	for text, want := range map[string]string{
		"prime minister": "prime minister", "e-mail": "e mail", "기준 금리": "기준 준 금리", "중앙은행": "중앙 앙은 은행", "": "",
	} {
		if got := strings.Join(term.Phrase(text), " "); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	if !term.Open("한미 중") || term.Open("한미 중국") || term.Open("us") {
		t.Error("only a last single character is open")
	}
}
