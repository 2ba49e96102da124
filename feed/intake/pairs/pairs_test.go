package pairs

import (
	"strings"
	"testing"
)

func TestTheTableHasEveryAlphabet(t *testing.T) {
	all := Languages()
	if len(all) != len(Alphabets) || len(all) > Most {
		t.Errorf("%d languages in the table, %d alphabets", len(all), len(Alphabets))
	}
	for i, a := range Alphabets {
		l := all[a.Name]
		if l == nil || string(l.letters) != a.Letters {
			t.Errorf("%s is not in the table with its letters: print it again", a.Name)
			continue
		}
		if l.Number != i || len(l.costs) != l.Size()*(l.Size()+1) {
			t.Errorf("%s has number %d and %d costs, want %d and %d", a.Name, l.Number, len(l.costs), i, l.Size()*(l.Size()+1))
		}
		for _, c := range l.costs {
			if c > limit*Unit {
				t.Errorf("%s has the cost %d", a.Name, c)
				break
			}
		}
	}
}

func TestCommonPairsCostLess(t *testing.T) {
	all := Languages()
	for _, c := range []struct{ language, common, rare string }{
		{"en", "th", "hx"}, {"fr", "é ", "éz"}, {"pl", "ię", "ęi"}, {"ru", "го", "гъ"}, {"he", "ים", "םי"}, {"th", "กา", "าั"}, {"ar", "ال", "ظث"},
	} {
		l := all[c.language]
		cost := func(pair string) int {
			r := []rune(pair)
			return l.Cost(l.Class(r[0]), l.Class(r[1]))
		}
		if cost(c.common) >= cost(c.rare) {
			t.Errorf("%s: %q costs %d, %q %d", c.language, c.common, cost(c.common), c.rare, cost(c.rare))
		}
	}
	if en := all["en"]; en.Alone(en.Class('E')) >= en.Alone(en.Class('z')) {
		t.Error("e is rarer than z")
	}
}

func TestLettersWrittenInTwoWaysAreOne(t *testing.T) {
	all := Languages()
	for _, c := range []struct {
		language string
		r, as    rune
	}{{"ro", 'ş', 'ș'}, {"ro", 'Ţ', 'Ț'}, {"tr", 'I', 'ı'}, {"tr", 'İ', 'i'}, {"fa", 'ی', 'ي'}, {"fa", 'ک', 'ك'}, {"en", 'I', 'i'}} {
		l := all[c.language]
		if l.Class(c.r) != l.Class(c.as) || l.Class(c.r) == Edge {
			t.Errorf("%s: %c is not %c", c.language, c.r, c.as)
		}
	}
	if all["en"].Class('é') != Edge || all["ru"].Class('a') != Edge || all["ru"].Latin() || !all["tr"].Latin() {
		t.Error("letters of other alphabets")
	}
}

func TestPairsAreCounted(t *testing.T) {
	var b strings.Builder
	if err := New("xx", "ab").Count(&b, "aab a  b. aab"); err != nil {
		t.Fatal(err)
	}
	want := "xx ab\n847\n746\n657\n747\n"
	if b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}
