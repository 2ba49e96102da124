package intake

import (
	"bytes"

	"dateline/feed/intake/decode"
	"dateline/feed/intake/markup"
)

// opening returns data as the formats see it: without a byte order mark, and only the
// beginning, in UTF-8, if data is UTF-16 or UTF-32.
func opening(data []byte) []byte {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return rest
	}
	if !isWide(data) {
		return data
	}
	if t, ok := decode.Bytes(data[:min(len(data), markup.Opening)]); ok {
		return []byte(t.Text)
	}
	return data
}

// isWide reports whether data begins with the byte order mark of UTF-16 or UTF-32, or
// with two ASCII characters in UTF-16.
func isWide(data []byte) bool {
	if len(data) < 4 {
		return false
	}
	if data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF || data[2] == 0xFE && data[3] == 0xFF {
		return true
	}
	return data[0] == 0 && data[2] == 0 && isText(data[1]) && isText(data[3]) ||
		data[1] == 0 && data[3] == 0 && isText(data[0]) && isText(data[2])
}

func isText(b byte) bool { return b >= ' ' && b < 0x7F || b == '\n' || b == '\r' || b == '\t' }

// startsWith reports whether the first byte of data that is not blank is one of chars.
func startsWith(data []byte, chars string) bool {
	data = bytes.TrimLeft(data, " \t\r\n\f")
	return len(data) > 0 && bytes.IndexByte([]byte(chars), data[0]) >= 0
}

// head returns the beginning of data as text.
func head(data []byte) string { return string(data[:min(len(data), markup.Opening)]) }
