package intake

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// languageSample is how much of a text is looked at for its language, in bytes.
const languageSample = 2048

// A writing is a script that tells the language.
type writing struct {
	table    *unicode.RangeTable
	language string
	weight   int // how much a letter says, as scripts without vowels or spaces say more in one
}

// writings holds the scripts beyond Latin; Han and kana are together.
var writings = [...]writing{
	{unicode.Hangul, "ko", 3},
	{unicode.Han, "zh", 4},
	{unicode.Hiragana, "ja", 4},
	{unicode.Katakana, "ja", 4},
	{unicode.Cyrillic, "ru", 1},
	{unicode.Arabic, "ar", 1},
	{unicode.Greek, "el", 1},
	{unicode.Hebrew, "he", 1},
	{unicode.Thai, "th", 1},
	{unicode.Devanagari, "hi", 1},
	{unicode.Bengali, "bn", 1},
	{unicode.Gurmukhi, "pa", 1},
	{unicode.Gujarati, "gu", 1},
	{unicode.Tamil, "ta", 1},
	{unicode.Telugu, "te", 1},
	{unicode.Kannada, "kn", 1},
	{unicode.Malayalam, "ml", 1},
	{unicode.Sinhala, "si", 1},
	{unicode.Myanmar, "my", 1},
	{unicode.Khmer, "km", 1},
	{unicode.Lao, "lo", 1},
	{unicode.Georgian, "ka", 1},
	{unicode.Armenian, "hy", 1},
	{unicode.Ethiopic, "am", 2},
	{unicode.Mongolian, "mn", 1},
	{unicode.Tibetan, "bo", 1},
}

// language returns the language of a cleaned text, as BCP 47; empty where it
// cannot be told.
func language(text string) string {
	text = text[:cut(text, languageSample)]
	if ascii(text) {
		return latinLanguage(text)
	}
	latin, counts := letters(text)
	best, most := -1, latin
	kanaShare := counts[2] + counts[3]
	counts[1] += kanaShare
	for i, n := range counts {
		if i != 2 && i != 3 && n > most {
			best, most = i, n
		}
	}
	switch {
	case most == 0:
		return ""
	case best < 0:
		return latinLanguage(text)
	case best == 1 && kanaShare*20 > counts[1]:
		return "ja"
	}
	return shared(writings[best].language, text)
}

// letters counts the letters of Latin and of each of the writings, by weight.
func letters(text string) (latin int, counts [len(writings)]int) {
	last := 0
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			if b|0x20 >= 'a' && b|0x20 <= 'z' {
				latin++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r >= 0x2000 && r < 0x2E80 || r >= 0x3000 && r < 0x3040 {
			continue
		}
		if unicode.Is(writings[last].table, r) {
			counts[last] += writings[last].weight
			continue
		}
		if unicode.Is(unicode.Latin, r) {
			latin++
			continue
		}
		for w := range writings {
			if unicode.Is(writings[w].table, r) {
				counts[w] += writings[w].weight
				last = w
				break
			}
		}
	}
	return latin, counts
}

// A sign is a letter that tells languages apart which share a script.
type sign struct{ language, letters string }

// signs are tried in order: a text is in the first language of which it has one
// letter in fifty or more.
var signs = map[string][]sign{
	"ru": {{"uk", "іїєґІЇЄҐ"}, {"be", "ўЎ"}, {"sr", "јљњћђџ"}, {"mk", "ѓќѕ"}, {"kk", "әғқңөұүһ"}, {"ru", "ыэё"}, {"bg", "ъЪ"}},
	"ar": {{"ur", "ٹڈڑےہ"}, {"ckb", "ڕۆێە"}, {"ps", "ټډړښځ"}, {"fa", "پچژگیک"}},
	"he": {{"yi", "װײױ"}},
}

// signed maps a letter to the place of its language in signs, counted from 1.
var signed = sync.OnceValue(func() *[0x700]uint8 {
	t := new([0x700]uint8)
	for _, list := range signs {
		for i, s := range list {
			for _, r := range s.letters {
				t[r] = uint8(i + 1)
			}
		}
	}
	return t
})

// shared tells the languages of a script apart.
func shared(language, text string) string {
	list := signs[language]
	if list == nil {
		return language
	}
	total, table := 0, signed()
	var hits [16]int
	for _, r := range text {
		if r >= 0x370 && int(r) < len(table) {
			total++
			hits[table[r]]++
		}
	}
	for i, s := range list {
		if n := hits[i+1]; n > 0 && n*50 >= total {
			return s.language
		}
	}
	return language
}

// cut returns n, or where the character that n would cut begins; at most the
// length of text.
func cut(text string, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}
