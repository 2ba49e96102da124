package diff

import (
	"hash/maphash"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a figure or a sign of punctuation. The texts from one to the next cover
// a passage without gaps.
type token struct {
	from, to   int32 // with the spaces, quotes and dashes that belong to it
	start, end int32 // without them
	weight     int8  // in parts of a word; see word
}

// word is the weight of a word. Punctuation weighs nothing. In scripts without spaces
// between words a character is a token: two of Chinese or Japanese, or three of Thai, with
// their vowels, weigh as much as a word.
const word = 6

// seed is that of all hashes. It differs from run to run, so that no text can be made to
// have words with the same hash.
var seed = maphash.MakeSeed()

// key returns the hash of a token.
func key(s string) uint64 {
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return maphash.String(seed, s)
}

// passage is a text and its tokens.
type passage struct {
	text   string
	tokens []token
	keys   []uint64 // of the tokens: equal for equal tokens
	ends   []int    // where each of its blocks ends in text
}

// newPassage cuts text into tokens.
func newPassage(text string) passage {
	p := passage{text: text, ends: []int{len(text)}}
	for i := 0; i < len(text); {
		end, weight := next(text, i)
		if end > i {
			p.tokens = append(p.tokens, token{start: int32(i), end: int32(end), weight: weight})
			p.keys = append(p.keys, key(text[i:end]))
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	p.divide()
	return p
}

// divide divides what is between two tokens. What stands before a space belongs to the
// token before it, such as a closing quote; the rest belongs to the token after it.
func (p *passage) divide() {
	at := 0
	for i := range p.tokens {
		t := &p.tokens[i]
		t.from = int32(at)
		if at = len(p.text); i+1 < len(p.tokens) {
			at = int(t.end) + max(0, strings.IndexFunc(p.text[t.end:p.tokens[i+1].start], unicode.IsSpace))
		}
		t.to = int32(at)
	}
}

// next returns the end of the token that begins at text[i:], or i if none does, and its
// weight.
func next(text string, i int) (end int, weight int8) {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case isWord(r):
		return wordEnd(text, i), word
	case r >= firstWide && unicode.In(r, wide...):
		return wideEnd(text, i, r)
	case isFigureSign(text, i, r):
		return wordEnd(text, i+n), word
	case ignored(r):
		return i, 0
	}
	end = i + n
	for strings.HasPrefix(text[end:], text[i:i+n]) {
		end += n
	}
	return end, 0
}

// isWord reports whether r is a letter, a mark or a digit of a script that has spaces
// between words.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r) || (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)) && (r < firstWide || !unicode.In(r, wide...))
}

// ignored reports whether r does not count: white space, quotes, dashes, and characters
// that show nothing.
func ignored(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("\"'`´„‚「」『』＂＇", r) ||
		unicode.In(r, unicode.Pd, unicode.Pi, unicode.Pf, unicode.Cc, unicode.Cf)
}

// isFigureSign reports whether r at text[i:] is a currency sign or a minus before a digit.
func isFigureSign(text string, i int, r rune) bool {
	n := utf8.RuneLen(r)
	if n < 0 || i+n >= len(text) || !digitAt(text, i+n) {
		return false
	}
	if unicode.Is(unicode.Sc, r) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return (r == '-' || r == '−') && (i == 0 || unicode.IsSpace(before) || before == '(')
}

func digitAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsDigit(r)
}

// wordEnd returns the end of the word or figure at text[i:]: of letters and digits, and of
// signs between two of them.
func wordEnd(text string, i int) int {
	dotted := false
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isWord(r):
		case r == '.' && dotted && !wordAt(text, i+n):
			return i + n // the last one of an abbreviation, such as p.m.
		case (r == '%' || r == '％') && digitBefore(text, i):
			if !wordAt(text, i+n) {
				return i + n
			}
		case !joins(text, i, r, n):
			return i
		case r == '.' && !digitAt(text, i+n):
			dotted = true
		}
		i += n
	}
	return i
}

func wordAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i < len(text) && isWord(r)
}

func digitBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsDigit(r)
}

// joins reports whether r, of n bytes at text[i:], is inside a word or a figure.
func joins(text string, i int, r rune, n int) bool {
	if !wordAt(text, i+n) {
		return false
	}
	figure := digitBefore(text, i) && digitAt(text, i+n)
	switch r {
	case '.', '\'', '’', '@', '_', '&':
		return wordBefore(text, i)
	case ',', ':', '/':
		return figure
	case '\u00A0', '\u2009', '\u202F':
		return figure && groupOfThree(text[i+n:])
	}
	return false
}

func wordBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return isWord(r)
}

// groupOfThree reports whether text begins with three digits and no more.
func groupOfThree(text string) bool {
	return len(text) >= 3 && digitAt(text, 1) && digitAt(text, 2) && (len(text) == 3 || !digitAt(text, 3))
}

// wide are the scripts that have no spaces between words, from firstWide on.
var wide = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

const firstWide = 0x0E00

// wideEnd returns the end and the weight of the token at text[i:] that begins with r: a word
// in Katakana, else a character with its marks.
func wideEnd(text string, i int, r rune) (end int, weight int8) {
	end = i + utf8.RuneLen(r)
	if unicode.Is(unicode.Katakana, r) {
		return end + whileRune(text[end:], func(r rune) bool { return inKatakana(r) || unicode.Is(unicode.Mn, r) }), word
	}
	for end < len(text) {
		next, n := utf8.DecodeRuneInString(text[end:])
		if joined := unicode.IsMark(next) || follows(next) || leads(r) && unicode.In(next, wide...); !joined {
			break
		}
		r = next
		end += n
	}
	if unicode.In(r, unicode.Han, unicode.Hiragana) {
		return end, word / 2
	}
	return end, word / 3
}

// inKatakana reports whether r is of Katakana, or one of its signs that Unicode does not
// count to it: for a long vowel and, of half width, for voiced consonants.
func inKatakana(r rune) bool {
	return r == 'ー' || r == '\uFF70' || r == '\uFF9E' || r == '\uFF9F' || unicode.Is(unicode.Katakana, r)
}

// leads reports whether r belongs to the consonant after it: a vowel of Thai or Lao that is
// written before it, or a sign that puts one consonant below the other.
func leads(r rune) bool {
	return r >= 'เ' && r <= 'ไ' || r >= 'ເ' && r <= 'ໄ' || r == '\u17D2' || r == '\u1039'
}

// follows reports whether r is a vowel of Thai or Lao that is written after its consonant,
// but is a letter.
func follows(r rune) bool { return r != 0 && strings.ContainsRune("ะาำๅๆະາຳໆ", r) }

// whileRune returns the length of the beginning of text for whose characters is returns true.
func whileRune(text string, is func(rune) bool) int {
	if n := strings.IndexFunc(text, func(r rune) bool { return !is(r) }); n >= 0 {
		return n
	}
	return len(text)
}
