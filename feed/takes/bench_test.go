package takes

import (
	"fmt"
	"testing"

	"dateline/feed/internal/copydesk"
	"dateline/feed/story"
)

// plainStories returns invented stories of 200 words and more.
func plainStories(b *testing.B, n int) (stories []*story.Story) {
	b.Helper()
	for i := 0; len(stories) < n; i++ {
		if f := copydesk.TruthOf(i).Form; f == copydesk.Plain {
			stories = append(stories, parse(b, fmt.Sprintf("%d.txt", i), copydesk.File(i)))
		}
	}
	return stories
}

// BenchmarkPrint has a budget on one core: 8 µs for a story of 300 words.
func BenchmarkPrint(b *testing.B) {
	stories := plainStories(b, 100)
	var m Maker
	words := 0
	for _, s := range stories {
		words += s.Words()
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Print(stories[i%len(stories)])
	}
	b.ReportMetric(float64(words)/float64(len(stories)), "words")
}

// BenchmarkPack has a budget on one core of 1 µs, and 250 bytes for a story of 300 words.
func BenchmarkPack(b *testing.B) {
	var prints []*Print
	size := 0
	for _, s := range plainStories(b, 100) {
		p := newPrint(s)
		prints = append(prints, p)
		size += len(p.Pack(nil))
	}
	var dst []byte
	for i := 0; b.Loop(); i++ {
		dst = prints[i%len(prints)].Pack(dst[:0])
	}
	b.ReportMetric(float64(size)/float64(len(prints)), "bytes")
}

// BenchmarkCompare has a budget on one core of 1 µs.
func BenchmarkCompare(b *testing.B) {
	var prints []*Print
	for _, s := range plainStories(b, 100) {
		prints = append(prints, newPrint(s))
	}
	for i := 0; b.Loop(); i++ {
		Compare(prints[i%len(prints)], prints[(i+1)%len(prints)])
	}
}
