// Package language finds the language of a text: by its script if that has one
// language, by letters that only one of the languages of a script has, by function
// words, and if these do not tell it or the text is short, by its pairs of letters.
package language

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/line"
)

// sampleSize is the number of bytes at the start of a text that decide its language.
const sampleSize = 2048

// script is a script and its language, or the most common of its languages.
type script struct {
	table    *unicode.RangeTable
	language string
	weight   int // the number of letters of an alphabet that a character counts as
}

// The indexes of the Japanese scripts in scripts.
const (
	han      = 1
	hiragana = 2
	katakana = 3
)

// scripts are all scripts but Latin.
var scripts = [...]script{
	{unicode.Hangul, "ko", 3},
	han:      {unicode.Han, "zh", 4},
	hiragana: {unicode.Hiragana, "ja", 4},
	katakana: {unicode.Katakana, "ja", 4},
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

// Of returns the language of text as a BCP 47 tag, "" if it is unknown.
func Of(text string) string {
	text = text[:cut(text, sampleSize)]
	if line.IsASCII(text) {
		return ofLatin(text)
	}
	latin, counts := letters(text)
	kana := counts[hiragana] + counts[katakana]
	counts[han] += kana
	counts[hiragana], counts[katakana] = 0, 0
	best, most := -1, latin
	for i, n := range counts {
		if n > most {
			best, most = i, n
		}
	}
	switch {
	case best < 0:
		return ofLatin(text)
	case best == han && (kana*20 > counts[han] || kana == 0 && counts[han] <= fewHan*scripts[han].weight && isKanji(text)):
		return "ja"
	case scripts[best].language == "hi":
		return ofDevanagari(text)
	case scripts[best].language == "ru":
		return ofCyrillic(text)
	}
	if language := ofLetters(scripts[best].language, text); language != "" {
		return language
	}
	return scripts[best].language
}

// letters counts the Latin letters in text, and the letters of each script by
// weight.
func letters(text string) (latin int, counts [len(scripts)]int) {
	last := 0
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			if smallLetters[b] >= 'a' {
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
		if unicode.Is(scripts[last].table, r) {
			counts[last] += scripts[last].weight
			continue
		}
		if unicode.Is(unicode.Latin, r) {
			latin++
			continue
		}
		for w := range scripts {
			if unicode.Is(scripts[w].table, r) {
				counts[w] += scripts[w].weight
				last = w
				break
			}
		}
	}
	return latin, counts
}

// sign has the letters that only one of the languages of a script has.
type sign struct{ language, letters string }

// signs maps the language of a script to its signs. A text is in the first language
// whose signs are at least one letter in fifty.
var signs = map[string][]sign{
	"ru": {{"kk", "әғқңұһ"}, {"mn", "өү"}, {"be", "ўЎ"}, {"uk", "іїєґІЇЄҐ"}, {"mk", "ѓќѕ"}, {"sr", "јљњћђџ"}, {"ru", "ыэё"}},
	"ar": {{"ur", "ٹڈڑےہ"}, {"ckb", "ڕۆێە"}, {"ps", "ټډړښځ"}, {"fa", "پچژگیک"}},
	"he": {{"yi", "װײױ"}},
}

// signed holds for each letter the index of its language in a list of signs,
// counted from 1.
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

// ofLetters returns the language of text by its letters, "" if they do not tell it.
// The text is in the script of language.
func ofLetters(language, text string) string {
	list := signs[language]
	if list == nil {
		return ""
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
	return ""
}

// cut returns the length of the longest prefix of text that has at most n bytes
// and does not end inside a character.
func cut(text string, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}
