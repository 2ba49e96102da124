package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/intake/multibyte"
)

// escaped decodes encodings that are ASCII with escapes: ISO-2022-JP, -KR and -CN,
// and HZ. The text is data as a string.
func escaped(data []byte, text string) (Text, bool) {
	hasEscape, hasTilde := bytes.IndexByte(data, 0x1B) >= 0, bytes.Contains(data, []byte("~{"))
	if !hasEscape && !hasTilde || firstHigh(data) < len(data) {
		return Text{}, false
	}
	for _, s := range shifts {
		if hasEscape && strings.Contains(text, s.designation) {
			return s.decode(data)
		}
	}
	if hasTilde && !hasEscape {
		return hz(text)
	}
	if !strings.Contains(text, "\x1b$B") && !strings.Contains(text, "\x1b$@") {
		return Text{}, false
	}
	out, err := multibyte.ISO2022JP.NewDecoder().String(text)
	if err != nil || strings.Count(out, "\uFFFD")*10 > utf8.RuneCountInString(out) {
		return Text{}, false
	}
	return Text{Text: out, Encoding: "iso-2022-jp"}, true
}

// shift is an encoding with a second set of characters, which SO and SI turn on and
// off. Its bytes without their highest bit are the characters.
type shift struct {
	name        string
	designation string // the escape that says which set it is
	set         *multibyte.Encoding
}

var shifts = []shift{
	{"iso-2022-kr", "\x1b$)C", multibyte.EUCKR},
	{"iso-2022-cn", "\x1b$)A", multibyte.GBK},
}

func (s *shift) decode(data []byte) (Text, bool) {
	const shiftOut, shiftIn = 0x0E, 0x0F
	data = bytes.ReplaceAll(data, []byte(s.designation), nil)
	out, on, some := make([]byte, 0, len(data)), false, false
	for _, b := range data {
		switch {
		case b == shiftOut, b == shiftIn:
			on = b == shiftOut
			continue
		case b == '\n':
			on = false
		case on && b > ' ' && b < 0x7F:
			b |= 0x80
			some = true
		}
		out = append(out, b)
	}
	decoded, err := s.set.NewDecoder().Bytes(out)
	if !some || err != nil || bytes.Count(decoded, []byte("\uFFFD"))*10 > utf8.RuneCount(decoded) {
		return Text{}, false
	}
	return Text{Text: string(decoded), Encoding: s.name}, true
}

// hz decodes HZ-GB2312, which has Chinese between "~{" and "~}".
func hz(text string) (Text, bool) {
	if !hasHZ(text) {
		return Text{}, false
	}
	out, err := multibyte.HZ.NewDecoder().String(text)
	if err != nil || strings.Contains(out, "\uFFFD") {
		return Text{}, false
	}
	chinese, usual := 0, 0
	for _, r := range out {
		if r < utf8.RuneSelf {
			continue
		}
		if chinese++; inHansMost(r) || inHansMore(r) || !unicode.Is(unicode.Han, r) {
			usual++
		}
	}
	if usual*2 < chinese {
		return Text{}, false
	}
	return Text{Text: out, Encoding: "hz-gb-2312"}, true
}

// hasHZ reports whether all parts of text from "~{" to "~}" or the end are pairs of
// bytes of GB 2312.
func hasHZ(text string) bool {
	for {
		_, rest, found := strings.Cut(text, "~{")
		if !found {
			return true
		}
		part, after, _ := strings.Cut(rest, "~}")
		part = lineEnds.Replace(part)
		if len(part) == 0 || len(part)%2 != 0 {
			return false
		}
		for i := 0; i < len(part); i += 2 {
			if part[i] < 0x21 || part[i] > 0x77 || part[i+1] < 0x21 || part[i+1] > 0x7E {
				return false
			}
		}
		text = after
	}
}

var lineEnds = strings.NewReplacer("\r", "", "\n", "")
