package clean

import "unicode"

// takes reports whether the joiner or selector r has a use between prev and
// next; 0 stands for no character.
func takes(prev, r, next rune) bool {
	switch {
	case prev == 0 || prev == '\n' || prev == '\t' || prev == ' ':
		return false
	case r == zwj && pictograph(next):
		return pictograph(prev) || prev == emojiStyle
	case r == zwj || r == zwnj:
		return shaped(prev) && shaped(next)
	case r == mvs:
		return mongolian(prev) && mongolian(next)
	}
	return varies(prev, r, next)
}

// varies reports whether prev has variants that the selector r chooses from.
func varies(prev, r, next rune) bool {
	switch {
	case r == textStyle || r == emojiStyle:
		if prev == '#' || prev == '*' || prev >= '0' && prev <= '9' {
			return r == emojiStyle && next == keycap
		}
		return pictograph(prev)
	case r >= 0xFE00 && r <= 0xFE02:
		return unicode.Is(unicode.Han, prev) || prev >= 0x2200 && prev < 0x2B00 ||
			prev >= 0x1000 && prev < 0x10A0 || prev >= 0xA840 && prev < 0xA880 ||
			prev == '\u3001' || prev == '\u3002' || prev >= 0xFF01 && prev < 0xFF20
	case r >= 0xE0100:
		return unicode.Is(unicode.Han, prev)
	case r >= 0x180B && r <= 0x180F:
		return mongolian(prev)
	}
	return false
}

// pictograph reports whether r is shown as an emoji, or can be.
func pictograph(r rune) bool {
	switch {
	case r < 0x2190:
		return r == 0xA9 || r == 0xAE || r == 0x203C || r == 0x2049 || r == 0x2122 || r == 0x2139
	case r < 0x2600:
		return r <= 0x21AA || r >= 0x231A && r <= 0x23FF || r == 0x24C2 || r >= 0x25AA && r <= 0x25FE && r != circle
	case r < 0x3000:
		return r <= 0x27BF || r == 0x2934 || r == 0x2935 || r >= 0x2B05 && r <= 0x2B55
	case r < 0x1F000:
		return r == 0x3030 || r == 0x303D || r == 0x3297 || r == 0x3299
	}
	return r <= 0x1FAFF && (r < 0x1F1E6 || r > 0x1F1FF)
}

// shaping holds the scripts whose letters join or stack, where a joiner or
// non-joiner changes what is seen.
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

// shaped reports whether r belongs to a script that joins or stacks letters,
// or is a vowel mark of one.
func shaped(r rune) bool {
	switch {
	case r < 0x0600:
		return false
	case r >= 0x064B && r <= 0x0655, r == 0x0670: // shared by all that is written with Arabic letters
		return true
	}
	return unicode.In(r, shaping...)
}

func mongolian(r rune) bool {
	return r >= 0x1820 && r < 0x18B0 || r >= 0x180B && r <= 0x180F
}
