package language

import (
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

// BenchmarkLanguage measures finding the language of a page.
func BenchmarkLanguage(b *testing.B) {
	for _, l := range []string{"en", "ko", "ru", "zh-hans"} {
		want, _, _ := strings.Cut(l, "-")
		text := strings.Repeat(strings.Join(intaketest.News()[l], "\n")+"\n", 4)
		b.Run(l, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if Of(text) != want {
					b.Fatal("wrong")
				}
			}
		})
	}
}
