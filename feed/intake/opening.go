package intake

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"dateline/feed/intake/decode"
	"dateline/feed/intake/markup"
)

// opening returns data as the formats see it: without a byte order mark, and only the
// beginning, in UTF-8, if data is UTF-16 or UTF-32.
func opening(data []byte) []byte {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return rest
	}
	order, ok := wide(data)
	if !ok {
		return data
	}
	if start := narrowed(data[:min(len(data), 2048)], order); !startsWith(start, "<{[-+") {
		return start
	}
	return narrowed(data[:min(len(data), markup.Opening)], order)
}

// narrowed returns UTF-16 or UTF-32 as UTF-8. Characters beyond the first 65,536 may be
// broken: no format begins with one.
func narrowed(data []byte, order binary.ByteOrder) []byte {
	if data[0] == 0 && data[1] == 0 || data[2] == 0 && data[3] == 0 { // UTF-32
		t, _ := decode.Bytes(data)
		return []byte(t.Text)
	}
	out := make([]byte, 0, len(data))
	for ; len(data) >= 2; data = data[2:] {
		if r := rune(order.Uint16(data)); r != 0xFEFF {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// wide returns the byte order of data if it begins with the byte order mark of UTF-16 or
// UTF-32, or with two ASCII characters in UTF-16.
func wide(data []byte) (order binary.ByteOrder, ok bool) {
	switch {
	case len(data) < 4:
		return nil, false
	case data[0] == 0xFF && data[1] == 0xFE, data[1] == 0 && data[3] == 0 && isText(data[0]) && isText(data[2]):
		return binary.LittleEndian, true
	case data[0] == 0xFE && data[1] == 0xFF, data[2] == 0xFE && data[3] == 0xFF && data[0] == 0 && data[1] == 0,
		data[0] == 0 && data[2] == 0 && isText(data[1]) && isText(data[3]):
		return binary.BigEndian, true
	}
	return nil, false
}

func isText(b byte) bool { return b >= ' ' && b < 0x7F || b == '\n' || b == '\r' || b == '\t' }

// blanks may come before the first byte that tells a format.
const blanks = " \t\r\n\f"

// startsWith reports whether the first byte of data that is not blank is one of chars.
func startsWith(data []byte, chars string) bool {
	data = bytes.TrimLeft(data, blanks)
	return len(data) > 0 && strings.IndexByte(chars, data[0]) >= 0
}

// head returns the beginning of data as text.
func head(data []byte) string { return string(data[:min(len(data), markup.Opening)]) }
