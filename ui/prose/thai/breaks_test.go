package thai

import (
	"strings"
	"testing"
)

// divided returns text with a bar between words.
func divided(text string) string {
	var b strings.Builder
	for text != "" {
		if !Starts(text) {
			b.WriteString(text[:1])
			text = text[1:]
			continue
		}
		breaks, n := Breaks(nil, text)
		at := 0
		for _, end := range breaks {
			b.WriteString(text[at:end] + "|")
			at = end
		}
		b.WriteString(text[at:n])
		text = text[n:]
	}
	return b.String()
}

func TestWordsOfThaiAreSeparated(t *testing.T) {
	for _, want := range []string{
		"เรือ|ข้าม|ฟาก|กลับ|มา|ให้|บริการ|วัน|พฤหัสบดี",
		"นายก|เทศมนตรี|กล่าว|ว่า|จะ|เพิ่ม|เที่ยว|เย็น",
		"ก",
		// Names that are no words stay whole, with short words in them.
		"ออสต์เมียร์|กล่าว|ว่า",
		"ที่|ฮซฎกา|ใน|เมือง",
		"ไปฮซฎกาฌ",
		"ฌฮฌตาฌฮฌ",
		"ฌฮฌ|เรือ|ฌฮฌ",
		"เมือง|ฮซฎ|สิทธิ์",
	} {
		if got := divided(strings.ReplaceAll(want, "|", "")); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestNoWordStartsWithAMark(t *testing.T) {
	for _, text := range []string{"ๆๆๆ", strings.Repeat("ๆ", 3*window), strings.Repeat("เ", 3*window), strings.Repeat("กา", 3*window), "เเเก็่ะกฺ", "ะาก"} {
		got := divided(text)
		if strings.ReplaceAll(got, "|", "") != text {
			t.Fatalf("%s loses text", text)
		}
		for _, w := range strings.Split(got, "|")[1:] {
			if run := codes(nil, w); len(run) == 0 || run[0] >= 0x2F && run[0] <= 0x3A || run[0] >= 0x45 {
				t.Errorf("%s has the word %q", text[:9], w)
			}
		}
	}
}

func TestALongRunIsDividedLikeAShortOne(t *testing.T) {
	const words = "เรือ|ข้าม|ฟาก|กลับ|มา|ให้|บริการ|วัน|พฤหัสบดี|"
	want := strings.TrimSuffix(strings.Repeat(words, 200), "|")
	if got := divided(strings.ReplaceAll(want, "|", "")); got != want {
		t.Error("a long run has other words")
	}
}

func TestTheListOfWordsIsRead(t *testing.T) {
	n := 0
	for _, node := range load() {
		if node.word {
			n++
		}
	}
	if n < 26_000 {
		t.Errorf("%d words", n)
	}
}

func BenchmarkBreaks(b *testing.B) {
	text := strings.Repeat("เรือข้ามฟากกลับมาให้บริการวันพฤหัสบดี", 200)
	b.SetBytes(int64(len(text)))
	var dst []int
	for b.Loop() {
		for rest := text; rest != ""; {
			var n int
			dst, n = Breaks(dst[:0], rest)
			rest = rest[n:]
		}
	}
}
