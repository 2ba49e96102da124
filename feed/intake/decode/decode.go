// Package decode turns the bytes of a text file into text.
//
// A byte order mark decides the encoding. Text that is valid UTF-8 is UTF-8. So is
// text that is mostly UTF-8; its broken characters become U+FFFD. UTF-16 and
// UTF-32 without a mark are recognised by the zero bytes of their ASCII
// characters, and ISO-2022-JP by its escapes. Otherwise the lines that are not
// ASCII are read in each of the encodings below, and the encoding with the most
// likely text is chosen. The likelihood of a text depends on how common each
// character is in news in the languages of the encoding, and on the characters
// beside it.
//
//	windows-1252 iso-8859-15 windows-1250 iso-8859-2 windows-1254
//	windows-1251 koi8-u windows-1256 euc-kr gb18030 big5 shift_jis euc-jp
//
// ISO-8859-1 is read as windows-1252, EUC-KR as CP949 and KOI8-R as KOI8-U,
// which contain them. If two encodings are about equally likely and their texts
// differ, the text has a Doubt.
package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// Text is the text of a file.
type Text struct {
	Text     string // with U+FFFD for bytes that could not be decoded
	Encoding string // "utf-8", "euc-kr", …
	Doubt    string // a sentence if another encoding is about as likely, else empty
}

// Bytes decodes data; ok is false if it is not text.
func Bytes(data []byte) (t Text, ok bool) {
	if t, ok := marked(data); ok {
		return t, true
	}
	zeros := bytes.Count(data, []byte{0})
	if zeros > 0 {
		if t, ok := unmarked(data, zeros); ok {
			return t, true
		}
	}
	if utf8.Valid(data) {
		text := string(data)
		if t, ok := escaped(data, text); ok {
			return t, true
		}
		return Text{Text: text, Encoding: "utf-8"}, true
	}
	if zeros*100 > len(data) {
		return Text{}, false
	}
	return legacy(data), true
}

// escaped decodes ISO-2022-JP, which is ASCII with escapes.
func escaped(data []byte, text string) (Text, bool) {
	if bytes.IndexByte(data, 0x1B) < 0 {
		return Text{}, false
	}
	if !strings.Contains(text, "\x1b$B") && !strings.Contains(text, "\x1b$@") || !isASCII(data) {
		return Text{}, false
	}
	out, err := japanese.ISO2022JP.NewDecoder().String(text)
	if err != nil || strings.Count(out, "\uFFFD")*10 > utf8.RuneCountInString(out) {
		return Text{}, false
	}
	return Text{Text: out, Encoding: "iso-2022-jp"}, true
}

func isASCII(text []byte) bool {
	for _, b := range text {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
