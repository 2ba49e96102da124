package link

import (
	"testing"

	"dateline/feed/story"
)

// BenchmarkResolve resolves a headline among 64 candidates with some of its words.
// Budget: 40 µs a candidate, in any script.
func BenchmarkResolve(b *testing.B) {
	for name, titles := range map[string][2]string{
		"English": {"Harbor ferry resumes service to the islands after storm", "Harbor ferry suspends service to the outer islands before storm"},
		"Korean":  {"여객선 사고 첫 청문회에서 경보 장치 고장 사실이 드러나 파문", "여객선 사고 둘째 청문회에서 구명정 고장 사실이 확인돼 논란"},
	} {
		b.Run(name, func(b *testing.B) {
			date := story.Date{Year: 2024, Month: 10, Day: 3}
			var candidates []Candidate
			for range 64 {
				h := story.Headline{Text: titles[1], Title: titles[1], Kind: story.Plain, Take: story.TakeFirst}
				candidates = append(candidates, Candidate{ID: "there", Headline: h, Date: date})
			}
			ref := story.Headline{Text: titles[0], Title: titles[0], Kind: story.Plain, Take: story.TakeFirst}
			for b.Loop() {
				resolve(ref, Candidate{ID: "here", Date: date}, candidates)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/1000/float64(b.N*len(candidates)), "µs/candidate")
		})
	}
}
