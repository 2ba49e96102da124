package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// decoded is the text of a file and what it was decoded from. What could not
// be decoded is U+FFFD in it.
type decoded struct {
	text     string
	encoding string
	doubt    string // a sentence, where the encoding is a guess among equals
}

// decode makes text of data; ok is false where it is none.
func decode(data []byte) (d decoded, ok bool) {
	if d, ok := marked(data); ok {
		return d, true
	}
	zeros := bytes.IndexByte(data, 0) >= 0
	if zeros {
		if d, ok := wide(data); ok {
			return d, true
		}
	}
	if utf8.Valid(data) {
		text := string(data)
		if d, ok := escaped(data, text); ok {
			return d, true
		}
		return decoded{text: text, encoding: "utf-8"}, true
	}
	if zeros && bytes.Count(data, []byte{0})*100 > len(data) {
		return decoded{}, false
	}
	return legacy(data), true
}

// escaped decodes ISO-2022-JP, which is ASCII with escapes.
func escaped(data []byte, text string) (decoded, bool) {
	if bytes.IndexByte(data, 0x1B) < 0 {
		return decoded{}, false
	}
	if !strings.Contains(text, "\x1b$B") && !strings.Contains(text, "\x1b$@") {
		return decoded{}, false
	}
	for _, b := range data {
		if b >= utf8.RuneSelf {
			return decoded{}, false
		}
	}
	out, err := japanese.ISO2022JP.NewDecoder().String(text)
	if err != nil || strings.Count(out, "\uFFFD")*10 > utf8.RuneCountInString(out) {
		return decoded{}, false
	}
	return decoded{text: out, encoding: "iso-2022-jp"}, true
}

// repaired is data as UTF-8, with one U+FFFD for the longest beginning of a
// character that breaks off, or for a byte that begins none.
func repaired(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + 16)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			size = broken(data)
			b.WriteRune(utf8.RuneError)
		} else {
			b.Write(data[:size])
		}
		data = data[size:]
	}
	return b.String()
}

// broken returns how many bytes of data are the beginning of a character that
// breaks off, at least 1.
func broken(data []byte) int {
	for n := min(len(data), utf8.UTFMax-1); n > 1; n-- {
		if !utf8.FullRune(data[:n]) {
			return n
		}
	}
	return 1
}
