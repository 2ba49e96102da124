package multibyte

import "unicode/utf8"

func eucKR(src []byte, end bool, _ *byte) (r, mark rune, size int) {
	lead := src[0]
	switch {
	case lead < utf8.RuneSelf:
		return rune(lead), 0, 1
	case lead < firstLead || lead > lastLead:
		return utf8.RuneError, 0, 1
	case len(src) == 1:
		return cut(end)
	}
	if r = koreanTable.at(lead, src[1]); r == utf8.RuneError && src[1] < utf8.RuneSelf {
		return r, 0, 1
	}
	return r, 0, 2
}
