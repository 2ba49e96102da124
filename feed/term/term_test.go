package term_test

import (
	"strings"
	"testing"

	"dateline/feed/term"
)

func TestTextsAreCut(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" .,;- ", ""},
		{"The Prime Minister", "the prime minister"},
		{"기준금리", "기준 준금 금리 리"},
		{"2분기", "2 분기 기"},
		{"1,000 1.000 1\u00A0000 1\u2009000 1'000 1’000", "1000 1000 1000 1000 1000 1000"},
		{"1,234,567.89 1.234.567,89", "1234567.89 1234567.89"},
		{"12,34,567", "1234567"},
		{"4.25 4,25 0.500 0,5", "4.25 4.25 0.500 0.5"},
		{"1,2,3 25.11.2026 192.168.1.1", "1 2 3 25 11 2026 192 168 1 1"},
		{"$4.2bn €3 50%", "4.2 bn 3 50"},
		{"2nd F-16 G7 covid-19", "2 nd f 16 g 7 covid 19"},
		{"10:30", "10 30"},
		{"U.S. N.K. p.m. U.S", "u.s n.k p.m u.s"},
		{"U.S.'s plan A. Smith. J.Lo", "u.s plan a smith j lo"},
		{"e-mail", "e mail .. email"},
		{"e-mail long-term e‑mail", "e mail long term e mail .. email .. longterm"},
		{"19-year-old", "19 year old"},
		{"Kim's workers' don't O'Neill it’s", "kim workers dont oneill it"},
		{"l'eau jusqu'au aujourd'hui dell'arte d’été", "l eau jusqu au aujourdhui dell arte d ete .. =été"},
		{"Müller Straße ÉLU œuvre Łódź Ærø", "muller strasse elu oeuvre lodz aero .. =müller .. =straße .. =élu .. =œuvre .. =łódź .. =ærø"},
		{"İstanbul ILGAZ ısı", "istanbul ilgaz isi"},
		{"Ёлка йод и\u0306од", "елка йод йод"},
		{"Αθήνα ΤΗΣ της", "αθηνα τησ τησ"},
		{"Việt Nam Đà Nẵng", "viet nam da nang .. =việt .. =đà .. =nẵng"},
		{"كِتَابٌ أحمد إلى مدرسة ١٢٣", "كتاب احمد الي مدرسه 123"},
		{"שָׁלוֹם", "שלום"},
		{"हिन्दी", "हिंदी"},
		{"ｶﾞｽ ガス カ\u3099ス", "ガス ス ガス ス ガス ス"},
		{"한\u1100\u1161\u11a8", "한각 각"},
		{"ＡＢＣ１２３", "abc 123"},
		{"東京都", "東京 京都- 都"}, {"京都と東京都庁", "京都 都と と東 東京 京都- 都庁 庁"},
		{"co\u00ADop\u200Beration", "cooperation"},
		{"\u0301\u0301\u0301", ""},
		{"\xff\xfeab\xff", "ab"},
		{"ﬁnance", "finance"},
		{"10㌔", "10 キロ ロ"},
	} {
		if got := string(term.Append(nil, c.text)); got != c.want {
			t.Errorf("%q is cut into %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTermsAreAppended(t *testing.T) {
	for _, c := range []struct{ dst, text, want string }{
		{"a", "b", "a b"}, {"a ", "b", "a b"}, {"a", "", "a"}, {"a ", "", "a "}, {"a", " - ", "a"},
	} {
		if got := string(term.Append([]byte(c.dst), c.text)); got != c.want {
			t.Errorf("%q and %q are %q, want %q", c.dst, c.text, got, c.want)
		}
	}
}

func TestLongTermsAreCut(t *testing.T) {
	for _, c := range []string{"a", "é", "ж", "हि", "9", "a.", "ß"} {
		for w := range strings.FieldsSeq(string(term.Append(nil, strings.Repeat(c, 100)))) {
			if w != term.Gap && (len(w) > 40 || len(w) < 36) {
				t.Errorf("%q is %d bytes", w, len(w))
			}
		}
	}
}
