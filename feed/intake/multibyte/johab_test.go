package multibyte

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestJohabIsDecoded(t *testing.T) {
	for data, want := range map[string]string{
		"\x88\x61":         "가",
		"\xd3\xbd":         "힣",
		"\xd3\x65":         "흔",
		"\xd0\x65\x8a\x82": "한국",
		"\x88\x41":         "ㄱ",
		"\x84\x61":         "ㅏ",
		"\x84\x44":         "ㄳ",
		"\x84\x41":         "\u3000",
		"\xd9\x31":         "\u3000",
		"\xe0\x31":         "伽",
		"\xf9\xfe":         "詰",
		"\xe0\x91":         "感",
		"a\x88\x61b":       "a가b",
		"\x88":             "\uFFFD",
		"\x88\x20":         "\uFFFD ",
		"\xd8\x61\xff\x61": "\uFFFDa\uFFFDa",
		"\xdf\x91":         "\uFFFD",
		"\xda\xa1":         "\uFFFD",
	} {
		if got, err := Johab.NewDecoder().String(data); err != nil || got != want {
			t.Errorf("%q: %q, want %q (%v)", data, got, want, err)
		}
	}
}

func TestJohabHasEverySyllable(t *testing.T) {
	seen := map[rune]bool{}
	for lead := 0x80; lead < 0xD8; lead++ {
		for trail := range 256 {
			if r := johabRune(byte(lead), byte(trail)); r != utf8.RuneError {
				if seen[r] && r >= 0xAC00 {
					t.Errorf("%c has two codes", r)
				}
				seen[r] = true
			}
		}
	}
	for r := rune(0xAC00); r <= 0xD7A3; r++ {
		if !seen[r] {
			t.Errorf("%c has no code", r)
		}
	}
}

func TestALongTextInJohabIsDecoded(t *testing.T) {
	out, err := Johab.NewDecoder().String("a" + strings.Repeat("\x88\x61", 5000))
	if err != nil || out != "a"+strings.Repeat("가", 5000) {
		t.Errorf("%d bytes, %v", len(out), err)
	}
}
