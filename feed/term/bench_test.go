package term_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed/term"
)

// texts holds a few sentences in each language, to be repeated.
var texts = map[string]string{
	"English": `The central bank held its key rate at 4.25 percent on Tuesday, saying that inflation had eased faster than it expected.
"We don't see a need to act before the end of the year," the governor told reporters after the two-day meeting in the capital.
Exports rose 3.1 percent in the quarter to $12,400 million, led by ships and chips, while imports fell for a fifth month.
`,
	"Korean": `한국은행이 27일 기준금리를 연 2.50%로 동결했다. 물가 상승률이 예상보다 빠르게 둔화했다는 판단에 따른 것이다.
총재는 이날 기자간담회에서 "연말까지는 움직일 필요가 없다"고 말했다. 2분기 수출은 1,240억 달러로 3.1% 늘었다.
`,
	"Russian": `Центральный банк во вторник сохранил ключевую ставку на уровне 4,25 процента, заявив, что инфляция замедлилась быстрее ожиданий.
«До конца года мы не видим необходимости действовать», — сообщил председатель журналистам после заседания в столице.
`,
}

// BenchmarkAppend has a budget on one core: 60 MB/s in English and 10 MB/s in the other
// languages, without allocations.
func BenchmarkAppend(b *testing.B) {
	for _, name := range []string{"English", "Korean", "Russian"} {
		text := strings.Repeat(texts[name], 10)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var dst []byte
			for b.Loop() {
				dst = term.Append(dst[:0], text)
			}
		})
	}
}

// BenchmarkLexicon has a budget on one core: 180 MB/s in English and 10 MB/s in the other
// languages, without allocations.
func BenchmarkLexicon(b *testing.B) {
	for _, name := range []string{"English", "Korean", "Russian"} {
		text := strings.Repeat(texts[name], 10)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			l := term.NewLexicon()
			var list []uint32
			for b.Loop() {
				list = l.Append(list[:0], text)
			}
		})
	}
}

// BenchmarkHits marks a story with the forms of a prefix. Its budget is half the speed of Append.
func BenchmarkHits(b *testing.B) {
	forms := []term.Form{{Terms: []string{"central", "bank"}}}
	for i := range 300 {
		forms = append(forms, term.Form{Terms: []string{fmt.Sprintf("rate%d", i)}, Of: 1})
	}
	m, text := term.NewMatcher(append(forms, term.Form{Terms: []string{"rate"}, Of: 1})), strings.Repeat(texts["English"], 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Hits(text)
	}
}

func BenchmarkSnippet(b *testing.B) {
	m, paragraphs := matcher("governor", "chips"), strings.Split(strings.Repeat(texts["English"], 10), "\n")
	b.ReportAllocs()
	for b.Loop() {
		m.Snippet(paragraphs, 120)
	}
}

// BenchmarkInflections measures one word in languages of few and of many endings.
func BenchmarkInflections(b *testing.B) {
	for lang, word := range map[string]string{"en": "ministers", "fr": "ministres", "ru": "министров", "tr": "bakanlar"} {
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				term.Inflections(word, []string{lang})
			}
		})
	}
}
