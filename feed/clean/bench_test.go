package clean

import (
	"strings"
	"testing"
)

// BenchmarkText measures cleaning in bytes a second: clean English should reach
// gigabytes, and no text should be slower than reading a disk.
func BenchmarkText(b *testing.B) {
	for _, c := range []struct{ name, line string }{
		{"English", "The harbor ferry resumed service Thursday after a storm kept it in dock for two days, the port authority said.\n"},
		{"quotes", "“We have heard both sides,” said Ana Ruiz, who heads the council — “and the café’s owner needs another week.”\n"},
		{"Korean", "항만공사는 폭풍으로 이틀 동안 멈췄던 여객선 운항을 목요일 오전부터 다시 시작했다고 밝혔다.\n"},
		{"Japanese", "港湾局は木曜日、嵐のため二日間止まっていた渡し船の運航を朝から再開したと発表した。\n"},
		{"Arabic", "قالت هيئة الميناء إن العبارة استأنفت رحلاتها يوم الخميس بعد عاصفة أبقتها في الرصيف يومين.\n"},
		{"Hindi", "दो दिन के तूफान के बाद नौका सेवा फिर शुरू हो गई है।\n"},
		{"CRLF", "The harbor ferry resumed service Thursday after a storm kept it in dock for two days, the port authority said.\r\n"},
		{"colours", "\x1b[1mThe harbor\x1b[0m ferry \x1b[31mresumed\x1b[0m service \x1b]8;;http://x.example\x1b\\Thursday\x1b]8;;\x1b\\.\n"},
		{"unfinished", "\x1b]0;The harbor ferry resumed service \x1b]0;\x1bP\x1b_Thursday.\n"},
	} {
		text := strings.Repeat(c.line, 64<<10/len(c.line))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				sink = Text(text)
			}
		})
	}
}
