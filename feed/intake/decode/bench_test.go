package decode

import (
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

// BenchmarkDecode measures the part of intake.Read before parsing.
func BenchmarkDecode(b *testing.B) {
	all := intaketest.News()
	for _, c := range []struct{ language, encoding string }{
		{"ko", "utf-8"}, {"ko", "euc-kr"}, {"ja", "shift_jis"}, {"zh-hans", "gb18030"}, {"en", "windows-1252"},
		{"fr", "windows-1252"}, {"pl", "iso-8859-2"}, {"ru", "windows-1251"}, {"ru", "koi8-r"}, {"ar", "windows-1256"},
	} {
		text := strings.Repeat(strings.Join(all[c.language], "\n")+"\n", 4)
		data, _ := intaketest.Encode(b, c.encoding, text)
		b.Run(c.language+" "+c.encoding, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if d, _ := Bytes(data); d.Text == "" {
					b.Fatal("no text")
				}
			}
		})
	}
}
