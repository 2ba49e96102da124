package decode

import (
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

func TestEscapesAreDecoded(t *testing.T) {
	for _, c := range []struct{ name, data, encoding, text string }{
		{"Korean", "\x1b$)C\x0e?)<1\x0f (\x0e:OGW\x0f) ferry\n", "iso-2022-kr", "여선 (북항) ferry\n"},
		{"Korean to the end of a line", "\x1b$)C\x0e?)<1\nferry 1\n", "iso-2022-kr", "여선\nferry 1\n"},
		{"Korean without a shift", "\x1b$)Cferry", "utf-8", "\x1b$)Cferry"},
		{"Chinese with shifts", "\x1b$)A\x0e6I4,\x0f ferry", "iso-2022-cn", "渡船 ferry"},
		{"HZ", "~{6I4,~} ferry ~~\n", "hz-gb-2312", "渡船 ferry ~\n"},
		{"HZ without an end", "~{6I4,\nferry\n", "utf-8", "~{6I4,\nferry\n"},
		{"an odd byte", "if x ~{abc~} y", "utf-8", "if x ~{abc~} y"},
		{"nothing between", "~{~}", "utf-8", "~{~}"},
		{"rare characters", "~{zzzyzx~} and ~{xyxx~}", "utf-8", "~{zzzyzx~} and ~{xyxx~}"},
		{"text that is not ASCII", "~{6I4,~} é", "utf-8", "~{6I4,~} é"},
	} {
		if d, ok := Bytes([]byte(c.data)); !ok || d.Encoding != c.encoding || d.Text != c.text {
			t.Errorf("%s: %s %q, want %s %q", c.name, d.Encoding, d.Text, c.encoding, c.text)
		}
	}
}

func TestEBCDICIsRecognised(t *testing.T) {
	text := strings.Repeat("THE FERRY sailed again on Oct. 3, at noon\n", 2)
	data, _ := intaketest.Encode(t, "cp1140", text)
	if d, ok := Bytes(data); !ok || d.Encoding != "cp1140" || d.Text != text {
		t.Errorf("%s %q", d.Encoding, d.Text)
	}
	for _, text := range []string{"a@b.example, c@d.example @ @ @ @ @ \xe9\n", strings.Repeat("@\xc1\xc2 ", 20), strings.Repeat("@\x01\x02\xff", 20)} {
		if d, _ := Bytes([]byte(text)); d.Encoding == "cp1140" {
			t.Errorf("%q is read as %q", text, d.Text)
		}
	}
}
