package decode

import (
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

// BenchmarkDecode measures the part of intake.Read before parsing.
func BenchmarkDecode(b *testing.B) {
	all := intaketest.News()
	text := strings.Repeat(strings.Join(all["ko"], "\n")+"\n", 4)
	for _, encoding := range []string{"utf-8", "euc-kr"} {
		data, _ := intaketest.Encode(b, encoding, text)
		b.Run(encoding, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if d, _ := Bytes(data); d.Text == "" {
					b.Fatal("no text")
				}
			}
		})
	}
}
