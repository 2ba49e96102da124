package story

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWordsAreCountedInEveryScript(t *testing.T) {
	for text, want := range map[string]int{
		"":                            0,
		" — “…” ":                     0,
		"The ferry sails.":            3,
		"two\tlines\nof text":         4,
		"Kim Soo-yeon's 1.5 million":  4,
		"half—way – there":            3,
		"café und Straße":             3,
		"- 7 -":                       1,
		"선박 운항이 재개됐다.":                3,
		"港口重新开放。":                     6,
		"フェリー3便":                      5,
		"паром вышел в 6.10":          4,
		"a\u00a0b\u3000c":             3,
		"น้ำท่วม 2 วัน":               8,
		"ទូកឆ្លង\u200bដែន":            7,
		"broken \xff\xfe bytes\x00go": 3,
	} {
		var c count
		if c.add(text); c.total() != want {
			t.Errorf("%q: %d words, want %d", text, c.total(), want)
		}
	}
}

func TestTheUnitFollowsTheLanguage(t *testing.T) {
	for _, c := range []struct{ language, title, want string }{
		{"en", "港口", InWords},
		{"zh-TW", "Ferry", InCharacters},
		{"ja", "フェリー", InCharacters},
		{"th", "", InCharacters},
		{"ko", "李 총리", InWords},
		{"", "", InWords},
		{"", "AI 搭載フェリー", InCharacters},
		{"", "李 총리, 항만 시찰", InWords},
	} {
		s := Story{Language: c.language, Headline: Headline{Title: c.title}}
		if row := NewRow(&s); s.Unit() != c.want || row.Unit() != c.want {
			t.Errorf("%q, %q: %s and %s, want %s", c.language, c.title, s.Unit(), row.Unit(), c.want)
		}
	}
}

func TestScriptsHaveTheirReadingSpeed(t *testing.T) {
	for text, want := range map[string]float64{
		strings.Repeat("ferry ", wordsPerMinute):        1,
		strings.Repeat("渡", 2*chinesePerMinute):         2,
		strings.Repeat("渡し船", japanesePerMinute):        3,
		strings.Repeat("ก็", lettersPerMinute):          1,
		strings.Repeat("ferry 渡", 255) + "and the rest": 255./228 + 1 + 3./228,
	} {
		s := Story{Body: []Block{{Kind: Paragraph, Text: text}, {Kind: Caption, Text: "Not counted."}}}
		if got := s.Minutes(); math.Abs(got-want) > 1e-9 {
			t.Errorf("%.20q takes %v minutes, want %v", text, got, want)
		}
	}
}

func TestEightBytesAreCountedAtOnceAsOneByOne(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := make([]byte, random.IntN(40))
		for i := range text {
			text[i] = byte(random.IntN(utf8.RuneSelf))
			if random.IntN(3) > 0 {
				text[i] = "aZ09 .-'@[`{/:!\x1f~\n"[random.IntN(18)]
			}
		}
		want, inside := 0, false
		for _, b := range text {
			word := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
			if word && !inside {
				want++
			}
			inside = word || inside && b > ' '
		}
		var c count
		if c.add(string(text)); c.words != want {
			t.Fatalf("%q: %d words, want %d", text, c.words, want)
		}
	}
}
