package decode

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"dateline/feed/intake/pairs"
)

const unit = pairs.Unit

// page has the properties of the bytes of an encoding of one byte a character.
type page struct {
	kinds   [256]kind
	symbols [256]uint8 // the cost of each byte that is not a letter, in units
	floor   [256]uint8 // about the lowest cost of each byte in any language, in units
	mixes   bool       // its letters occur beside ASCII letters, as Latin ones do
	tongues []tongue
}

// tongue is a language in an encoding.
type tongue struct {
	*pairs.Language
	prior   int        // the cost of assuming the language, in units
	class   [256]uint8 // the class of each byte in the language
	foreign [256]uint8 // the cost of each byte that is a letter of another language, in units
	floor   [256]uint8 // about the lowest cost of each byte that is a letter, in units
}

// char is a character of a page.
type char struct {
	char, lower rune
	foreign     uint8 // its cost in a language that does not have it, in units
}

// alphabetic returns the reader of an encoding of one byte a character.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func alphabetic(name string, prior int, m *charmap.Charmap, languages string) reader {
	table := sync.OnceValue(func() *page { return newPage(m, languages) })
	return reader{
		name: name, prior: prior,
		least:  func(s *sample) int { return table().least(s) },
		weigh:  func(s *sample, enough int) int { return table().weigh(s, enough) },
		decode: func(data []byte) string { return decodeBytes(data, m) },
		single: true,
	}
}

// decodeBytes decodes data in the encoding m of one byte a character, which contains ASCII.
func decodeBytes(data []byte, m *charmap.Charmap) string {
	var out strings.Builder
	out.Grow(len(data) + 2*highs(data)) // a character takes at most three bytes
	for len(data) > 0 {
		n := firstHigh(data)
		out.Write(data[:n])
		if data = data[n:]; len(data) > 0 {
			out.WriteRune(m.DecodeByte(data[0]))
			data = data[1:]
		}
	}
	return out.String()
}

// highs returns the number of bytes of data that are not ASCII.
func highs(data []byte) (n int) {
	for _, b := range data {
		n += int(b >> 7)
	}
	return n
}

func newPage(m *charmap.Charmap, languages string) *page {
	names := strings.Fields(languages)
	p := &page{mixes: pairs.Languages()[names[0]].Latin(), tongues: make([]tongue, len(names))}
	var chars [256]char
	for b := range 256 {
		r := m.DecodeByte(byte(b))
		chars[b] = char{char: r, lower: unicode.ToLower(r)}
		p.kinds[b] = asciiKind(byte(b))
		if b < 0x80 && p.kinds[b].isLetter() && !p.mixes {
			p.kinds[b] = strange
		}
		if b >= 0x80 {
			p.kinds[b] = kindOf(r)
			p.symbols[b] = symbolBits(r, p.kinds[b]) * unit
			chars[b].foreign = foreignBits(r, p.mixes) * unit
		}
	}
	for i, name := range names {
		p.tongues[i].init(pairs.Languages()[name], &chars, &p.kinds)
	}
	for b := 0x80; b < 0x100; b++ {
		p.floor[b] = p.lowest(b)
	}
	return p
}

// bonus is more than the number of units by which letters cost less after the
// letters before them, on average.
const bonus = unit / 2

// lowest returns the lowest cost of the byte b, in units.
func (p *page) lowest(b int) uint8 {
	switch {
	case p.kinds[b] == wrong:
		return p.symbols[b]
	case !p.kinds[b].isLetter():
		return min(p.symbols[b], againBits*unit)
	}
	low := uint8(wrongBits * unit)
	for i := range p.tongues {
		low = min(low, p.tongues[i].floor[b])
	}
	return low
}

// cedillaBits is the cost of assuming Romanian with cedillas, which should be commas.
const cedillaBits = 7

// init makes t the language l in a page with those characters.
func (t *tongue) init(l *pairs.Language, chars *[256]char, kinds *[256]kind) {
	t.Language, t.prior = l, rarity[l.Name]*unit
	for b := range chars {
		c := &chars[b]
		t.class[b] = l.ClassIn(c.char, c.lower)
		switch {
		case b < 0x80 || !kinds[b].isLetter():
		case t.class[b] == pairs.Edge:
			t.foreign[b], t.floor[b] = c.foreign, c.foreign
		default:
			t.floor[b] = uint8(max(0, l.Alone(t.class[b])-bonus)) //nolint:gosec // as low as all costs of pairs
			if c.char == 'ţ' {
				t.prior = cedillaBits * unit
			}
		}
	}
}

// rarity is the cost of assuming a language, in bits. It is 0 for the others.
var rarity = map[string]int{
	"sk": 1, "hr": 1, "et": 1, "lv": 1, "lt": 1, "bg": 1, "sr": 1, "fa": 1, "sl": 2, "ca": 2, "sq": 2, "be": 2, "ur": 2, "mk": 3,
	"is": 3, "ga": 3, "gl": 3, "eu": 3, "cy": 3, "mt": 3, "af": 3, "az": 3, "fo": 5, "gd": 5, "eo": 5, "yi": 5,
}

// signs are the kinds of the signs beyond ASCII that are not just signs.
var signs = []struct {
	runes string
	kind  kind
}{
	{"«»", guillemet},
	{"„‚‹¿¡", quoteL},
	{"“‘", quoteB},
	{"”›", quoteR},
	{"’", apostrophe},
	{"–—", dash},
	{"…•·†‡‐―`™®µ", other},
	{"ªºƒ", sign},
	{"\u00a0", space},
	{"\u200c", lower},
}

// kindOf returns the kind of a character beyond ASCII.
func kindOf(r rune) kind {
	if r < 0xA0 || r == unicode.ReplacementChar {
		return wrong
	}
	for _, s := range signs {
		if strings.ContainsRune(s.runes, r) {
			return s.kind
		}
	}
	switch {
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return lower
	}
	return sign
}

// againBits is the cost of a sign that repeats the sign before it, as in a rule.
const againBits = 2

// symbolBits returns the cost of a character beyond ASCII of kind k that is not a letter,
// else 0.
func symbolBits(r rune, k kind) uint8 {
	switch {
	case k == wrong:
		return wrongBits
	case k.isLetter():
		return 0
	case strings.ContainsRune("‘“’”–—«»،؟\u00a0", r):
		return 6
	case strings.ContainsRune("…•·„€£§°½¿¡№®©™µ¢¥ªº؛", r):
		return 8
	case r == '¤':
		return 20
	case r == '¨' || r == '¸' || r == '¬' || r == '¯' || r == '¦':
		return 16
	}
	return 13
}

// foreignBits returns the cost of a letter in a language that does not have it and is, or
// is not, written in Latin letters.
func foreignBits(r rune, latin bool) uint8 {
	switch {
	case !latin && unicode.Is(unicode.Latin, r):
		return 15
	case strings.ContainsRune("ÞþÐð", r):
		return 20
	case strings.ContainsRune("éèáàâäçêëíïñóôöúüåæøÉ", r):
		return 9
	}
	return 13
}
