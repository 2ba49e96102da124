package language

import (
	"math/bits"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAFewWordsDecideTheLanguage(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"two words of English", "ferry of the north", "en"},
		{"three words are too few", "of the north", ""},
		{"one word of two languages", "ferry in port again", ""},
		{"one word that no other language has", "ferry would sail again", "en"},
		{"one word in twenty", "would" + strings.Repeat(" xyz", 19), "en"},
		{"one word in twenty, then a full stop", "would" + strings.Repeat(" xyz", 19) + ".", "en"},
		{"one word in twenty, after a full stop", "... would" + strings.Repeat(" xyz", 19), "en"},
		{"one word in twenty-one", "would" + strings.Repeat(" xyz", 20), ""},
		{"two languages", "which would ferry nicht wird hafen", ""},
		{"clearly more words of one language", "the of which would ferry nicht hafen", "en"},
		{"enough words that are clear, and the last agree", strings.Repeat("the ferry of the port ", 16) + strings.Repeat("nicht ", 100) + strings.Repeat("the ferry of the port ", 28), "en"},
		{"enough words that are clear, and the last do not agree", strings.Repeat("the ferry of the port ", 16) + strings.Repeat("nicht ", 400), "de"},
		{"enough words that are clear, and the last two are not", strings.Repeat("the ferry of the port ", 16) + "xyz abc", "en"},
		{"enough words, of two languages", strings.Repeat("the ferry of the port ", 8) + strings.Repeat("nicht ", 200), "de"},
		{"enough words, but few of the language", strings.Repeat("would dock pier ab cd ef gh ij ", 10) + strings.Repeat("nicht ", 200), "de"},
		{"enough words, half of them of another language", strings.Repeat("would nicht would ferry ", 20) + strings.Repeat("nicht ", 200), "de"},
		{"more letters than Latin", "ferry паром паром", "ru"},
		{"as many letters as Latin", "would have been ооооооооооооо", "en"},
		{"fewer letters than Latin", "the ferry of the port паром", "en"},
		{"kana among Han", "運航再開の", "ja"},
		{"one kana in twenty of Han", strings.Repeat("運", 20) + "の", "zh"},
		{"one kana in nineteen of Han", strings.Repeat("運", 19) + "の", "zh"},
		{"one kana in eighteen of Han", strings.Repeat("運", 18) + "の", "ja"},
		{"katakana", "フェリー", "ja"},
		{"Hangul among Han", "北 미사일 발사", "ko"},
		{"one sign in fifty letters", strings.Repeat("а", 49) + "ї", "uk"},
		{"one sign in fifty-one letters", strings.Repeat("а", 50) + "ї", "ru"},
		{"a sign of Persian", "گفت", "fa"},
		{"no letters", "12 (3) -- …", ""},
		{"one letter", "ю", "ru"},
		{"only the beginning counts", strings.Repeat("ferry of the port ", 200) + strings.Repeat("паром ", 2000), "en"},
	} {
		if got := Of(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLettersAreCountedByScript(t *testing.T) {
	latin, counts := letters("azAZ09é@[`{ 가 漢⺀ぁ の カ яж ש ¿…、\u2000\u3000Ⅷ")
	if latin != 5 {
		t.Errorf("%d Latin letters", latin)
	}
	for i, want := range map[int]int{0: 3, han: 8, hiragana: 8, katakana: 4, 4: 2, 5: 0, 7: 1} {
		if counts[i] != want {
			t.Errorf("%s: %d, want %d", scripts[i].language, counts[i], want)
		}
	}
}

// wordsOf returns the packed words of text.
func wordsOf(text string) (all []uint64) {
	for word, rest, ok := nextWord(text); ok; word, rest, ok = nextWord(rest) {
		all = append(all, word)
	}
	return all
}

func TestWordsArePacked(t *testing.T) {
	got := wordsOf("A l'eau! aàz {zz} 12345678abcdefgh abcdefghi É.")
	want := []uint64{'a', 0x6c27656175, 0x61c3a07a, 0x7a7a, 0x6162636465666768, 0, 0xc3a9}
	if len(got) != len(want) {
		t.Fatalf("%x", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("word %d is %x, want %x", i, got[i], want[i])
		}
	}
}

func TestEveryFunctionWordHasItsLanguages(t *testing.T) {
	known := knownWords()
	languages := map[uint64]int{}
	for _, f := range functionWords {
		seen := map[uint64]bool{}
		for _, word := range wordsOf(f.words) {
			if !seen[word] {
				seen[word] = true
				languages[word]++
			}
		}
	}
	for i, f := range functionWords {
		for _, word := range wordsOf(f.words) {
			h := known.at(word)
			if h.languages&(1<<i) == 0 || bits.OnesCount32(h.languages) != languages[word] || int(h.points) != score/languages[word] {
				t.Errorf("%x, a word of %s: %+v, want %d languages", word, f.language, h, languages[word])
			}
		}
	}
	if h := known.at('!'); *h != (hit{}) {
		t.Errorf("a word of no language: %+v", h)
	}
}

func TestWordsEndAtSignsAndDigits(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " -- ": 0, "a": 1, "a b": 2, "a-b": 2, "a1b": 2, "“été”": 1, "été—hiver": 2, "a…b": 2, "«a»": 1, "e\u0301te": 1, "x{y": 2, "x@y`z[": 3,
	} {
		if got := len(wordsOf(text)); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}

func TestATextIsCutBetweenCharacters(t *testing.T) {
	for _, c := range []struct{ n, want int }{{0, 0}, {1, 1}, {2, 1}, {3, 1}, {4, 4}, {5, 5}, {9, 5}} {
		if got := cut("a금b", c.n); got != c.want {
			t.Errorf("%d: %d, want %d", c.n, got, c.want)
		}
	}
}

func TestShortWordsAreReadAsOthersAre(t *testing.T) {
	for c := range utf8.RuneSelf {
		for n := range 9 {
			text := "it'Zaz'A"[:n] + string(rune(c))
			word, _, ok := nextWord(text + strings.Repeat(" ", 8))
			slow, _, slowOK := nextWord(text)
			if word != slow || ok != slowOK {
				t.Errorf("%q: %x %t, want %x %t", text, word, ok, slow, slowOK)
			}
		}
	}
}
