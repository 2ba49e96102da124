package prose

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feed/clean"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

// breaks returns the offsets at which the segmenter allows a break.
func breaks(text string) []int {
	var s segmenter
	s.reset(text, 0)
	var out []int
	for seg, ok := s.next(); ok; seg, ok = s.next() {
		out = append(out, seg.end)
	}
	return out
}

// unisegBreaks returns the offsets at which uniseg allows a break in replaced and a
// grapheme cluster of text ends. replaced is text with some characters replaced by
// others of the same length.
func unisegBreaks(text string, replaced []byte) []int {
	whole := map[int]bool{}
	for it := graphemes.FromString(text); it.Next(); {
		whole[it.End()] = true
	}
	var out []int
	at, state := 0, -1
	for rest := replaced; len(rest) > 0; {
		var seg []byte
		seg, rest, _, state = uniseg.FirstLineSegment(rest, state)
		at += len(seg)
		if whole[at] {
			out = append(out, at)
		}
	}
	return out
}

func disguised(text string) []byte {
	var s segmenter
	s.reset(text, 0)
	return s.disguise(nil, 0, len(text))
}

// oneSpaced replaces each run of white space with one space, because uniseg drops its
// state before a longer run.
func oneSpaced(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r < '!' }), " ")
}

func checkBreaks(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, text string) {
	t.Helper()
	text = oneSpaced(text)
	got, want := breaks(text), unisegBreaks(text, disguised(text))
	if !slices.Equal(got, want) {
		t.Fatalf("%q\nbreaks %v\nuniseg %v", text, got, want)
	}
}

// alphabet has characters of every class, simple and not simple.
var alphabet = []string{
	" ", " ", " ", "a", "b", "é", "Ж", "0", "7", "\"", "'", "(", "[", "{", ")", "]", "}", "!", "?",
	",", ".", ":", ";", "/", "-", "-", "|", "$", "+", "%", "—", "–", "…", "\u00a0", "漢", "か", "カ", "ー",
	"っ", "「", "」", "、", "。", "（", "）", "！", "：", "한", "글", "“", "”", "‘", "’", "«", "»", "&", "#",
	"e\u0301", "👍🏽", "👨‍👩‍👧", "🇰🇷", "ໄ", "ກ", "א", "ش", "\u200d", "ㄱ", "ᄀ", "№", "°", "£", "½", "×",
}

func alphabetText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 24).Draw(t, "parts"), "")
	})
}

func TestTheTableBreaksWhereUnisegDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkBreaks(t, clean.Text(alphabetText().Draw(t, "text")))
	})
}

func TestEverySimpleCharacterHasItsClass(t *testing.T) {
	tr := loadTraits()
	contexts := []string{"a", "1", "漢", " ", "(", ")", "、", "$", "%", "-", "…", "1.", "っ", "—"}
	for r := rune(1); r < rune(len(tr)); r++ {
		if tr[r].class() == exotic || r > 0x3500 && r < 0xd7a0 && r%97 != 0 {
			continue
		}
		c := string(r)
		if clean.Text(c) != c {
			t.Fatalf("%U is simple but not clean", r)
		}
		for _, before := range contexts {
			for _, after := range contexts {
				checkBreaks(t, before+c+after)
				checkBreaks(t, before+" "+c+" "+after)
			}
		}
	}
}

func TestAllTriplesOfASCIIBreakWhereUnisegDoes(t *testing.T) {
	marks := "a0 \"'([{)]}!?,.:;/-|$+\\%#&*<=>@^_`~"
	for _, a := range marks {
		for _, b := range marks {
			for _, c := range marks {
				checkBreaks(t, "x"+string(a)+string(b)+string(c)+"y")
				checkBreaks(t, "5 "+string(a)+string(b)+string(c)+"6")
			}
		}
	}
}

func TestASCIIWithoutTailoringBreaksWhereUnisegDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := oneSpaced(rapid.StringOf(rapid.RuneFrom([]rune("ab01 ()[]!?,.:;/$%+\"'|&"))).Draw(t, "text"))
		if got, want := breaks(text), unisegBreaks(text, []byte(text)); !slices.Equal(got, want) {
			t.Fatalf("%q\nbreaks %v\nuniseg %v", text, got, want)
		}
	})
}

func TestSimpleTextIsNotPassedToUniseg(t *testing.T) {
	for _, kind := range []string{"ascii", "latin", "korean", "japanese"} {
		var s segmenter
		s.reset(passages[kind], 0)
		for seg, ok := s.next(); ok; seg, ok = s.next() {
			if s.slow || s.buf != nil {
				t.Errorf("%s is passed to uniseg before %q", kind, passages[kind][seg.end:])
				break
			}
		}
	}
}

func TestDisguiseKeepsAllOffsets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := clean.Text(alphabetText().Draw(t, "text"))
		got := disguised(text)
		if len(got) != len(text) || !utf8.Valid(got) {
			t.Fatalf("%q of %d bytes became %q of %d", text, len(text), got, len(got))
		}
		for i := range text {
			if !utf8.RuneStart(got[i]) {
				t.Fatalf("%q became %q, out of step at %d", text, got, i)
			}
		}
	})
}

func FuzzBreaks(f *testing.F) {
	for _, p := range passages {
		f.Add(p)
	}
	f.Add("of -5 to -x $(5) 1,000.50% a—b « oui ! » 日本「語」。")
	f.Fuzz(func(t *testing.T, s string) {
		checkBreaks(t, strings.ReplaceAll(clean.Text(s), "\n", " "))
	})
}
