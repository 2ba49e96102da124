package story

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/locale"
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
		if n, last := c.eights(text[i:], inside); n > 0 {
			inside = last
			i += n
			continue
		}
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

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// eights counts the beginning of s as add does, eight bytes of ASCII at once. It returns
// the number of bytes and whether the last of them is in a word.
func (c *count) eights(s string, inside uint8) (n int, last uint8) {
	carry, words := uint64(inside), 0
	for ; len(s)-n >= 8; n += 8 {
		b := s[n : n+8]
		w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56 // one load
		if w&highs != 0 {
			break
		}
		// The high bit of a byte says whether the byte is at least as large as a character.
		small := w | 0x20*ones
		letter := (small + (0x80-'a')*ones) &^ (small + (0x7f-'z')*ones)
		digit := (w + (0x80-'0')*ones) &^ (w + (0x7f-'9')*ones)
		word := eightBits(letter | digit)
		joint := eightBits(w + (0x7f-' ')*ones)
		// A word goes on through what does not end it as a carry does through ones.
		sum := joint + word + carry
		words += bits.OnesCount64(word &^ (sum ^ joint ^ word))
		carry = sum >> 8
	}
	c.words += words
	return n, uint8(carry)
}

// eightBits returns the high bits of the bytes of w as the bits of a byte.
func eightBits(w uint64) uint64 { return (w & highs >> 7) * 0x0102040810204080 >> 56 }

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
var (
	InWords      = locale.Mark("words")
	InCharacters = locale.Mark("characters")
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
