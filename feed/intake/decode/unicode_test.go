package decode

import (
	"strings"
	"testing"
	"unicode/utf16"

	"dateline/feed/intake/intaketest"
)

// units16 encodes text in UTF-16, in big-endian order if big is true.
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

// units32 encodes text in UTF-32, in big-endian order if big is true.
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

func TestEdgeCasesOfUnicode(t *testing.T) {
	for _, c := range []struct{ name, data, encoding, text string }{
		{"a mark alone", "\xff\xfe", "utf-16le", ""},
		{"an odd byte", "\xfe\xff\x00a\x00", "utf-16be", "a\uFFFD"},
		{"a lone high surrogate", "\xff\xfe\x3d\xd8a\x00", "utf-16le", "\uFFFDa"},
		{"a surrogate at the end", "\xff\xfea\x00\x3d\xd8", "utf-16le", "a\uFFFD"},
		{"a pair of surrogates", "\xff\xfe\x3d\xd8\x00\xde!\x00", "utf-16le", "😀!"},
		{"the mark of UTF-32 before UTF-16", "\xff\xfe\x00\x00a\x00b\x00", "utf-16le", "\x00ab"},
		{"a surrogate in UTF-32", "\xff\xfe\x00\x00\x00\xd8\x00\x00", "utf-16le", "\x00\uFFFD\x00"},
		{"the highest character", "\xff\xfe\x00\x00\xff\xff\x10\x00", "utf-32le", "\U0010FFFF"},
		{"one above it", "\x00\x00\xfe\xff\x00\x11\x00\x00a", "utf-16be", ""},
		{"around the surrogates", "\x00\x00\xfe\xff\x00\x00\xd7\xff\x00\x00\xe0\x00", "utf-32be", "\uD7FF\uE000"},
		{"an incomplete character", "\x00\x00\xfe\xff\x00\x00\x00a\x00", "utf-32be", "a\uFFFD"},
		{"escapes in old JIS", "\x1b$@%U%'\x1b(B", "iso-2022-jp", "フェ"},
		{"escapes in UTF-8", "\x1b$B%U%'\x1b(Bé", "utf-8", "\x1b$B%U%'\x1b(Bé"},
		{"other escapes", "\x1b[1mbold", "utf-8", "\x1b[1mbold"},
		{"a few zero bytes in ASCII", strings.Repeat("news of the day ", 9) + "\x00\x00", "utf-8", strings.Repeat("news of the day ", 9) + "\x00\x00"},
	} {
		d, ok := Bytes([]byte(c.data))
		if c.name == "one above it" {
			if d.Encoding == "utf-32be" {
				t.Errorf("%s: %q", c.name, d.Text)
			}
			continue
		}
		if !ok || d.Encoding != c.encoding || d.Text != c.text {
			t.Errorf("%s: %s %q, %t", c.name, d.Encoding, d.Text, ok)
		}
	}
}

func TestAFileWithZeroBytesIsNotText(t *testing.T) {
	for zeros, want := range map[int]bool{1: true, 2: false} {
		data := []byte(strings.Repeat("caf\xe9 au lait ", 15)[:150])
		for i := range zeros {
			data[40*i+20] = 0
		}
		if d, ok := Bytes(data); ok != want {
			t.Errorf("%d zero bytes in 150: %t as %s", zeros, ok, d.Encoding)
		}
	}
}

func TestTwoLikelyEncodingsAreADoubt(t *testing.T) {
	if d, _ := Bytes([]byte("\xa4 1")); !strings.Contains(d.Doubt, "read as "+d.Encoding+", but ") || !strings.HasSuffix(d.Doubt, " is about as likely.") {
		t.Errorf("%+v", d)
	}
	if d, _ := Bytes([]byte("Les caf\xe9s sont ferm\xe9s.")); d.Doubt != "" || d.Encoding != "windows-1252" {
		t.Errorf("%+v", d)
	}
}

func TestASampleHasTheLinesThatAreNotASCII(t *testing.T) {
	data := []byte("one\ntw\xf6\nthree\nf\xf6ur\nf\xefve\n")
	for size, want := range map[int]string{1: "tw\xf6\n", 4: "tw\xf6\n", 5: "tw\xf6\nf\xf6ur\n", 100: "tw\xf6\nf\xf6ur\nf\xefve\n"} {
		if got := string(sample(data, size)); got != want {
			t.Errorf("%d bytes: %q, want %q", size, got, want)
		}
	}
	if got := sample([]byte(strings.Repeat("\xf6", 100)), 10); len(got) != 80 {
		t.Errorf("a long line gives %d bytes", len(got))
	}
}
