package multibyte_test

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"dateline/feed/intake/multibyte"
)

// pairs are the encodings with those of x/text.
var pairs = []struct {
	name string
	ours *multibyte.Encoding
	text encoding.Encoding
}{
	{"EUC-KR", multibyte.EUCKR, korean.EUCKR},
	{"Shift JIS", multibyte.ShiftJIS, japanese.ShiftJIS},
	{"EUC-JP", multibyte.EUCJP, japanese.EUCJP},
	{"ISO-2022-JP", multibyte.ISO2022JP, japanese.ISO2022JP},
	{"GB18030", multibyte.GB18030, simplifiedchinese.GB18030},
	{"GBK", multibyte.GBK, simplifiedchinese.GBK},
	{"HZ", multibyte.HZ, simplifiedchinese.HZGB2312},
	{"Big5", multibyte.Big5, traditionalchinese.Big5},
}

// same reports whether p decodes text as x/text does. Of ISO-2022-JP it compares only texts
// without a mistake: x/text gives characters to bytes that have none.
func same(t *testing.T, i int, text []byte) bool {
	t.Helper()
	p := &pairs[i]
	ours, err := p.ours.NewDecoder().Bytes(text)
	theirs, err2 := p.text.NewDecoder().Bytes(text)
	if p.ours == multibyte.ISO2022JP && bytes.ContainsRune(ours, utf8.RuneError) {
		return true
	}
	if string(ours) != string(theirs) || err != nil || err2 != nil {
		t.Errorf("%s: % x is %q (%v), in x/text %q (%v)", p.name, text, ours, err, theirs, err2)
		return false
	}
	return true
}

func TestPairsAreDecodedAsByXText(t *testing.T) {
	for i, p := range pairs {
		for _, prefix := range []string{"", "\x8F", "~{", "\x1b$B", "\x1b$(D", "\x1b(I"} {
			for first := range 256 {
				for second := range 256 {
					if !same(t, i, append([]byte(prefix), byte(first), byte(second))) {
						t.Fatalf("%s after %q", p.name, prefix)
					}
				}
			}
		}
	}
}

func TestFoursAreDecodedAsByXText(t *testing.T) {
	gb := 4
	for first := 0x81; first < 0xFF; first++ {
		var text []byte
		for second := '0'; second <= '9'; second++ {
			for third := 0x81; third < 0xFF; third++ {
				for fourth := '0'; fourth <= '9'; fourth++ {
					text = append(text, byte(first), byte(second), byte(third), byte(fourth))
				}
			}
		}
		same(t, gb, text)
	}
}

// fragments are pieces of which random texts are made.
var fragments = []string{
	"\x1b$B", "\x1b(B", "\x1b(I", "\x1b$(D", "\x1b", "\x1b$", "~{", "~}", "~~", "~\n", "~", "\n", "a", " ", "\x8e", "\x8f", "\x88\x62", "\x88\xa5",
	"\xb0\xa1", "\x81\x30\x81\x30", "\x95\x32\x82\x36", "\xff", "\x80", "0!", "%\"", "\xc7\x41", "\x81", "\xfe\xfe",
}

func TestTextsAreDecodedAsByXText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var text []byte
		for range r.IntN(12) {
			if r.IntN(3) == 0 {
				text = append(text, byte(r.IntN(256)))
			} else {
				text = append(text, fragments[r.IntN(len(fragments))]...)
			}
		}
		for i := range pairs {
			if !same(t, i, text) {
				return
			}
		}
	}
}

// A text longer than the buffers of the decoder is cut at every place.
func TestALongTextIsDecodedAsByXText(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var text []byte
	for len(text) < 100_000 {
		text = append(text, fragments[r.IntN(len(fragments))]...)
	}
	for i := range pairs {
		same(t, i, text)
	}
}
