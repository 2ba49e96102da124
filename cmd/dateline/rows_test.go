package main

import (
	"iter"
	"testing"

	"dateline/feed/story"
)

func TestTakeReadsOnlyTheRowsItReturns(t *testing.T) {
	read := 0
	rows := iter.Seq2[story.Row, error](func(yield func(story.Row, error) bool) {
		for range 5 {
			if read++; !yield(story.Row{}, nil) {
				return
			}
		}
	})
	for n, want := range map[int]int{0: 5, 1: 1, 5: 5, 9: 5} {
		got := 0
		read = 0
		for _, err := range take(rows, n) {
			if err != nil {
				t.Fatal(err)
			}
			got++
		}
		if got != want || read != want {
			t.Errorf("take %d: got %d rows of %d read, want %d", n, got, read, want)
		}
	}
}
