package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// count is the length of a text: words, and characters of the scripts that have no
// spaces between words.
type count struct {
	words   int // runs of letters and digits
	han     int
	kana    int
	letters int // of Thai, Lao, Khmer and Burmese, without vowel signs and other marks
}

// total returns the words, with each character as a word.
func (c *count) total() int { return c.words + c.han + c.kana + c.letters }

// The reading speed, a minute. Those of English, Chinese and Japanese are the means of
// the International Reading Speed Texts (Trauzettel-Klosinski and Dietz, 2012). Four
// letters of Thai count as a word.
const (
	wordsPerMinute    = 228
	chinesePerMinute  = 255
	japanesePerMinute = 357
	lettersPerMinute  = 4 * wordsPerMinute
)

// minutes returns the time to read the text.
func (c *count) minutes() float64 {
	east := chinesePerMinute
	if c.kana*10 > c.han {
		east = japanesePerMinute
	}
	return float64(c.words)/wordsPerMinute + float64(c.han+c.kana)/float64(east) + float64(c.letters)/lettersPerMinute
}

// add counts text.
func (c *count) add(text string) {
	inside := uint8(0) // 1 in a word
	for i := 0; i < len(text); {
		if b := text[i]; b < utf8.RuneSelf {
			is := letters[b] // no branch, because words are short
			c.words += int(is.word &^ inside)
			inside = is.word | inside&is.joint
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case c.character(r):
			inside = 0
		case unicode.IsSpace(r) || r == '—' || r == '–':
			inside = 0
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			c.words += int(1 &^ inside)
			inside = 1
		}
	}
}

// character counts r if it is a letter of a script without spaces between words.
func (c *count) character(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r < 0x1800 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && unicode.IsLetter(r):
		c.letters++
	case unicode.Is(unicode.Han, r):
		c.han++
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		c.kana++
	default:
		return false
	}
	return true
}

// The units of Words.
const (
	InWords      = "words"
	InCharacters = "characters"
)

// unit returns the unit in which the text of a language is counted. If the language is
// not known, the script of title decides.
func unit(language, title string) string {
	primary, _, _ := strings.Cut(language, "-")
	switch primary {
	case "zh", "yue", "ja", "th", "lo", "km", "my":
		return InCharacters
	case "":
		var c count
		c.add(title)
		if c.total() > 2*c.words {
			return InCharacters
		}
	}
	return InWords
}

// letters marks the ASCII characters that are a letter or a digit, and those that may
// be inside a word: a hyphen, an apostrophe or a full stop does not end it.
var letters = func() (t [utf8.RuneSelf]struct{ word, joint uint8 }) {
	for c := range t {
		if c > ' ' {
			t[c].joint = 1
		}
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			t[c].word = 1
		}
	}
	return t
}()
