package multibyte

import "unicode/utf8"

// halfwidth is the first katakana of half a width.
const halfwidth = '｡'

func shiftJIS(src []byte, end bool, _ *byte) (r, mark rune, size int) {
	lead := src[0]
	switch {
	case lead <= 0x80:
		return rune(lead), 0, 1
	case lead >= 0xA1 && lead < 0xE0:
		return halfwidth + rune(lead-0xA1), 0, 1
	case lead == 0xA0 || lead >= 0xFD:
		return utf8.RuneError, 0, 1
	case len(src) == 1:
		return cut(end)
	case src[1] < firstTrail || src[1] == 0x7F:
		return utf8.RuneError, 0, 1
	}
	return jisTable.at(lead, src[1]), 0, 2
}

// isEUC reports whether b can be a byte of a pair of EUC-JP.
func isEUC(b byte) bool { return b >= 0xA1 && b <= 0xFE }

func eucJP(src []byte, end bool, _ *byte) (r, mark rune, size int) {
	const halfwidths, third = 0x8E, 0x8F // the byte before katakana of half a width, and before JIS X 0212
	lead := src[0]
	switch {
	case lead < utf8.RuneSelf:
		return rune(lead), 0, 1
	case lead != halfwidths && lead != third && !isEUC(lead):
		return utf8.RuneError, 0, 1
	case len(src) == 1:
		return cut(end)
	case lead == third && len(src) == 2:
		if r, mark, size = cut(end); size > 0 && isEUC(src[1]) && src[1] != 0xFE {
			size = 2
		}
		return r, mark, size
	case !isEUC(src[1]):
		return utf8.RuneError, 0, 1
	case lead == halfwidths && src[1] > 0xDF:
		return utf8.RuneError, 0, 2
	case lead == halfwidths:
		return halfwidth + rune(src[1]-0xA1), 0, 2
	case lead != third:
		return jis0208(lead&0x7F, src[1]&0x7F), 0, 2
	case !isEUC(src[2]):
		return utf8.RuneError, 0, 2
	}
	return jis0212Table.at(src[1], src[2]), 0, 3
}

// The sets of ISO-2022-JP. The first is ASCII.
const (
	katakana = 1 + iota
	kanji
	moreKanji
)

func iso2022JP(src []byte, end bool, set *byte) (r, mark rune, size int) {
	const escape = 0x1B
	c := src[0]
	switch {
	case c >= utf8.RuneSelf:
		return utf8.RuneError, 0, 1
	case c == escape:
		return designate(src, end, set)
	case *set == 0:
		return rune(c), 0, 1
	case *set == katakana && c >= 0x21 && c < 0x60:
		return halfwidth + rune(c-0x21), 0, 1
	case *set == katakana:
		return utf8.RuneError, 0, 1
	case c == '\n':
		*set = 0
		return '\n', 0, 1
	case len(src) == 1:
		return cut(end)
	case c < 0x21 || c > 0x7E || src[1] < 0x21 || src[1] > 0x7E:
		return utf8.RuneError, 0, 2
	case *set == kanji:
		return jis0208(c, src[1]), 0, 2
	}
	return jis0212Table.at(c|0x80, src[1]|0x80), 0, 2
}

// designate reads the escape at the start of src, which says which set is in force.
func designate(src []byte, end bool, set *byte) (r, mark rune, size int) {
	if len(src) < 3 {
		return cut(end)
	}
	switch string(src[1:3]) {
	case "$@", "$B":
		*set = kanji
	case "(B", "(J":
		*set = 0
	case "(I":
		*set = katakana
	case "$(":
		if len(src) == 3 {
			return cut(end)
		}
		if src[3] != 'D' {
			return utf8.RuneError, 0, 1
		}
		*set = moreKanji
		return none, 0, 4
	default:
		return utf8.RuneError, 0, 1
	}
	return none, 0, 3
}
