package multibyte

import (
	"cmp"
	"unicode/utf8"
)

func gbk(src []byte, end bool, _ *byte) (r, mark rune, size int) {
	if src[0] == 0x80 { // in code page 936
		return '€', 0, 1
	}
	if r, size, ok := alone(src, end); ok {
		return r, 0, size
	}
	if src[1] < firstTrail || src[1] == 0x7F || src[1] > lastTrail {
		return utf8.RuneError, 0, 1
	}
	return gbTable.at(src[0], src[1]), 0, 2
}

// firstPlane is the number of characters of four bytes before those of the other planes, which
// begin at otherPlanes.
const firstPlane, otherPlanes = 39420, 189000

func gb18030(src []byte, end bool, set *byte) (r, mark rune, size int) {
	if len(src) == 1 || src[0] < firstLead || src[0] > lastLead || src[1] < '0' || src[1] >= firstTrail {
		return gbk(src, end, set)
	}
	switch {
	case len(src) < 4:
		return cut(end)
	case src[2] < firstLead || src[2] > lastLead || src[3] < '0' || src[3] > '9':
		return utf8.RuneError, 0, 1
	}
	n := ((int(src[0]-firstLead)*10+int(src[1]-'0'))*126+int(src[2]-firstLead))*10 + int(src[3]-'0')
	switch {
	case n < firstPlane:
		return cmp.Or(gb4Table()[n], utf8.RuneError), 0, 4
	case n >= otherPlanes && n < otherPlanes+0x100000:
		return rune(n - otherPlanes + 0x10000), 0, 4
	}
	return utf8.RuneError, 0, 1
}

// hz reads ASCII, or after "~{" pairs of GB 2312, until "~}".
func hz(src []byte, end bool, set *byte) (r, mark rune, size int) {
	const chinese = 1
	c := src[0]
	switch {
	case c >= utf8.RuneSelf:
		return utf8.RuneError, 0, 1
	case c != '~' && *set != chinese:
		return rune(c), 0, 1
	case len(src) == 1:
		return cut(end)
	case c != '~':
		r, size = utf8.RuneError, 2
		if c >= 0x21 && c < 0x7E && src[1] >= 0x21 && src[1] < 0x7F {
			r = gbTable.at(c|0x80, src[1]|0x80)
		}
		if r == utf8.RuneError && src[1] > utf8.RuneSelf {
			size = 1
		}
		return r, 0, size
	}
	switch src[1] {
	case '{':
		*set = chinese
		return none, 0, 2
	case '}':
		*set = 0
		return none, 0, 2
	case '\n':
		return none, 0, 2
	case '~':
		return '~', 0, 2
	}
	return utf8.RuneError, 0, 2
}

func big5(src []byte, end bool, _ *byte) (r, mark rune, size int) {
	const macron, caron = '\u0304', '\u030C'
	if r, size, ok := alone(src, end); ok {
		return r, 0, size
	}
	lead := src[0]
	if src[1] < firstTrail {
		return utf8.RuneError, 0, 1
	}
	switch int(lead)<<8 | int(src[1]) { // pairs of two characters
	case 0x8862:
		return 'Ê', macron, 2
	case 0x8864:
		return 'Ê', caron, 2
	case 0x88A3:
		return 'ê', macron, 2
	case 0x88A5:
		return 'ê', caron, 2
	}
	return big5Table.at(lead, src[1]), 0, 2
}
