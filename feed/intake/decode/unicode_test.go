package decode

import (
	"strings"
	"testing"
	"unicode/utf16"

	"dateline/feed/intake/intaketest"
)

// units16 encodes text in UTF-16; big tells the order of bytes.
func units16(text string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func units32(text string, big bool) string {
	var b strings.Builder
	for _, r := range text {
		if big {
			b.Write([]byte{0, byte(r >> 16), byte(r >> 8), byte(r)})
		} else {
			b.Write([]byte{byte(r), byte(r >> 8), byte(r >> 16), 0})
		}
	}
	return b.String()
}

func TestUnicodeIsReadWithAndWithoutMark(t *testing.T) {
	for language, lines := range intaketest.News() {
		text := strings.Join(lines, "\n") + "\n😀 12\n"
		for _, c := range []struct{ name, data string }{
			{"utf-8", text},
			{"utf-8", "\xef\xbb\xbf" + text},
			{"utf-16le", units16(text, false)},
			{"utf-16le", "\xff\xfe" + units16(text, false)},
			{"utf-16be", units16(text, true)},
			{"utf-16be", "\xfe\xff" + units16(text, true)},
			{"utf-32le", units32(text, false)},
			{"utf-32le", "\xff\xfe\x00\x00" + units32(text, false)},
			{"utf-32be", units32(text, true)},
			{"utf-32be", "\x00\x00\xfe\xff" + units32(text, true)},
		} {
			if d, ok := Bytes([]byte(c.data)); !ok || d.Text != text || d.Encoding != c.name {
				t.Errorf("%s in %s: read as %s: %.30q", language, c.name, d.Encoding, d.Text)
			}
		}
	}
}

func TestBrokenUTF8StaysUTF8(t *testing.T) {
	for data, want := range map[string]string{
		"여객선 운항\n북항 여\xff객선이 떠났다.\n":                      "여객선 운항\n북항 여\uFFFD객선이 떠났다.\n",
		"여객선 운항 재개\n북항 여객선이 다시 떠났다\xed\x95":               "여객선 운항 재개\n북항 여객선이 다시 떠났다\uFFFD",
		"여객선 운항 재개\n북항 여객선이\xed\x95 다시 떠났다":               "여객선 운항 재개\n북항 여객선이\uFFFD 다시 떠났다",
		"\xef\xbb\xbfCafé d\xe9jà":                        "Café d\uFFFDjà",
		"Les cafés déjà fermés où l’été\nde trop\x92 dit": "Les cafés déjà fermés où l’été\nde trop\uFFFD dit",
	} {
		if d, ok := Bytes([]byte(data)); !ok || d.Text != want || d.Encoding != "utf-8" || d.Doubt != "" {
			t.Errorf("%q is read as %s: %q %q", data, d.Encoding, d.Text, d.Doubt)
		}
	}
}
