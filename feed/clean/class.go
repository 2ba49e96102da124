package clean

import "unicode"

// class is how a character is cleaned.
type class uint8

const (
	visible    class = iota // stays
	mark                    // combining: stays on a base, bounded
	joiner                  // ZWJ, ZWNJ and the like: stays between letters that it shapes or separates
	selector                // variation selector: stays after a base that has variants
	lineEnd                 // becomes a newline
	blank                   // shows nothing but takes room: becomes a space
	bad                     // becomes U+FFFD
	introducer              // begins an escape sequence
	tag                     // spells a flag, or hides text
	flag                    // the black flag, which tags may follow
	gone                    // shows nothing and is removed
)

const (
	zwnj       = '\u200C'
	zwj        = '\u200D'
	mvs        = '\u180E' // Mongolian vowel separator
	textStyle  = '\uFE0E'
	emojiStyle = '\uFE0F'
	keycap     = '\u20E3'
	flagBase   = '\U0001F3F4'
)

// flags are the flags spelled with tags that are in use.
var flags = [...]string{
	"\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
	"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
	"\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",
}

// classOf returns the class of r.
func classOf(r rune) class {
	switch {
	case r < 0xA0:
		return control(r)
	case r >= 0x0300 && r < 0x0370:
		if r == 0x034F {
			return gone
		}
		return mark
	case r >= 0xE0000:
		return beyond(r)
	case r >= 0x10000:
		return supplementary(r)
	case r >= 0xFDD0:
		return presentation(r)
	case r >= 0x2000 && r < 0x2070:
		return punctuation(r)
	}
	switch r {
	case 0x00AD, 0x115F, 0x1160, 0x17B4, 0x17B5:
		return gone
	case 0x180B, 0x180C, 0x180D, 0x180F:
		return selector
	case mvs:
		return joiner
	case 0x3164:
		return blank
	}
	return general(r)
}

// general returns the class of r by its category.
func general(r rune) class {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc):
		return mark
	case unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) && r != 0x070F:
		return gone
	}
	return visible
}

// control returns the class of ASCII and C1 controls.
func control(r rune) class {
	switch r {
	case '\n', '\t':
		return visible
	case '\r', '\v', '\f', 0x85:
		return lineEnd
	case 0x1B, dcs, sos, csi, osc, pm, apc:
		return introducer
	}
	if r < ' ' || r >= 0x7F {
		return gone
	}
	return visible
}

// punctuation returns the class of U+2000 to U+206F.
func punctuation(r rune) class {
	switch {
	case r == zwnj, r == zwj, r == Break:
		return joiner
	case r == 0x2028, r == 0x2029:
		return lineEnd
	case r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060:
		return gone
	}
	return visible
}

// presentation returns the class of U+FDD0 to U+FFFF.
func presentation(r rune) class {
	switch {
	case r <= 0xFDEF, r >= 0xFFFE:
		return bad
	case r >= 0xFE00 && r <= 0xFE0F:
		return selector
	case r == 0xFEFF, r >= 0xFFF0 && r <= 0xFFFB:
		return gone
	case r == 0xFFA0:
		return blank
	}
	return general(r)
}

// supplementary returns the class of U+10000 to U+DFFFF.
func supplementary(r rune) class {
	switch {
	case r&0xFFFE == 0xFFFE:
		return bad
	case r == flagBase:
		return flag
	case r >= 0x1F000 && r < 0x20000:
		return visible
	}
	return general(r)
}

// beyond returns the class of U+E0000 and above.
func beyond(r rune) class {
	switch {
	case r&0xFFFE == 0xFFFE:
		return bad
	case r >= 0xE0100 && r <= 0xE01EF:
		return selector
	case r < 0xE0080:
		return tag
	case r < 0xE1000:
		return gone
	}
	return visible
}
