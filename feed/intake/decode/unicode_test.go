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
		if got := string(excerpt(data, size)); got != want {
			t.Errorf("%d bytes: %q, want %q", size, got, want)
		}
	}
	if got := excerpt([]byte(strings.Repeat("\xf6\xe5\xe4\xe9", 25)), 10); len(got) != 80 {
		t.Errorf("a long line gives %d bytes", len(got))
	}
}

func TestUTF16WithoutMarkInEveryScript(t *testing.T) {
	for _, text := range []string{
		"العبارة تستأنف رحلاتها\n", "เรือข้ามฟากกลับมา\n", "नौका सेवा फिर शुरू\n", "Фериботът пак плава\n", "Пором знову ходить\n",
		"המעבורת חזרה לפעול\n", "Το πλοίο επέστρεψε\n", "Prom wznowił kursy\n", "ბორანი კვლავ მუშაობს\n", "படகு சேவை தொடங்கியது\n",
		"ጀልባው እንደገና ሥራ ጀመረ\n", "여객선 운항 재개\n", "渡轮恢复运营\n", "フェリー運航再開\n", "渡輪恢復營運\n", "Phà hoạt động trở lại\n",
		"เรือข้ามฟากกลับมา", "渡轮恢复运营", "여객선운항재개", "フェリー運航再開", "العبارة", // without ASCII
	} {
		for _, big := range []bool{false, true} {
			if d, ok := Bytes([]byte(units16(text, big))); !ok || d.Text != text {
				t.Errorf("%q, big-endian %t: read as %s %q", text, big, d.Encoding, d.Text)
			}
		}
	}
}

func TestOtherBytesAreNotUTF16(t *testing.T) {
	for _, text := range []string{
		"a\tb\tc\td\te\tf\tg\th\t", "\t1\t2\t3\t4\t5\t6\t7\t8", "\n\n\n\n\n\n\n\n", "1\n2\n3\n4\n5\n6\n7\n8\n",
		strings.Repeat("\x1b[1m", 8), "\x01\x02\x03\x04\x05\x06\x07\x08",
	} {
		if d, _ := Bytes([]byte(text)); d.Encoding != "utf-8" {
			t.Errorf("%q is read as %s %q", text, d.Encoding, d.Text)
		}
	}
}

func TestADoubtNamesTheOtherEncoding(t *testing.T) {
	// The bytes of ș and ț in ISO-8859-16 are those of ş and ţ in windows-1250.
	d, _ := Bytes([]byte("Feribotul \xbai-a reluat cursele, a anun\xfeat ministrul."))
	if d.Encoding != "iso-8859-16" || !strings.Contains(d.Text, "și-a") || !strings.Contains(d.Doubt, "windows-1250") {
		t.Errorf("%+v", d)
	}
}

func TestEnglishIsNotCalledAGuess(t *testing.T) {
	for _, text := range []string{
		"Tickets cost \xa312 now.", "It was 31\xb0 in the shade.", "Temperatures hit 90\xb0F on Friday.", "a walk of 2\xbd hours", "It cost 50\xa2 a mile.",
		"Three caf\xe9s were closed.", "The mayor of S\xe3o Paulo said so.", "He flew to \xc5rhus on Friday.", "5 \xd7 4 is what he said it is.",
		"He said\x85 then left.", "\x95 one of them", "Meridian\x99 said on Monday.", "He paid \xa5300 million for it.", "the n. 5\xaa and 1\xba of May",
	} {
		if d, _ := Bytes([]byte(text)); d.Encoding != "windows-1252" || d.Doubt != "" {
			t.Errorf("%q: %s %q", text, d.Encoding, d.Doubt)
		}
	}
}

func TestASampleHasRareBytes(t *testing.T) {
	data := []byte(strings.Repeat("caf\xe9 au lait \xe0 la carte\n", 400) + "plain\nprix\xa0: 2 \xa4 pour tous\n")
	if got := string(excerpt(data, largeSample)); !strings.Contains(got, "\xa4 pour") {
		t.Errorf("%q is not in it", got[len(got)-60:])
	}
	if d, _ := Bytes(data); d.Encoding != "iso-8859-15" || !strings.HasSuffix(d.Text, "2 € pour tous\n") {
		t.Errorf("read as %s, %q", d.Encoding, d.Text[len(d.Text)-30:])
	}
}

func TestASampleHasNoRules(t *testing.T) {
	rule := strings.Repeat("\xc4", 40) + "\n"
	if got := string(excerpt([]byte(rule+"f\x82r\n"+rule), smallSample)); got != "f\x82r\n" {
		t.Errorf("%q", got)
	}
	if got := string(excerpt([]byte("one\n"+rule), smallSample)); got != rule {
		t.Errorf("%q", got)
	}
}
