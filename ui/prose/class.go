package prose

import (
	"sync"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// class is a line breaking class of UAX #14 for simple text. A character is simple if
// it is a grapheme cluster by itself and has one of these classes. uniseg handles all
// other characters.
type class uint8

const (
	exotic   class = iota // not simple
	space                 // SP
	letter                // AL, and Hangul, which breaks at spaces only
	digit                 // NU
	quote                 // QU
	open                  // OP, narrow
	openEA                // OP, East Asian
	closeP                // CP
	closeL                // CL
	exclaim               // EX
	infix                 // IS
	slash                 // SY
	hyphen                // HY
	after                 // BA
	prefix                // PR
	postfix               // PO
	dash                  // B2
	leader                // IN
	glue                  // GL
	ideo                  // ID
	nonstart              // NS
	classes
	start = classes // the state before the first character; not a class
)

// A trait is the class of a character and, in the higher bits, its width in cells.
type trait uint8

func (t trait) class() class { return class(t & 0x1f) }
func (t trait) cells() int   { return int(t >> 6) }

// traits holds the traits of the Basic Multilingual Plane.
type traits [0x10000]trait

var loadTraits = sync.OnceValue(func() *traits {
	t := new(traits)
	for _, r := range ranges {
		t.set(r.first, r.last, r.class)
	}
	for r, c := range singles() {
		t.set(r, r, c)
	}
	return t
})

// of returns the trait and the size in bytes of the first character of s.
func (t *traits) of(s string) (trait, int) {
	if s[0] < utf8.RuneSelf {
		return t[s[0]], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if r >= rune(len(t)) {
		return trait(exotic), size
	}
	return t[r], size
}

func (t *traits) set(first, last rune, c class) {
	for r := first; r <= last; r++ {
		w := 1
		switch {
		case c == exotic:
			w = 0
		case r >= 0x3000 && r < 0xff61:
			w = 2
		case r >= 0x80:
			s := string(r)
			w = max(ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
		t[r] = trait(c) | trait(w<<6)
	}
}

type classRange struct {
	first, last rune
	class       class
}

// ranges lists the simple characters. A later range overrides an earlier one, and
// singles overrides both.
var ranges = []classRange{
	{'!', '~', letter},
	{'0', '9', digit},
	{0xc0, 0x24f, letter},    // Latin
	{0x391, 0x3a1, letter},   // Greek
	{0x3a3, 0x3ce, letter},   // Greek
	{0x400, 0x482, letter},   // Cyrillic
	{0x48a, 0x52f, letter},   // Cyrillic
	{0x620, 0x64a, letter},   // Arabic
	{0x1e00, 0x1eff, letter}, // Latin
	{0x3041, 0x3096, ideo},   // Hiragana
	{0x30a1, 0x30fa, ideo},   // Katakana
	{0x3131, 0x3163, letter}, // Hangul letters
	{0x3165, 0x318e, letter}, // Hangul letters
	{0x3400, 0x4dbf, ideo},   // Han
	{0x4e00, 0x9fff, ideo},   // Han
	{0xac00, 0xd7a3, letter}, // Hangul
	{0xff10, 0xff19, ideo},   // full-width digits
	{0xff21, 0xff3a, ideo},   // full-width letters
	{0xff41, 0xff5a, ideo},   // full-width letters
}

// singles returns the classes of single simple characters. All white space has the
// class of a space because it is drawn as spaces.
func singles() map[rune]class {
	m := map[rune]class{}
	for c, list := range map[class]string{
		space:    " \t\n",
		quote:    "\"'«»‘’“”‹›",
		open:     "([{",
		openEA:   "「『（【〈《〔｛［",
		closeP:   ")]",
		closeL:   "}」』）】〉》〕｝］、。，．",
		exclaim:  "!?！？",
		infix:    ",.:;",
		slash:    "/",
		hyphen:   "-",
		after:    "|–",
		prefix:   "$+\\£€",
		postfix:  "%°¢",
		dash:     "—",
		leader:   "…‥",
		glue:     "\u00a0",
		nonstart: "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々〻・：；ゝゞヽヾ゠〜",
		letter:   "#&*<=>@^_`~•○●△▲▼",
	} {
		for _, r := range list {
			m[r] = c
		}
	}
	return m
}

// eastAsian reports whether r is Chinese or Japanese: Han, kana or East Asian
// punctuation.
func eastAsian(r rune) bool {
	return r >= 0x3000 && r <= 0x30ff || r >= 0x3400 && r <= 0x4dbf ||
		r >= 0x4e00 && r <= 0x9fff || r >= 0xff01 && r <= 0xff60 || r >= 0x20000 && r <= 0x3ffff
}

// hangul reports whether r is a Korean syllable or letter.
func hangul(r rune) bool {
	return r >= 0xac00 && r <= 0xd7fb || r >= 0x1100 && r <= 0x11ff ||
		r >= 0x3131 && r <= 0x318e || r >= 0xa960 && r <= 0xa97c
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }
