package prose

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func found(text, query string) []string {
	hits := Lay([]Item{{Text: text}}, 20).Find(query)
	out := make([]string, len(hits))
	for i, h := range hits {
		out[i] = text[h.Start:h.End]
	}
	return out
}

func TestFind(t *testing.T) {
	tests := []struct {
		name, text, query string
		want              []string
	}{
		{"case", "Ferry FERRY ferry", "fErry", []string{"Ferry", "FERRY", "ferry"}},
		{"case beyond ASCII", "ÉTÉ été", "Été", []string{"ÉTÉ", "été"}},
		{"accents in the text", "le café fermé", "cafe ferme", []string{"café fermé"}},
		{"combining accents", "cafe\u0301s", "cafe", []string{"cafe\u0301"}},
		{"accents in the query", "cafe", "café", []string{"cafe"}},
		{"width forms", "ＡＢＣ ｶﾞｲﾄﾞ", "abc ガイド", []string{"ＡＢＣ ｶﾞｲﾄﾞ"}},
		{"any white space", "evening \n\t runs", "evening runs", []string{"evening \n\t runs"}},
		{"runs of white space in the query", "evening runs", "evening   runs", []string{"evening runs"}},
		{"white space at the end of the query", "runs run s", "run ", []string{"run "}},
		{"quotation marks", "it’s “here”", `it's "here"`, []string{"it’s “here”"}},
		{"dashes", "2014–2019 — then", "2014-2019 -", []string{"2014–2019 —"}},
		{"a whole ligature", "ﬁre oﬀ", "fire", []string{"ﬁre"}},
		{"no part of a ligature", "ﬁre", "f", nil},
		{"sharp s", "Straße STRASSE", "strasse", []string{"Straße", "STRASSE"}},
		{"Korean", "항만공사는 항만", "항만", []string{"항만", "항만"}},
		{"no part of a Korean syllable", "각", "가", nil},
		{"Korean in letters", "\u1112\u1161\u11ab", "한", []string{"\u1112\u1161\u11ab"}},
		{"no part of Korean in letters", "\u1112\u1161\u11ab", "하", nil},
		{"kana with voicing marks are other letters", "かが", "か", []string{"か"}},
		{"Arabic without vowel signs", "مَرْكَب", "مركب", []string{"مَرْكَب"}},
		{"adjacent matches", "aaaaa", "aa", []string{"aa", "aa"}},
		{"a character above the basic plane", "🚢 x 🚢", "🚢", []string{"🚢", "🚢"}},
		{"an empty query", "ferry", "", nil},
		{"no match", "ferry", "boats", nil},
		{"a Korean query in ASCII text", "ferry", "배", nil},
		{"a query longer than the text", "é", "éé", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(tt.text, tt.query); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestHitsAreInTheOrderOfTheItems(t *testing.T) {
	d := Lay([]Item{{Text: "a ferry"}, {Text: "été"}, {Text: "ferry, Ferry"}}, 20)
	want := []Hit{{0, 2, 7}, {2, 0, 5}, {2, 7, 12}}
	if got := d.Find("ferry"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// naive finds q in text by trying every position. It handles only ASCII and
// precomposed Latin letters.
func naive(text, q string) []string {
	fold := func(s string) string {
		return strings.NewReplacer("é", "e", "à", "a", "É", "e").Replace(strings.ToLower(s))
	}
	q = fold(strings.Join(strings.Fields(q), " "))
	if q == "" {
		return nil
	}
	var out []string
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		for j := i + 1; j <= len(runes); j++ {
			piece := string(runes[i:j])
			if strings.TrimSpace(piece) == piece && fold(strings.Join(strings.Fields(piece), " ")) == q {
				out = append(out, piece)
				i = j - 1
				break
			}
		}
	}
	return out
}

func TestFindAgreesWithANaiveSearch(t *testing.T) {
	letters := rapid.StringOf(rapid.SampledFrom([]rune("aAbB éàÉ \n")))
	rapid.Check(t, func(t *rapid.T) {
		text := letters.Draw(t, "text")
		q := strings.TrimSpace(letters.Draw(t, "query"))
		if got, want := found(text, q), naive(text, q); !slices.Equal(got, want) {
			t.Fatalf("%q in %q:\ngot  %q\nwant %q", q, text, got, want)
		}
	})
}

func TestFindInASCIIAgreesWithFindInFoldedText(t *testing.T) {
	letters := rapid.StringOf(rapid.SampledFrom([]rune("aAbB .-\n\t")))
	rapid.Check(t, func(t *rapid.T) {
		text, q := letters.Draw(t, "text"), foldQuery(letters.Draw(t, "query"))
		if q == "" {
			return
		}
		f := folder{}
		f.fold(text)
		if got, want := findASCII(nil, 0, text, q), f.find(nil, 0, q); !slices.Equal(got, want) {
			t.Fatalf("%q in %q: findASCII %v, find %v", q, text, got, want)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("The ferry — cafe\u0301 ｶﾞ \u1112\u1161\u11ab", "CAFÉ")
	f.Fuzz(func(t *testing.T, text, query string) {
		d := Lay([]Item{{Text: text}}, 20)
		last := 0
		for _, h := range d.Find(query) {
			if h.Start < last || h.End <= h.Start || h.End > len(d.Item(0).Text) {
				t.Fatalf("hit %+v after %d in %q", h, last, d.Item(0).Text)
			}
			last = h.End
			if got, want := foldQuery(d.Item(0).Text[h.Start:h.End]), foldQuery(query); got != want {
				t.Fatalf("hit %q folds to %q, query to %q", d.Item(0).Text[h.Start:h.End], got, want)
			}
		}
	})
}
