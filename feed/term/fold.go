package term

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// special are the characters whose fold is not their compatibility decomposition
// in lower case and without marks.
var special = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ŧ': "t", 'ı': "i", 'ȷ': "j",
	'ŋ': "n", 'ĸ': "k", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ƒ': "f", 'ꜳ': "aa", 'ำ': "ำ", 'ຳ': "ຳ",
	'ँ': "ं", 'ς': "σ", 'й': "й", 'ў': "ў", 'ї': "ї",
	'ى': "ي", 'ی': "ي", 'ې': "ي", 'ے': "ي", 'ة': "ه", 'ہ': "ه", 'ھ': "ه", 'ە': "ه", 'ک': "ك", 'ٱ': "ا", 'ٲ': "ا", 'ٳ': "ا",
}

// compose maps a letter and a mark to the letter that they form together. Such a mark
// is not an accent. Both sides are folded.
var compose = map[string]string{
	"и\u0306": "й", "у\u0306": "ў", "і\u0308": "ї",
}

// signs holds the classes of characters inside or between words.
var signs = map[rune]class{
	'׳': quote, '״': quote, '\'': quote, '’': quote, '‘': quote, 'ʼ': quote, 'ʻ': quote, 'ʹ': quote, '＇': quote, '′': quote, '`': quote, '´': quote,
	'-': hyphen, '‐': hyphen, '‑': hyphen, '–': hyphen, '－': hyphen, '﹣': hyphen,
	'.': stop, '．': stop, '٫': stop, ',': comma, '，': comma, '٬': comma,
	'\u00A0': space, '\u2009': space, '\u202F': space, '\u2007': space, '\u2008': space, '\u200A': space, '\u2006': space,
	'\u3099': voice, '\u309A': voice, '\uFF9E': voice, '\uFF9F': voice, '゛': voice, '゜': voice,
	'ー': wide, 'ｰ': wide, '々': wide, '〆': wide, '〇': wide, '〻': wide, '〱': wide,
	'ـ': nothing, '\u115F': nothing, '\u1160': nothing, '\u3164': nothing, '\uFFA0': nothing, '\uFFFD': apart,
}

// dense are the scripts without spaces between words, and Hangul, which attaches
// particles to words.
var dense = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Yi, unicode.Tangut,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// accents are the marks that are left out: accents of the scripts that have
// cases, points of Hebrew, vowels of Arabic and Syriac, dots of Devanagari, tone marks of Han. The
// vowel signs of the scripts of South and Southeast Asia are letters and stay.
var accents = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x0300, 0x036F, 1}, {0x0483, 0x0489, 1}, {0x0591, 0x05C7, 1}, {0x0610, 0x061A, 1}, {0x064B, 0x065F, 1}, {0x0670, 0x0670, 1},
		{0x06D6, 0x06ED, 1}, {0x0711, 0x0711, 1}, {0x0730, 0x074A, 1}, {0x08CA, 0x08FF, 1}, {0x093C, 0x093C, 1}, {0x1AB0, 0x1AFF, 1}, {0x1DC0, 0x1DFF, 1},
		{0x20D0, 0x20FF, 1}, {0x2DE0, 0x2DFF, 1}, {0x302A, 0x302F, 1}, {0xA66F, 0xA67D, 1}, {0xFB1E, 0xFB1E, 1}, {0xFE00, 0xFE2F, 1},
	},
	R32: []unicode.Range32{{0xE0100, 0xE01EF, 1}},
}

// newFold computes the fold of r.
func newFold(r rune) fold {
	c, ok := signs[r]
	switch {
	case ok && c == voice:
		return fold{class: c, out: voiced(r)}
	case ok && c != wide:
		return fold{class: c}
	case unicode.Is(unicode.Nd, r):
		return fold{class: digit, out: string('0' + value(r))}
	case unicode.IsMark(r) && unicode.Is(accents, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return fold{class: nothing}
	case ok, unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r), squared(r):
		return folded(r)
	}
	return fold{class: apart}
}

// squared reports whether r is an East Asian unit set in one square.
func squared(r rune) bool { return r >= 0x3300 && r <= 0x33FF }

// folded returns the fold of a character that belongs to words.
func folded(r rune) fold {
	var out []byte
	c := apart
	for _, f := range foldLetter(r) {
		k := kind(f)
		if k == nothing {
			continue
		}
		if c == apart {
			c = k
		}
		if c == wide && unicode.IsMark(f) {
			k = wide
		}
		if k != c || k == apart {
			return fold{class: apart} // a fraction, a letter in brackets
		}
		out = utf8.AppendRune(out, f)
	}
	if c == apart {
		return fold{class: nothing}
	}
	if string(out) == string(r) {
		return fold{class: c}
	}
	return fold{class: c, lower: accented(r), out: string(out)}
}

// accented returns the lower case of a Latin letter with accents, or of one that is folded
// to other letters, and 0 for all else. The letters i of Turkish are not accented, because
// capitals do not tell them apart.
func accented(r rune) rune {
	low := unicode.ToLower(r)
	if r == 'İ' || r == 'ı' || !unicode.Is(unicode.Latin, r) || special[low] == "" && norm.NFD.String(string(low)) == string(low) {
		return 0
	}
	return low
}

// isAccent reports whether r is an accent of the Latin letter at the end of a term. The
// dot of an i is not.
func isAccent(term []byte, r rune) bool {
	if r < 0x0300 || r > 0x036F {
		return false
	}
	last, _ := utf8.DecodeLastRune(term)
	return unicode.Is(unicode.Latin, last) && (r != 0x0307 || last != 'i')
}

// foldLetter returns r in lower case and decomposed. Kana, Han and Hangul stay
// composed.
func foldLetter(r rune) string {
	var out []byte
	composed := r >= 0x2E80 && r < 0xA000 || r >= 0xAC00 && r < 0xFB00 || r >= 0xFF00 && r < 0x11000
	for _, l := range string(unicode.ToLower(r)) {
		if s, ok := special[l]; ok {
			out = append(out, s...)
			continue
		}
		form := norm.NFKD
		if composed {
			form = norm.NFKC
		}
		for _, d := range form.String(string(l)) {
			if d = unicode.ToLower(d); special[d] != "" {
				out = append(out, special[d]...)
			} else {
				out = utf8.AppendRune(out, d)
			}
		}
	}
	return string(out)
}

// kind returns the class of a character of a fold.
func kind(r rune) class {
	switch c, ok := signs[r]; {
	case ok && c == wide, unicode.In(r, dense...) && unicode.IsLetter(r):
		return wide
	case ok && c == nothing, unicode.Is(accents, r):
		return nothing
	case unicode.Is(unicode.Nd, r):
		return digit
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.Is(unicode.Nl, r):
		return letter
	}
	return apart
}

// value returns the value of a decimal digit.
func value(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	return 0
}

// voiced returns the combining form of a voicing mark of kana.
func voiced(r rune) string {
	switch r {
	case '\u309A', '\uFF9F', '゜':
		return "\u309A"
	}
	return "\u3099"
}
