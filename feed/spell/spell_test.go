package spell_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/spell"
)

func TestDistanceCountsDifferences(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"ferry", "ferry", 0},
		{"ferry", "fery", 1},
		{"ferry", "ferrry", 1},
		{"ferry", "fexry", 1},
		{"ferry", "ferryx", 1},
		{"ferry", "frery", 1},
		{"ferry", "frey", 2},
		{"ferry", "harbor", 3},
		{"", "ab", 2},
		{"", "abc", 3},
		{"", "", 0},
		{"금리", "금니", 1},
		{"금리", "글미", 1},
		{"가람", "갈암", 1},
		{"닭", "닥", 1},
		{"의회", "으회", 1},
		{"ставка", "стваак", 2},
		{strings.Repeat("a", 65), strings.Repeat("a", 65), 3},
	} {
		a, b := spell.Letters(c.a), spell.Letters(c.b)
		if got, back := spell.Distance(a, b, 2), spell.Distance(b, a, 2); got != c.want || back != c.want {
			t.Errorf("%s and %s: %d and %d, want %d", c.a, c.b, got, back, c.want)
		}
	}
}

func TestLongerWordsMayDifferMore(t *testing.T) {
	for n, want := range []int{0, 0, 1, 1, 1, 1, 2, 2} {
		if got := spell.Limit(n); got != want {
			t.Errorf("%d letters: %d, want %d", n, got, want)
		}
	}
}

func TestLettersOfHangulCanBeJoined(t *testing.T) {
	for _, word := range []string{"가람", "값없이", "꽈배기", "닭", "의회", "a가1", "ㅋㅋ", "왜", "앉아", "뷁"} {
		if got := spell.Join(spell.Letters(word)); got != word {
			t.Errorf("%s becomes %s", word, got)
		}
	}
}

func TestAWordIsRetypedOnAnotherKeyboard(t *testing.T) {
	for _, c := range []struct{ typed, meant string }{
		{"rkfka", "가람"},
		{"Rhkqorl", "꽈배기"},
		{"Rkfka", "까람"},
		{"anfrk", "물가"},
		{"ㄹㄷㄱ교", "ferry"},
		{"cnfdrf", "ставка"},
		{"hf,jnf", "работа"},
		{"ауккн", "ferry"},
		{"rjhjkm", "король"},
		{"];f", "їжа"},
		{"ащкеі", "forts"},
		{"trapeza", "τραπεζα"},
		{";anemow", "ανεμος"},
		{"φερρυ", "ferry"},
		{"φέρρυ", "ferry"},
		{"cbe", "בנק"},
		{"כקררט", "ferry"},
		{"fk;", "بنك"},
		{"sbl", "سلام"},
		{"بثققغ", "ferry"},
		{"kf24", "ла24"},
		{"лф24", "ka24"},
	} {
		if got := spell.Retyped(c.typed); !slices.Contains(got, c.meant) {
			t.Errorf("%s: %q, want %s", c.typed, got, c.meant)
		}
	}
	for _, text := range []string{"", "2024", "日銀", "!?", "\xff"} {
		if got := spell.Retyped(text); len(got) > 0 {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestSyllablesDifferInOneLetter(t *testing.T) {
	got := string(spell.Syllables('금'))
	for _, r := range "긍늠굼그끔" {
		if !strings.ContainsRune(got, r) {
			t.Errorf("%c is not one of %s", r, got)
		}
	}
	for _, r := range "금굿" {
		if strings.ContainsRune(got, r) {
			t.Errorf("%c is one of %s", r, got)
		}
	}
	if got := spell.Respelled("갈암"); !slices.Contains(got, "가람") || slices.Contains(got, "갈암") {
		t.Errorf("갈암 is respelled %q", got)
	}
	for word, want := range map[string]bool{"금리": true, "": false, "금a": false, "ㄱ": false} {
		if spell.IsHangul(word) != want {
			t.Errorf("%q: %t", word, !want)
		}
	}
}

func TestStartsCoverTheNearWords(t *testing.T) {
	for _, c := range []struct{ word, near string }{
		{"ferry", "fery"}, {"ferry", "erry"}, {"ferry", "xferry"}, {"ferry", "efrry"}, {"ferry", "frery"}, {"ferry", "fery"}, {"ferry", "farry"},
		{"ferry", "ferri"}, {"missiles", "nissilez"}, {"금리", "굼리"}, {"금리", "그리"}, {"가람", "갈암"}, {"금리", "금니"}, {"ставка", "цтавка"}, {"ab", "b"},
	} {
		if !slices.ContainsFunc(spell.Starts(c.word), func(s string) bool { return strings.HasPrefix(c.near, s) }) {
			t.Errorf("no start of %s is one of %s: %q", c.word, c.near, spell.Starts(c.word))
		}
	}
	for _, word := range []string{"", "\xff", "뷁", "힣", "가", "x", strings.Repeat("가", 1000)} {
		if n := len(spell.Starts(word)); n > 250 {
			t.Errorf("%.10q has %d starts", word, n)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("ferry", "rkfka")
	f.Add("금리", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := spell.Letters(a), spell.Letters(b)
		if got, back := spell.Distance(x, y, 2), spell.Distance(y, x, 2); got != back || got < 0 || got > 3 || got == 0 && !slices.Equal(x, y) {
			t.Errorf("%q and %q: %d and %d", a, b, got, back)
		}
		spell.Join(x)
		spell.Retyped(a)
		spell.Starts(a)
	})
}
