// Package decode turns the bytes of a text file into text.
//
// A byte order mark decides the encoding. Text that is valid UTF-8 is UTF-8. So is
// text that is mostly UTF-8; its broken characters become U+FFFD. UTF-16 and
// UTF-32 without a mark are recognised by the zero bytes of their ASCII characters
// and by letters that are all of one script; ISO-2022-JP, -KR and -CN and HZ by their
// escapes; EBCDIC by its spaces. Otherwise some lines that are not ASCII are read in
// each of the encodings in encodings.go, and the encoding with the most likely text
// is chosen:
//
//	windows-1250 to -1258, windows-874
//	iso-8859-2 to -7, -10, -13, -14, -15, -16
//	koi8-u cp437 cp850 cp852 cp855 cp858 cp860 cp862 cp863 cp865 cp866
//	macintosh mac-cyrillic
//	euc-kr johab gb18030 big5 shift_jis euc-jp
//
// The likelihood of a text in an encoding of one byte a character depends on how
// common each pair of letters is in the languages of the encoding (package pairs),
// on signs and on capital letters; in the East Asian encodings on how common each
// character is in news.
//
// Encodings are read as others that contain them: ISO-8859-1 as windows-1252, -8 as
// windows-1255, -9 as windows-1254 and -11 as windows-874, KOI8-R as KOI8-U, EUC-KR
// as CP949. Romanian is read with commas, as in ISO-8859-16, where its bytes also fit
// an encoding with cedillas. If two encodings are about equally likely and their
// texts differ, the text has a Doubt.
package decode

import (
	"bytes"
	"unicode/utf8"
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
	if zeros > 0 || hasUnits(data) {
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
	if t, ok := ebcdic(data); ok {
		return t, true
	}
	return legacy(data), true
}
