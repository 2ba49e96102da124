package intake

import (
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

// BenchmarkRead measures reading a story of 4 KB from bytes to parts. UTF-8 should
// cost little more than parsing.
func BenchmarkRead(b *testing.B) {
	all := intaketest.News()
	for _, c := range []struct{ language, encoding string }{
		{"en", "utf-8"}, {"ko", "utf-8"}, {"ko", "euc-kr"}, {"ja", "shift_jis"}, {"zh-hans", "gb18030"},
		{"en", "windows-1252"}, {"ru", "koi8-r"}, {"fr", "utf-16le"},
	} {
		text := strings.Repeat(strings.Join(all[c.language], "\n")+"\n", 1+4096/len(strings.Join(all[c.language], "\n")))
		text = strings.NewReplacer("«", `"`, "»", `"`, "—", "-").Replace(text)
		data, ok := intaketest.Encode(b, c.encoding, text)
		if !ok {
			b.Fatal("the encoding does not have all characters of the text")
		}
		b.Run(c.language+" "+c.encoding, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if s := Read(File{Path: "a.txt", Data: data}); s[0].Encoding == "" {
					b.Fatal("no encoding")
				}
			}
		})
	}
}

// BenchmarkReadParts measures a file of 20,000 stories. It should cost what its
// stories cost.
func BenchmarkReadParts(b *testing.B) {
	unit := ferry + strings.Repeat("The port authority said that a line of text was needed here.\n", 10) + "=====\n"
	data := []byte(strings.Repeat(unit, 20000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if n := len(Read(File{Path: "a.txt", Data: data})); n != 20000 {
			b.Fatal(n)
		}
	}
}
