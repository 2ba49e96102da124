package multibyte

import "unicode/utf8"

func eucKR(src []byte, end bool, _ *byte) (r, mark rune, size int) {
	if r, size, ok := alone(src, end); ok {
		return r, 0, size
	}
	if r = koreanTable.at(src[0], src[1]); r == utf8.RuneError && src[1] < utf8.RuneSelf {
		return r, 0, 1
	}
	return r, 0, 2
}
