package intake

import (
	"strings"
	"testing"
)

// BenchmarkRead states the cost of a story of 4 KB from bytes to parts. UTF-8
// should cost little over parsing.
func BenchmarkRead(b *testing.B) {
	all := news(b)
	for _, c := range []struct{ language, encoding string }{
		{"en", "utf-8"}, {"ko", "utf-8"}, {"ko", "euc-kr"}, {"ja", "shift_jis"}, {"zh-hans", "gb18030"},
		{"en", "windows-1252"}, {"ru", "koi8-r"}, {"fr", "utf-16le"},
	} {
		text := strings.Repeat(strings.Join(all[c.language], "\n")+"\n", 1+4096/len(strings.Join(all[c.language], "\n")))
		text = strings.NewReplacer("«", `"`, "»", `"`, "—", "-").Replace(text)
		data, ok := encode(b, c.encoding, text)
		if !ok {
			b.Fatal("the text does not go into the encoding")
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

// BenchmarkDecode is the part of Read before parsing.
func BenchmarkDecode(b *testing.B) {
	all := news(b)
	text := strings.Repeat(strings.Join(all["ko"], "\n")+"\n", 4)
	for _, encoding := range []string{"utf-8", "euc-kr"} {
		data, _ := encode(b, encoding, text)
		b.Run(encoding, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if d, _ := decode(data); d.text == "" {
					b.Fatal("no text")
				}
			}
		})
	}
}

// BenchmarkLanguage is the cost of telling the language of a page.
func BenchmarkLanguage(b *testing.B) {
	for _, l := range []string{"en", "ko", "ru"} {
		text := strings.Repeat(strings.Join(news(b)[l], "\n")+"\n", 4)
		b.Run(l, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if language(text) != l {
					b.Fatal("wrong")
				}
			}
		})
	}
}
