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
	for _, f := range forms {
		rest, ok := bytes.CutPrefix(data, []byte(f.mark))
		if !ok || f.size == 4 && !f.fits(rest) {
			continue
		}
		return Text{Text: string(f.runes(rest)), Encoding: f.name}, true
	}
	return Text{}, false
}

// unmarked decodes data that has zero bytes but no byte order mark, if it looks
// like text in one of the forms.
func unmarked(data []byte, zeros int) (Text, bool) {
	best, most := Text{}, 0
	// ASCII with a stray zero byte is also valid UTF-16, with ideographs. A text of
	// real ideographs is hardly ever valid UTF-8, unless most of it is ASCII.
	valid := utf8.Valid(data)
	for _, f := range forms {
		if f.size == 4 && (len(data)%4 != 0 || !f.fits(data)) {
			continue
		}
		runes := f.runes(data)
		if valid && zeros < len(runes)/2 {
			continue
		}
		if n := likeness(runes); n > most {
			most = n
			best = Text{Text: string(runes), Encoding: f.name}
		}
	}
	return best, most > 0
}

// fits reports whether each four bytes of data are a character. It ignores an
// incomplete end.
func (f form) fits(data []byte) bool {
	for ; len(data) >= 4; data = data[4:] {
		if u := f.order.Uint32(data); u > unicode.MaxRune || u >= 0xD800 && u < 0xE000 {
			return false
		}
	}
	return true
}

// runes decodes data; surrogates without a partner and an incomplete end
// become U+FFFD.
func (f form) runes(data []byte) []rune {
	out := make([]rune, 0, len(data)/f.size+1)
	for ; len(data) >= f.size; data = data[f.size:] {
		if f.size == 4 {
			out = append(out, rune(f.order.Uint32(data)))
			continue
		}
		r := rune(f.order.Uint16(data))
		if utf16.IsSurrogate(r) {
			pair := rune(utf8.RuneError)
			if len(data) >= 4 {
				pair = utf16.DecodeRune(r, rune(f.order.Uint16(data[2:])))
			}
			if r = pair; pair != utf8.RuneError {
				data = data[2:]
			}
		}
		out = append(out, r)
	}
	if len(data) > 0 {
		out = append(out, utf8.RuneError)
	}
	return out
}

// likeness returns how much runes look like text, 0 or less if they do not.
func likeness(runes []rune) int {
	good, bad := 0, 0
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
		case !unicode.In(r, unicode.Arabic, unicode.Devanagari, unicode.Thai, unicode.Han, unicode.Common):
			bad++
		}
	}
	if bad*5 > good {
		return 0
	}
	return good - bad
}
