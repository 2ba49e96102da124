package fts_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/feed/catalog/fts"
)

// nowhere is a Sink that drops all rows.
type nowhere struct{}

func (nowhere) Data(int64, []byte) error  { return nil }
func (nowhere) Index([]byte, int64) error { return nil }
func (nowhere) Size(int64, []byte) error  { return nil }

// BenchmarkWrite makes a segment of the documents of a batch. It should take less than
// 60 ns a word.
func BenchmarkWrite(b *testing.B) {
	const docs, length, vocabulary = 10000, 400, 200000
	rnd := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rnd, 1.1, 8, vocabulary-1)
	words := make([]string, vocabulary)
	for i := range words {
		words[i] = fmt.Sprintf("%o", i*7919%vocabulary)
	}
	terms := make([]uint32, docs*length)
	for i := range terms {
		terms[i] = uint32(zipf.Uint64())
	}
	builder := fts.NewBuilder()
	for b.Loop() {
		builder.Reset(1, true)
		list := builder.List(words)
		for i := range docs {
			builder.Add(int64(i+1)<<20, fts.Column{List: list, Words: terms[i*length:][:length]})
		}
		if _, err := builder.Write(1, nowhere{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(terms)), "ns/word")
}

// BenchmarkPostings reads the documents of a word from four segments. It should take less than
// 200 ns a document.
func BenchmarkPostings(b *testing.B) {
	tab := newTable(b, 3, "full")
	for i := range int64(4) {
		var list []doc
		for j := range int64(5000) {
			list = append(list, doc{(5000*i + j) << 20, []string{"same", "other same", "other"}})
		}
		tab.insert(list)
	}
	n := 0
	for b.Loop() {
		lists, err := tab.postings([]string{"same"}, 2)
		if err != nil {
			b.Fatal(err)
		}
		n += len(lists[0])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/document")
}
