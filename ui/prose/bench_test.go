package prose

import (
	"strings"
	"testing"

	"dateline/ui/theme"
)

// passages holds a paragraph of about 300 bytes for each kind of text.
var passages = map[string]string{
	"ascii": "The harbor ferry resumed service Thursday after a storm kept it in dock for two days, the port " +
		"authority said, with 212 passengers on the 6:10 a.m. run (the first since Tuesday); a second boat, " +
		"the 40-year-old \"Halvard II\", stays in for repairs that cost $1.2 million, said Ana Ruiz, who heads it.",
	"latin": "Le bac du port a repris son service jeudi après qu’une tempête l’a tenu à quai deux jours, a dit " +
		"l’autorité portuaire — « enfin », selon une passagère. Le premier départ, à 6 h 10, a emmené 212 personnes…",
	"korean": "항만공사는 목요일 이틀간의 폭풍으로 중단됐던 여객선(페리) 운항을 재개했다고 밝혔다. 첫 배는 오전 " +
		"6시10분 승객 212명을 태우고 출발했으며, 일요일까지 저녁 운항을 두 차례 늘릴 예정이다.",
	"japanese": "港湾局は「嵐のため二日間止まっていたフェリーの運航を、木曜日に再開した」と発表した。" +
		"始発は午前六時十分で、乗客は二百十二人だった。日曜日までは夕方の便を二本ふやすという。",
	"emoji": "Service 🚢 resumed after 2 days ⛈️; the crew 👨‍👩‍👧‍👦 said “hurrah” 👍🏽 and cafe\u0301 owners were pleased too, " +
		"as were the 212 passengers of the first boat, who waved 🇫🇷 flags from the upper deck.",
}

// long returns a story of n paragraphs.
func long(passage string, n int) []Item {
	items := make([]Item, n)
	for i := range items {
		items[i] = Item{Text: passage, Space: 1, Block: i}
	}
	return items
}

// BenchmarkLayLongStory lays out 50,000 paragraphs.
// Budget: under 150 ms for 15 MB of ASCII.
func BenchmarkLayLongStory(b *testing.B) {
	for _, kind := range []string{"ascii", "latin", "korean", "japanese", "emoji"} {
		items := long(passages[kind], 50_000)
		b.Run(kind, func(b *testing.B) {
			b.SetBytes(int64(len(passages[kind]) * len(items)))
			b.ReportAllocs()
			for b.Loop() {
				Lay(items, 72)
			}
		})
	}
}

// BenchmarkLayOneParagraph lays out a single paragraph of 15 MB.
// Budget: no more than for the same text in many paragraphs.
func BenchmarkLayOneParagraph(b *testing.B) {
	items := []Item{{Text: strings.Repeat(passages["ascii"]+" ", 50_000)}}
	b.SetBytes(int64(len(items[0].Text)))
	for b.Loop() {
		Lay(items, 72)
	}
}

// BenchmarkFrame draws 50 lines in the middle of a long story.
// Budget: under 200 µs.
func BenchmarkFrame(b *testing.B) {
	th := theme.Look{}.Theme(true)
	for _, kind := range []string{"ascii", "korean", "emoji"} {
		d := Lay(long(passages[kind]+" Write to desk@halvard.example or see https://halvard.example/a.", 50_000), 72)
		hits := d.Find("ferry")
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range 50 {
					d.Line(d.Len()/2+i, Paint{Theme: &th, Hits: hits, Current: 3})
				}
			}
		})
	}
}

// BenchmarkFind searches a long story, as each key of a search does.
// Budget: under 100 ms for 15 MB of ASCII.
func BenchmarkFind(b *testing.B) {
	for _, kind := range []string{"ascii", "korean"} {
		d := Lay(long(passages[kind], 50_000), 72)
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.Find("halvard III")
			}
		})
	}
}
