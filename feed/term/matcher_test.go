package term_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feed/term"
)

// matcher returns a Matcher of typed words; a * at the end of one makes it a prefix.
func matcher(words ...string) *term.Matcher {
	var list []term.Form
	for i, w := range words {
		typed, prefix := strings.CutSuffix(w, "*")
		q := term.Query(typed, prefix)
		for _, f := range q.Forms {
			list = append(list, term.Form{Terms: f, Prefix: q.Prefix, Of: i + 1})
		}
	}
	return term.NewMatcher(list)
}

// marked returns text with its hits in brackets.
func marked(text string, hits []term.Span) string {
	for _, h := range slices.Backward(hits) {
		text = text[:h.Start] + "[" + text[h.Start:h.End] + "]" + text[h.End:]
	}
	return text
}

func TestHitsAreExactlyTheSearchedText(t *testing.T) {
	for _, c := range []struct {
		words string
		want  string
	}{
		{"금리", "한국은행 기준[금리] 동결, [금리]는"},
		{"기준금리", "한국은행 [기준금리]를"},
		{"리", "기준금[리]와 [리]더"},
		{"대통령", "[대통령]은 27일"},
		{"2분기", "올해 [2분기]에"},
		{"首相", "高市[首相]は"},
		{"東京", "[東京]都、[東京]"},
		{"ガス", "都市[ｶﾞｽ]会社"},
		{"银行", "中央[银行]"},
		{"하하", "[하하하]"},
		{"minist*", "The [Minister] of a [ministry]-less state, [ministries]"},
		{"e-mail", "An [e-mail] and an [email], no mail"},
		{"email", "An [e-mail] and an [email]"},
		{"us", "The [U.S.] and the [US]"},
		{"1000", "some [1,000] or [1.000]"},
		{"muller", "Herr [Müller] und Frau [Muller]"},
		{"министр", "[Министр] сказал"},
		{"كتاب", "هذا [كِتَابٌ]"},
		{"l'eau", "de [l’eau]"},
		{"kim", "[Kim]'s"},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(c.want)
		if got := marked(text, matcher(strings.Fields(c.words)...).Hits(text)); got != c.want {
			t.Errorf("%s marks %s, want %s", c.words, got, c.want)
		}
	}
}

func TestPhrasesAreOneHit(t *testing.T) {
	m := term.NewMatcher([]term.Form{{Terms: []string{"prime", "minister"}}, {Terms: []string{"of", "jap"}, Prefix: true}})
	text := "The Prime  Minister, a minister of Japan."
	if got, want := marked(text, m.Hits(text)), "The [Prime  Minister], a minister [of Japan]."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestHundredsOfFormsAreFound(t *testing.T) {
	var list []term.Form
	for i := range 500 {
		list = append(list, term.Form{Terms: []string{fmt.Sprintf("w%c%c", 'a'+i%26, 'a'+i/26)}, Of: 1})
	}
	if got := marked("x wab wzz wbc", term.NewMatcher(list).Hits("x wab wzz wbc")); got != "x [wab] wzz [wbc]" {
		t.Error(got)
	}
}

func TestSnippetsShowTheMostWords(t *testing.T) {
	long := strings.Repeat("filler words stand here ", 20)
	for _, c := range []struct {
		words string
		texts []string
		n     int
		want  string
	}{
		{"bank", []string{"The bank held."}, 40, "The [bank] held."},
		{"none", []string{"", "The bank held."}, 40, "The bank held."},
		{"none", []string{"", " \n"}, 40, ""},
		{"none", nil, 40, ""},
		{"none", []string{"The bank held its rate."}, 12, "The bank…"},
		{"bank rate", []string{"A bank.", "No rate.", "The bank and its rate."}, 40, "The [bank] and its [rate]."},
		{"bank rate", []string{long + "the bank " + long + "the rate of the bank " + long}, 40, "…the [rate] of the [bank] filler words…"},
		{"금리", []string{strings.Repeat("가나다라마바사", 10) + "기준금리" + strings.Repeat("아자차카타파하", 10)}, 12, "…사기준[금리]아자차카타파하…"},
		{"end", []string{long + "at the end"}, 30, "…words stand here at the [end]"},
	} {
		got, hits := matcher(strings.Fields(c.words)...).Snippet(c.texts, c.n)
		if m := marked(got, hits); m != c.want {
			t.Errorf("%s: %s, want %s", c.words, m, c.want)
		}
	}
}

func TestSnippetsDoNotCutCharacters(t *testing.T) {
	family := "👩\u200d👩\u200d👧"
	for n := range 30 {
		got, _ := matcher("x").Snippet([]string{strings.Repeat(family, 5) + "x" + strings.Repeat(family, 5)}, n)
		bare := strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(got, "…", ""), family, ""), "x", "")
		if bare != "" || utf8.RuneCountInString(got) > n+2 {
			t.Errorf("%d: %q", n, got)
		}
	}
}
