package decode

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// form is an encoding with units of more than one byte.
type form struct {
	name  string
	mark  string // the byte order mark
	size  int
	order binary.ByteOrder
}

// The UTF-32 forms come first: the mark of UTF-16LE begins that of UTF-32LE.
var forms = []form{
	{"utf-32le", "\xff\xfe\x00\x00", 4, binary.LittleEndian},
	{"utf-32be", "\x00\x00\xfe\xff", 4, binary.BigEndian},
	{"utf-16le", "\xff\xfe", 2, binary.LittleEndian},
	{"utf-16be", "\xfe\xff", 2, binary.BigEndian},
}

// marked decodes data that begins with a byte order mark.
func marked(data []byte) (Text, bool) {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		if utf8.Valid(rest) {
			return Text{Text: string(rest), Encoding: "utf-8"}, true
		}
		return Text{Text: repaired(rest), Encoding: "utf-8"}, true
	}
	for i := range forms {
		f := &forms[i]
		rest, ok := bytes.CutPrefix(data, []byte(f.mark))
		if !ok || f.size == 4 && !f.fits(rest) {
			continue
		}
		return Text{Text: f.text(rest), Encoding: f.name}, true
	}
	return Text{}, false
}

// unmarked decodes data without a byte order mark, if it looks like text in one of
// the forms. It has zero bytes, or its text may have no ASCII characters.
func unmarked(data []byte, zeros int) (Text, bool) {
	best, most := Text{}, 0
	// ASCII with a stray zero byte is also valid UTF-16, with ideographs. A text of
	// real ideographs is hardly ever valid UTF-8, unless most of it is ASCII.
	valid := utf8.Valid(data)
	for i := range forms {
		f := &forms[i]
		if f.size == 4 && (len(data)%4 != 0 || !f.fits(data)) {
			continue
		}
		runes := f.runes(data)
		if valid && zeros < len(runes)/2 && !alphabetical(runes) {
			continue
		}
		if n := likeness(runes); n > most {
			most = n
			best = Text{Text: string(runes), Encoding: f.name}
			if n*2 > len(runes)*3 { // nearly all is ASCII, as in no other form
				break
			}
		}
	}
	return best, most > 0
}

// alphabetical reports whether nearly all runes are of alphabets and syllabaries, the
// highest byte of which is never printable in ASCII.
func alphabetical(runes []rune) bool {
	n := 0
	for _, r := range runes {
		if r < 0x2000 {
			n++
		}
	}
	return n*10 >= len(runes)*9
}

// hasUnits reports whether data looks like UTF-16 without zero bytes: a text of one
// alphabet without spaces, or of usual East Asian characters only.
func hasUnits(data []byte) bool {
	const longest = 1024 // of East Asian text without a space or line end
	if len(data) < 8 || len(data)%2 != 0 {
		return false
	}
	if alternates(data[:min(len(data), 64)]) {
		return true
	}
	return len(data) <= longest && (eastAsian(forms[2].runes(data)) || eastAsian(forms[3].runes(data)))
}

// alternates reports whether nearly every second byte of data is the same control
// character and there are others than tabs and line ends, as in UTF-16.
func alternates(data []byte) bool {
	controls := 0
	var same [2]int
	for i, b := range data {
		if b < ' ' && b == data[i%2] {
			same[i%2]++
		}
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			controls++
		}
	}
	return controls > 0 && max(same[0], same[1])*10 >= len(data)*4
}

// eastAsian reports whether runes are East Asian characters, most of them usual ones.
func eastAsian(runes []rune) bool {
	usual := 0
	for _, r := range runes {
		switch {
		case inHangulMost(r), inHangulMore(r), inKana(r), inKanjiMost(r), inKanjiMore(r),
			inHansMost(r), inHansMore(r), inHantMost(r), inHantMore(r):
			usual++
		case r >= 0x3000 && r < 0x3100, r >= 0x4E00 && r < 0xA000, r >= 0xAC00 && r < 0xD7A4, r >= 0xFF00 && r < 0xFFEF:
		default:
			return false
		}
	}
	return usual*5 >= len(runes)*3
}

// fits reports whether each four bytes of data are a character. It ignores an
// incomplete end.
func (f *form) fits(data []byte) bool {
	for ; len(data) >= 4; data = data[4:] {
		if u := f.order.Uint32(data); u > unicode.MaxRune || u >= 0xD800 && u < 0xE000 {
			return false
		}
	}
	return true
}

// text decodes data as runes does.
func (f *form) text(data []byte) string {
	out := make([]byte, 0, len(data)/f.size+16)
	high := 0 // the index of the byte that is zero in UTF-16 if a character is ASCII
	if f.order == binary.LittleEndian {
		high = 1
	}
	for len(data) > 0 {
		if f.size == 2 && len(data) > 1 && data[high] == 0 && data[1-high] < utf8.RuneSelf {
			out, data = append(out, data[1-high]), data[2:]
			continue
		}
		r, size := f.next(data)
		out, data = utf8.AppendRune(out, r), data[size:]
	}
	return string(out)
}

// runes decodes data; surrogates without a partner and an incomplete end
// become U+FFFD.
func (f *form) runes(data []byte) []rune {
	out := make([]rune, 0, len(data)/f.size+1)
	for len(data) > 0 {
		r, size := f.next(data)
		out, data = append(out, r), data[size:]
	}
	return out
}

// next returns the first character of data, which is not empty, and its length.
func (f *form) next(data []byte) (r rune, size int) {
	switch {
	case len(data) < f.size:
		return utf8.RuneError, len(data)
	case f.size == 4:
		return rune(f.order.Uint32(data)), 4
	}
	r = rune(f.order.Uint16(data))
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(data) >= 4 {
		if pair := utf16.DecodeRune(r, rune(f.order.Uint16(data[2:]))); pair != utf8.RuneError {
			return pair, 4
		}
	}
	return utf8.RuneError, 2
}

// likeness returns how much runes look like text, 0 or less if they do not.
func likeness(runes []rune) int {
	good, bad := 0, 0
	block := rune(0) // of the last letter that is not ASCII
	for _, r := range runes {
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r':
			good += 3
		case r >= ' ' && r < 0x7F:
			good += 2
		case r < 0xA0:
			bad += 4
		case r < 0x0600, r >= 0x3000 && r < 0x3100, r >= 0x4E00 && r < 0xA000, r >= 0xAC00 && r < 0xD7A4:
			good++
		case r == utf8.RuneError, !unicode.IsGraphic(r):
			bad += 4
		case r>>9 == block && r < 0x2000:
			good++
		case !unicode.In(r, unicode.Arabic, unicode.Devanagari, unicode.Thai, unicode.Han, unicode.Common):
			bad++
		}
		if r >= 0xA0 {
			block = r >> 9
		}
	}
	if bad*5 > good {
		return 0
	}
	return good - bad
}
