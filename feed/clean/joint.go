package clean

import (
	"strings"
	"unicode"
)

// takes reports whether the joiner or selector r matters between prev and next; 0 means
// no character.
func takes(prev, r, next rune) bool {
	switch {
	case prev == 0 || prev == '\n' || prev == '\t' || prev == ' ':
		return false
	case r == zwj && pictograph(next):
		return pictograph(prev) || prev == emojiStyle
	case r == zwj || r == zwnj:
		return shaped(prev) && shaped(next)
	case r == Break:
		return spaceless(prev) && spaceless(next) && unicode.IsLetter(next)
	case r == mvs:
		return mongolian(prev) && mongolian(next)
	}
	return varies(prev, r, next)
}

// varies reports whether prev has a variant that r selects.
func varies(prev, r, next rune) bool {
	switch {
	case r == textStyle || r == emojiStyle:
		if prev == '#' || prev == '*' || prev >= '0' && prev <= '9' {
			return r == emojiStyle && next == keycap
		}
		return pictograph(prev)
	case r >= 0xFE00 && r <= 0xFE02:
		return unicode.In(prev, unicode.Han, standardized)
	case r >= 0xE0100:
		return unicode.Is(unicode.Han, prev)
	case r >= 0x180B && r <= 0x180F:
		return mongolian(prev)
	}
	return false
}

// standardized holds the blocks, apart from Han, that have variants of the first
// three selectors: Burmese, mathematics, Phags-pa, full-width punctuation.
var standardized = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x1000, Hi: 0x109F, Stride: 1}, {Lo: 0x2200, Hi: 0x2AFF, Stride: 1}, {Lo: 0x3001, Hi: 0x3002, Stride: 1},
	{Lo: 0xA840, Hi: 0xA87F, Stride: 1}, {Lo: 0xFF01, Hi: 0xFF1F, Stride: 1},
}}

// pictographs holds the characters that are or can be emoji. It does not have
// regional indicators, which are never joined.
var pictographs = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00A9, Hi: 0x00AE, Stride: 5}, {Lo: 0x203C, Hi: 0x2049, Stride: 13}, {Lo: 0x2122, Hi: 0x2139, Stride: 23},
		{Lo: 0x2190, Hi: 0x21AA, Stride: 1}, {Lo: 0x231A, Hi: 0x23FF, Stride: 1}, {Lo: 0x24C2, Hi: 0x24C2, Stride: 1},
		{Lo: 0x25AA, Hi: 0x25C0, Stride: 1}, {Lo: 0x25FB, Hi: 0x27BF, Stride: 1}, {Lo: 0x2934, Hi: 0x2935, Stride: 1},
		{Lo: 0x2B05, Hi: 0x2B55, Stride: 1}, {Lo: 0x3030, Hi: 0x303D, Stride: 13}, {Lo: 0x3297, Hi: 0x3299, Stride: 2},
	},
	R32:         []unicode.Range32{{Lo: 0x1F000, Hi: 0x1F1E5, Stride: 1}, {Lo: 0x1F200, Hi: 0x1FAFF, Stride: 1}},
	LatinOffset: 1,
}

func pictograph(r rune) bool { return unicode.Is(pictographs, r) }

// shaping holds the scripts whose letters join or stack, so that joiners change their look.
var shaping = []*unicode.RangeTable{
	unicode.Arabic, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
	unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Myanmar, unicode.Khmer, unicode.Tibetan, unicode.Mongolian, unicode.Syriac, unicode.Nko,
	unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya, unicode.Phags_Pa, unicode.Tai_Tham,
	unicode.Balinese, unicode.Javanese, unicode.Sundanese, unicode.Brahmi, unicode.Kaithi,
	unicode.Chakma, unicode.Sharada, unicode.Khojki, unicode.Grantha, unicode.Newa, unicode.Tirhuta,
	unicode.Siddham, unicode.Modi, unicode.Takri, unicode.Meetei_Mayek, unicode.Saurashtra,
	unicode.Limbu, unicode.Buginese, unicode.Syloti_Nagri,
}

// shaped reports whether r is a letter or vowel mark of a script whose letters join
// or stack.
func shaped(r rune) bool {
	switch {
	case r < 0x0600:
		return false
	case r >= 0x064B && r <= 0x0655, r == 0x0670: // shared by the languages in Arabic letters
		return true
	}
	return unicode.In(r, shaping...)
}

func mongolian(r rune) bool {
	return r >= 0x1820 && r < 0x18B0 || r >= 0x180B && r <= 0x180F
}

// Break is the zero-width space. In scripts without spaces between words it separates
// words. It shows nothing, but terminals differ, so code that draws text leaves it out.
const Break = '\u200B'

// unspaced holds the scripts whose lines break between words that no space separates.
var unspaced = []*unicode.RangeTable{
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet,
}

// spaceless reports whether r is of a script in which a Break separates words.
func spaceless(r rune) bool { return r >= 0x0E01 && unicode.In(r, unspaced...) }

// IsSpaceless reports whether text has a character of a script in which a Break
// separates words.
func IsSpaceless(text string) bool { return strings.ContainsFunc(text, spaceless) }
